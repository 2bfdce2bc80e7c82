import { confirm, confirmBySignup, sendConfirmation, signupNewUser, withAddress } from '../accounts';
import { audit } from '../audit';
import { requestAud, type Call } from '../call';
import { triggerHooks } from '../hooks';
import { inTransaction } from '../identity';
import { mergeMap } from '../json-map';
import { readState, type OAuthState } from '../oauth-state';
import { metadataOf, type OutsidePerson } from '../providers';
import { emptyAnswer, HttpError, OAuthError, type Answer } from '../respond';
import { issueTokens, type TokenResponse } from '../tokens';
import type { Transaction } from '../transaction';
import type { User } from '../user';
import { requireProvider } from './authorize';

/** GET /callback: back from a provider to the page that people came from, tokens or an error in its hash (contract 3.6). */
export async function callback(call: Call): Promise<Answer> {
  const state = readState(call);
  const { config } = call.identity;
  const target = config.externalRedirectUrl || state.referrer || config.siteUrl;
  try {
    const person = exchange(call, state.provider);
    const tokens = await withAddress(call, person.email, () => enter(call, state, person));
    return emptyAnswer(302, { Location: tokens === null ? target : `${target}#${tokenHash(tokens)}` });
  } catch (error) {
    return emptyAnswer(302, { Location: `${target}#${errorHash(call, error)}` });
  }
}

/** The provider's answer, and for its code the person. */
function exchange(call: Call, provider: string): OutsidePerson {
  const query = call.url.searchParams;
  const error = query.get('error') ?? '';
  if (error !== '') throw new OAuthError(error, query.get('error_description') ?? '');
  const code = query.get('code') ?? '';
  if (code === '') throw new HttpError(400, 'Authorization code missing');
  requireProvider(call, provider);
  const person = call.identity.providerCodes.take(code);
  if (person === null) throw new HttpError(500, 'Unable to exchange external code');
  if (person.email === '') throw new HttpError(500, 'Error getting user email from external provider');
  return person;
}

function enter(call: Call, state: OAuthState, person: OutsidePerson): Promise<TokenResponse | null> {
  return inTransaction(call.identity, async (tx) => {
    const user =
      state.inviteToken === ''
        ? await accountOf(call, tx, state.provider, person)
        : await acceptInvitation(call, tx, state, person);
    return user === null ? null : issueTokens(call.identity, tx, user);
  });
}

/** The account with this address, made when there is none; null when the address has to be confirmed by mail first. */
async function accountOf(
  call: Call,
  tx: Transaction,
  provider: string,
  person: OutsidePerson,
): Promise<User | null> {
  const { identity } = call;
  const isTrusted = person.verified || identity.config.autoconfirm;
  const existing = identity.store.findByEmail(person.email, requestAud(call));
  if ((existing === null || !isTrusted) && identity.config.disableSignup) {
    throw new HttpError(403, 'Signups not allowed for this instance');
  }
  if (existing?.confirmedAt && !isTrusted) {
    // GoTrue makes a second account with the same address here, which nobody can tell from the first.
    throw new HttpError(400, 'A user with this email address has already been registered');
  }
  const input = { email: person.email, password: '', data: metadataOf(person), provider };
  const user = existing ?? (await signupNewUser(call, tx, input));
  if (user.confirmedAt !== null) {
    audit(call, tx, 'login', user);
    await triggerHooks(identity, tx, 'login', user);
    return user;
  }
  if (isTrusted) {
    await confirmBySignup(call, tx, user);
    return user;
  }
  sendConfirmation(call, tx, user);
  return null;
}

/** No password is asked: whoever opened the mail and has that address at the provider is whom we invited. */
async function acceptInvitation(
  call: Call,
  tx: Transaction,
  { inviteToken, provider }: OAuthState,
  person: OutsidePerson,
): Promise<User> {
  const user = call.identity.store.findByConfirmationToken(inviteToken);
  if (user === null) throw new HttpError(404, 'User not found');
  if (user.email !== person.email) {
    throw new HttpError(400, 'Invited email does not match emails from external provider');
  }
  user.appMetadata = mergeMap(user.appMetadata, { provider });
  user.userMetadata = mergeMap(user.userMetadata, metadataOf(person));
  tx.update(user, 'appMetadata', 'userMetadata');
  audit(call, tx, 'invite_accepted', user);
  await triggerHooks(call.identity, tx, 'signup', user);
  confirm(call, tx, user);
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

function errorHash(call: Call, error: unknown): string {
  return new URLSearchParams(errorFields(call, error)).toString();
}

function errorFields(call: Call, error: unknown): { error: string; error_description: string } {
  if (error instanceof OAuthError) return { error: error.code, error_description: error.description };
  const text = error instanceof Error ? error.message : String(error);
  if (error instanceof HttpError) {
    return { error: errorNames[error.status] ?? 'server_error', error_description: text };
  }
  call.identity.config.log(`identity: ${text}`);
  return { error: 'server_error', error_description: text };
}
