import { header, type Call } from './call';
import { decodeStruct } from './go-json';
import { signJwt, JwtError, verifyJwt } from './jwt';
import { HttpError } from './respond';
import { nilUuid } from './uuid';

/** The state that travels to a provider and back: a JWT of the operator's secret, good for five minutes. */

const lifetimeSec = 5 * 60;
const shape = { provider: 'string', invite_token: 'string', referrer: 'string' } as const;

export interface OAuthState {
  /** As written in the request, in any letter case. */
  provider: string;
  inviteToken: string;
  /** The page of this site that people came from; empty when it was none. */
  referrer: string;
}

export function signState(call: Call, provider: string, inviteToken: string): string {
  const { config, clock } = call.identity;
  const referrer = ownReferrer(call);
  const claims = {
    exp: clock.nowSec() + lifetimeSec,
    site_url: config.siteUrl,
    id: nilUuid,
    netlify_id: '',
    provider,
    ...(inviteToken === '' ? {} : { invite_token: inviteToken }),
    ...(referrer === '' ? {} : { referrer }),
  };
  return signJwt(claims, config.operatorToken);
}

/** @throws HttpError 400: here GoTrue has no page to send people back to, so a browser shows it as it is */
export function readState(call: Call): OAuthState {
  const { config, clock } = call.identity;
  const state = call.url.searchParams.get('state') ?? '';
  if (state === '') throw new HttpError(400, 'OAuth state parameter missing');
  try {
    verifyJwt(state, config.operatorToken, clock.nowSec());
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    throw new HttpError(400, `OAuth state is invalid: ${error.message}`);
  }
  const payload = Buffer.from(state.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = decodeStruct(payload, shape, 'api.ExternalProviderClaims');
  // Another token of the same secret: Go prints the error that there is not.
  if (claims.provider === '') throw new HttpError(400, 'OAuth state is invalid: <nil>');
  return { provider: claims.provider, inviteToken: claims.invite_token, referrer: claims.referrer };
}

/** The page that asked, when it has the site's host name; the port does not count. */
function ownReferrer(call: Call): string {
  const referrer = header(call, 'referer');
  if (!URL.canParse(referrer)) return '';
  return new URL(referrer).hostname === new URL(call.identity.config.siteUrl).hostname ? referrer : '';
}
