import type { Call } from '../call';
import { JwtError, verifyJwt } from '../jwt';
import { emptyAnswer, HttpError, jsonAnswer, type Answer } from '../respond';

export function health(): Answer {
  return jsonAnswer(200, {
    description: 'GoTrue is a user registration and authentication API',
    name: 'GoTrue',
    version: 'marquee-local',
  });
}

export function settings(call: Call): Answer {
  const { config } = call.identity;
  return jsonAnswer(200, {
    external: {
      bitbucket: false,
      github: false,
      gitlab: false,
      google: false,
      facebook: false,
      email: !config.disableEmailProvider,
      saml: false,
    },
    external_labels: {},
    disable_signup: config.disableSignup,
    autoconfirm: config.autoconfirm,
  });
}

/** GET /authorize: no outside provider is set up here, so every answer is one of its refusals. */
export function authorize(call: Call): Answer {
  const provider = call.url.searchParams.get('provider') ?? '';
  throw new HttpError(400, `Unsupported provider: ${providerRefusal(provider)}`);
}

function providerRefusal(provider: string): string {
  const name = provider.toLowerCase();
  if (['bitbucket', 'github', 'gitlab', 'google', 'facebook'].includes(name))
    return 'Provider is not enabled';
  return name === 'saml' ? 'SAML Provider is not enabled' : `Provider ${name} could not be found`;
}

/** GET /callback: a state is only ever signed by /authorize with a provider, so none can be valid and useful. */
export function callback(call: Call): Answer {
  const { config, clock } = call.identity;
  const state = call.url.searchParams.get('state') ?? '';
  if (state === '') throw new HttpError(400, 'OAuth state parameter missing');
  try {
    verifyJwt(state, config.operatorToken, clock.nowSec());
  } catch (error) {
    if (!(error instanceof JwtError)) throw error;
    throw new HttpError(400, `OAuth state is invalid: ${error.message}`);
  }
  const hash = new URLSearchParams({
    error: 'invalid_request',
    error_description: 'Unsupported provider: Provider is not enabled',
  });
  return emptyAnswer(302, { Location: `${config.siteUrl}/#${hash.toString()}` });
}
