import type { Call } from '../core/request-context';
import { jsonAnswer, type Answer } from '../core/respond';

export function health(): Answer {
  return jsonAnswer(200, {
    description: 'GoTrue is a user registration and authentication API',
    name: 'GoTrue',
    version: 'marquee-local',
  });
}

export function settings(call: Call): Answer {
  const { config, providers } = call.identity;
  return jsonAnswer(200, {
    external: {
      bitbucket: providers.has('bitbucket'),
      github: providers.has('github'),
      gitlab: providers.has('gitlab'),
      google: providers.has('google'),
      facebook: providers.has('facebook'),
      email: !config.disableEmailProvider,
      saml: false,
    },
    external_labels: {},
    disable_signup: config.disableSignup,
    autoconfirm: config.autoconfirm,
  });
}
