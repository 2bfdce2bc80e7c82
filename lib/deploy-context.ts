/**
 * Which kind of deploy answers this request, as Netlify says it for the time of the request: `production`,
 * `deploy-preview`, `branch-deploy` or `dev`; null anywhere but on Netlify. There is no such variable at run time.
 */
export function deployContext(): string | null {
  const platform: unknown = Reflect.get(globalThis, 'Netlify');
  const context = (platform as { context?: { deploy?: { context?: unknown } } | null } | undefined)?.context;
  const word = context?.deploy?.context;
  return typeof word === 'string' && word !== '' ? word : null;
}
