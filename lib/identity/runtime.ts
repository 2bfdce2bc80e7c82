import * as z from 'zod';
import { env, EnvironmentError } from '../env';

/** What Netlify sets for the duration of a request (contract, section 6). Read again each time. */
const contextSchema = z.object({ url: z.url({ protocol: /^https?$/ }), token: z.string().min(1).optional() });

const IDENTITY_PATH = '/.netlify/identity';

/** Where Identity is: Netlify's context, else `IDENTITY_URL`, else the site's own address. Without a slash at the end. */
export function identityUrl(): string {
  const site = env('URL');
  const url = context()?.url ?? env('IDENTITY_URL') ?? (site && new URL(IDENTITY_PATH, site).href);
  if (url) return url.replace(/\/+$/, '');
  throw new EnvironmentError(
    'Identity is not configured: enable it on Netlify, or set IDENTITY_URL and IDENTITY_OPERATOR_TOKEN.',
  );
}

/**
 * Identity's address and the operator token, which may do everything there. The token lives for minutes and is never
 * stored.
 */
export function identityRuntime(): { url: string; operatorToken: string } {
  const operatorToken = context()?.token ?? env('IDENTITY_OPERATOR_TOKEN');
  if (operatorToken) return { url: identityUrl(), operatorToken };
  throw new EnvironmentError(
    'Identity has given no operator token: enable Identity on Netlify, or set IDENTITY_OPERATOR_TOKEN.',
  );
}

function context(): z.output<typeof contextSchema> | null {
  const given: unknown = Reflect.get(globalThis, 'netlifyIdentityContext');
  if (given === null || given === undefined) return null;
  const parsed = contextSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'all of it').join(', ');
  throw new EnvironmentError(`netlifyIdentityContext is not as Netlify makes it: ${fields}.`);
}
