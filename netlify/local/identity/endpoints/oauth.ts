import { type RequestContext, header, requestAud } from '../core/request-context';
import { isProviderName, metadataOf, type OutsidePerson } from '../core/providers';
import { type ApiResponse, emptyResponse, HttpError, OAuthError } from '../core/respond';
import {
  confirm,
  confirmBySignup,
  issueTokens,
  sendConfirmation,
  signupNewUser,
  type TokenResponse,
  withAddress,
} from '../core/accounts';
import { audit } from '../core/audit';
import { triggerHooks } from '../core/hooks';
import { inTransaction } from '../core/identity';
import { decodeStruct, mergeMap } from '../core/json';
import type { Transaction } from '../core/store';
import { nilUuid, type User } from '../core/user';
import { JwtError, signJwt, verifyJwt } from '../core/jwt';

/** GET /authorize: to the provider, which here is a page of our own (contract 1.1). */
export function authorize(context: RequestContext): ApiResponse {
  const { config, store } = context.identity;
  const query = context.url.searchParams;
  const provider = query.get('provider') ?? '';
  requireProvider(context, provider);
  const inviteToken = query.get('invite_token') ?? '';
  if (inviteToken !== '' && store.findByConfirmationToken(inviteToken) === null) {
    throw new HttpError(404, 'User not found');
  }
  const name = provider.toLowerCase();
  const asked = new URLSearchParams({
    client_id: `local-${name}`,
    redirect_uri: `${config.siteUrl}${config.publicPath}/callback`,
    response_type: 'code',
    scope: 'profile email',
    state: signState(context, provider, inviteToken),
  });
  const location = `${config.siteUrl}/__local/provider/${name}?${asked.toString()}`;
  return emptyResponse(302, { Location: location });
}

/** @throws HttpError 400 for a provider that is off, or none */
function requireProvider(context: RequestContext, provider: string): void {
  const name = provider.toLowerCase();
  if (isProviderName(name) && context.identity.providers.has(name)) return;
  throw new HttpError(400, `Unsupported provider: ${refusalOf(name)}`);
}

function refusalOf(name: string): string {
  if (isProviderName(name)) return 'Provider is not enabled';
  return name === 'saml' ? 'SAML Provider is not enabled' : `Provider ${name} could not be found`;
}

/** GET /callback: back from a provider to the page that people came from, tokens or an error in its hash (contract 3.6). */
export async function callback(context: RequestContext): Promise<ApiResponse> {
  const state = readState(context);
  const { config } = context.identity;
  const target = config.externalRedirectUrl || state.referrer || config.siteUrl;
  try {
    const person = exchange(context, state.provider);
    const tokens = await withAddress(context, person.email, () => enter(context, state, person));
    return emptyResponse(302, { Location: tokens === null ? target : `${target}#${tokenHash(tokens)}` });
  } catch (error) {
    return emptyResponse(302, { Location: `${target}#${errorHash(context, error)}` });
  }
}

/** The provider's answer, and for its code the person. */
function exchange(context: RequestContext, provider: string): OutsidePerson {
  const query = context.url.searchParams;
  const error = query.get('error') ?? '';
  if (error !== '') throw new OAuthError(error, query.get('error_description') ?? '');
  const code = query.get('code') ?? '';
  if (code === '') throw new HttpError(400, 'Authorization code missing');
  requireProvider(context, provider);
  const person = context.identity.providerCodes.take(code);
  if (person === null) throw new HttpError(500, 'Unable to exchange external code');
  if (person.email === '') throw new HttpError(500, 'Error getting user email from external provider');
  return person;
}

function enter(
  context: RequestContext,
  state: OAuthState,
  person: OutsidePerson,
): Promise<TokenResponse | null> {
  return inTransaction(context.identity, async (tx) => {
    const user =
      state.inviteToken === ''
        ? await accountOf(context, tx, state.provider, person)
        : await acceptInvitation(context, tx, state, person);
    return user === null ? null : issueTokens(context.identity, tx, user);
  });
}

/** The account with this address, made when there is none; null when the address has to be confirmed by mail first. */
async function accountOf(
  context: RequestContext,
  tx: Transaction,
  provider: string,
  person: OutsidePerson,
): Promise<User | null> {
  const { identity } = context;
  const isTrusted = person.verified || identity.config.autoconfirm;
  const existing = identity.store.findByEmail(person.email, requestAud(context));
  if ((existing === null || !isTrusted) && identity.config.disableSignup) {
    throw new HttpError(403, 'Signups not allowed for this instance');
  }
  if (existing?.confirmedAt && !isTrusted) {
    // GoTrue makes a second account with the same address here, which nobody can tell from the first.
    throw new HttpError(400, 'A user with this email address has already been registered');
  }
  const input = { email: person.email, password: '', data: metadataOf(person), provider };
  const user = existing ?? (await signupNewUser(context, tx, input));
  if (user.confirmedAt !== null) {
    audit(context, tx, 'login', user);
    await triggerHooks(identity, tx, 'login', user);
    return user;
  }
  if (isTrusted) {
    await confirmBySignup(context, tx, user);
    return user;
  }
  sendConfirmation(context, tx, user);
  return null;
}

/** No password is asked: whoever opened the mail and has that address at the provider is whom we invited. */
async function acceptInvitation(
  context: RequestContext,
  tx: Transaction,
  { inviteToken, provider }: OAuthState,
  person: OutsidePerson,
): Promise<User> {
  const user = context.identity.store.findByConfirmationToken(inviteToken);
  if (user === null) throw new HttpError(404, 'User not found');
  if (user.email !== person.email) {
    throw new HttpError(400, 'Invited email does not match emails from external provider');
  }
  user.appMetadata = mergeMap(user.appMetadata, { provider });
  user.userMetadata = mergeMap(user.userMetadata, metadataOf(person));
  tx.update(user, 'appMetadata', 'userMetadata');
  audit(context, tx, 'invite_accepted', user);
  await triggerHooks(context.identity, tx, 'signup', user);
  confirm(context, tx, user);
  return user;
}

/** Keys in order, as Go's url.Values writes them. */
function tokenHash(tokens: TokenResponse): string {
  return new URLSearchParams({
    access_token: tokens.access_token,
    expires_in: String(tokens.expires_in),
    refresh_token: tokens.refresh_token,
    token_type: tokens.token_type,
  }).toString();
}

const errorNames: Record<number, string> = {
  400: 'invalid_request',
  401: 'unauthorized_client',
  403: 'access_denied',
  503: 'temporarily_unavailable',
};

function errorHash(context: RequestContext, error: unknown): string {
  return new URLSearchParams(errorFields(context, error)).toString();
}

function errorFields(context: RequestContext, error: unknown): { error: string; error_description: string } {
  if (error instanceof OAuthError) return { error: error.code, error_description: error.description };
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof HttpError) {
    return { error: errorNames[error.status] ?? 'server_error', error_description: text };
  }
  context.identity.config.log(`identity: ${text}`);
  return { error: 'server_error', error_description: text };
}

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

function signState(context: RequestContext, provider: string, inviteToken: string): string {
  const { config, clock } = context.identity;
  const referrer = ownReferrer(context);
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
function readState(context: RequestContext): OAuthState {
  const { config, clock } = context.identity;
  const state = context.url.searchParams.get('state') ?? '';
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
function ownReferrer(context: RequestContext): string {
  const referrer = header(context, 'referer');
  if (!URL.canParse(referrer)) return '';
  return new URL(referrer).hostname === new URL(context.identity.config.siteUrl).hostname ? referrer : '';
}
