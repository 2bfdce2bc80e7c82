import * as z from 'zod/mini';
import { type FieldProblem, ProblemError } from '../problem';

/** The largest body that any route takes. The longest comment, every character escaped, stays below it. */
const MAX_BODY_BYTES = 64 * 1024;

/** The bytes of a body: 413 when there are too many of them, measured while reading, not believed. */
export async function readBytes(request: Request, maxBytes = MAX_BODY_BYTES): Promise<Uint8Array> {
  const tooLarge = () =>
    new ProblemError('body-too-large', { detail: `Send at most ${maxBytes / 1024} kB at once.` });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}

/** A body that says it is JSON: 415 for another type, before anything is read. */
export async function readJson({ headers }: Request, readBody: () => Promise<Uint8Array>): Promise<unknown> {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json') return parseJson(await readBody());
  throw new ProblemError('unsupported-media-type', { detail: 'Send the body as application/json.' });
}

/** 400 for what is no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw new ProblemError('malformed-json', { detail: 'The body could not be read as JSON.', cause });
  }
}

/** The parameters of an address. One that comes twice is 422: a cache or a signature may have seen the other one. */
export function readQuery({ searchParams }: URL): Record<string, string> {
  const names = [...searchParams.keys()];
  const twice = names.find((name, index) => names.indexOf(name) < index);
  if (twice === undefined) return Object.fromEntries(searchParams);
  const message = 'This is in the address more than once.';
  throw new ProblemError('invalid', { errors: [{ path: `query.${twice}`, message }] });
}

/** Parses one part of a request; a refusal is 422 with a path for each field (`body.text`). */
export function parseRequestPart<S extends z.core.$ZodType>(
  part: 'params' | 'query' | 'body',
  schema: S,
  value: unknown,
): z.output<S> {
  const result = z.safeParse(schema, value, { error: zodErrorMessage });
  if (result.success) return result.data;
  throw new ProblemError('invalid', {
    detail: 'Fix the fields named below, then send it again.',
    errors: result.error.issues.flatMap((issue) => fieldProblems(part, issue)),
  });
}

function fieldProblems(part: string, issue: z.core.$ZodIssue): FieldProblem[] {
  const path = [part, ...issue.path.map(String)].join('.');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  return issue.keys.map((key) => ({ path: `${path}.${key}`, message: 'This field is not known here.' }));
}

const KEY = /^[\x21-\x7e]{8,200}$/;

/** The `Idempotency-Key` of a request that may arrive twice; empty when the route needs none and none came. */
export function parseIdempotencyKey(request: Request, required: boolean): string {
  const key = request.headers.get('idempotency-key');
  if (key === null) {
    if (!required) return '';
    throw new ProblemError('idempotency-key-missing', {
      detail:
        'Send an Idempotency-Key header: a new random value for each new act, the same one when you try again.',
    });
  }
  if (KEY.test(key)) return key;
  const message = 'Use 8 to 200 visible ASCII characters, a UUID for instance.';
  throw new ProblemError('invalid', { errors: [{ path: 'headers.idempotency-key', message }] });
}

/** What to say of a field whose schema has no words of its own. zod/mini says "Invalid input" of everything. */
function zodErrorMessage(issue: z.core.$ZodRawIssue): string {
  if (issue.input === undefined) return 'This is missing.';
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? 'This is not the expected type.';
  if (issue.code === 'too_big') return `Use at most ${issue.maximum}.`;
  if (issue.code === 'too_small') return `Use at least ${issue.minimum}.`;
  if (issue.code === 'invalid_value') return `Use one of: ${issue.values.join(', ')}.`;
  return 'This is not in the expected format.';
}

const EXPECTED: Record<string, string | undefined> = {
  string: 'Send text here.',
  number: 'Send a number here.',
  int: 'Send a whole number here.',
  boolean: 'Send true or false here.',
  array: 'Send a list here.',
  object: 'Send an object here.',
};
