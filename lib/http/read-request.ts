import * as z from 'zod/mini';
import { type FieldProblem, ProblemError } from '../problem';
import { zodErrorMessage } from './zod-error-message';

/** The largest body that any route takes. The longest comment, every character escaped, stays below it. */
const MAX_BODY_BYTES = 64 * 1024;

/** Reads a JSON body: 415 for another type, 413 when too long (measured while reading, not believed), 400 unparsable. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    throw new ProblemError('unsupported-media-type', { detail: 'Send the body as application/json.' });
  }
  return readJsonBody(request, MAX_BODY_BYTES);
}

/** The same, whatever its type is said to be. */
export async function readJsonBody(request: Request, maxBytes: number): Promise<unknown> {
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError('malformed-json', { detail: 'The body could not be read as JSON.', cause });
  }
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () =>
    new ProblemError('body-too-large', { detail: `Send at most ${maxBytes / 1024} kB at once.` });
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge();
  if (!request.body) return '';
  const decoder = new TextDecoder();
  const reader = request.body.getReader();
  let text = '';
  for (let bytes = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
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
