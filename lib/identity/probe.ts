import { fetchJson } from '../fetch-json';
import { wireErrorSchema, wireSettingsSchema } from './wire';

/** What is visible of a site's Identity from outside. `off`: its address responds, but not as GoTrue. */
export type IdentityProbe =
  | { state: 'on'; closed: boolean; autoconfirm: boolean }
  | { state: 'off' }
  | { state: 'failing'; status: number };

/** Reads the public settings of the Identity of a site from outside. Throws `UnreachableError`. */
export async function probeIdentity(siteUrl: string, timeoutMs: number): Promise<IdentityProbe> {
  const { status, body } = await fetchJson(new URL('/.netlify/identity/settings', siteUrl).href, {
    timeoutMs,
  });
  const settings = wireSettingsSchema.safeParse(body);
  if (status === 200 && settings.success) {
    const { disable_signup: closed, autoconfirm } = settings.data;
    return { state: 'on', closed, autoconfirm };
  }
  const isItsOwn = wireErrorSchema.safeParse(body).success || status >= 500;
  return isItsOwn ? { state: 'failing', status } : { state: 'off' };
}
