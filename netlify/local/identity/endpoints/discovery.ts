import type { RequestContext } from '../core/request-context';
import { jsonResponse, type ApiResponse } from '../core/respond';

export function health(): ApiResponse {
  return jsonResponse(200, {
    description: 'GoTrue is a user registration and authentication API',
    name: 'GoTrue',
    version: 'marquee-local',
  });
}

export function settings(context: RequestContext): ApiResponse {
  const { config, providers } = context.identity;
  return jsonResponse(200, {
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
