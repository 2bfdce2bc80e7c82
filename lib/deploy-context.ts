/**
 * The kind of deploy that handles this request, as Netlify says it during the request: `production`,
 * `deploy-preview`, `branch-deploy` or `dev`; null outside Netlify. There is no such environment variable at run
 * time.
 */
export function deployContext(): string | null {
  const platform: unknown = Reflect.get(globalThis, 'Netlify');
  const context = (platform as { context?: { deploy?: { context?: unknown } } | null } | undefined)?.context;
  const word = context?.deploy?.context;
  return typeof word === 'string' && word !== '' ? word : null;
}
