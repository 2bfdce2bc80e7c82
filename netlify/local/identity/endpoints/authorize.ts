import type { Call } from '../call';
import { signState } from '../oauth-state';
import { isProviderName } from '../providers';
import { emptyAnswer, HttpError, type Answer } from '../respond';

/** GET /authorize: to the provider, which here is a page of our own (contract 1.1). */
export function authorize(call: Call): Answer {
  const { config, store } = call.identity;
  const query = call.url.searchParams;
  const provider = query.get('provider') ?? '';
  requireProvider(call, provider);
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
    state: signState(call, provider, inviteToken),
  });
  const location = `${config.siteUrl}/__local/provider/${name}?${asked.toString()}`;
  return emptyAnswer(302, { Location: location });
}

/** @throws HttpError 400 for a provider that is off, or none */
export function requireProvider(call: Call, provider: string): void {
  const name = provider.toLowerCase();
  if (isProviderName(name) && call.identity.providers.has(name)) return;
  throw new HttpError(400, `Unsupported provider: ${refusalOf(name)}`);
}

function refusalOf(name: string): string {
  if (isProviderName(name)) return 'Provider is not enabled';
  return name === 'saml' ? 'SAML Provider is not enabled' : `Provider ${name} could not be found`;
}
