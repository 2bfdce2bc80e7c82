import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Call } from './call';
import { corsHeaders, preflight } from './cors';
import type { Identity } from './identity';
import { errorAnswer, HttpError, OAuthError, type Answer } from './respond';
import { route } from './router';

/** Answers one request to the API. */
export async function answerApi(
  identity: Identity,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const call: Call = {
    identity,
    method: request.method ?? 'GET',
    url: apiUrl(identity, request.url ?? '/'),
    headers: request.headers,
    body: await readRequest(request),
    cookies: [],
    claims: null,
    admin: null,
  };
  const early = preflight(call);
  if (early) return send(response, call, early);
  const fault = identity.faults.take(call.url.pathname);
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'slow') await delay(fault.ms);
  const answer = await attempt(identity, () => {
    if (fault?.kind === 'rate-limit') throw new HttpError(429, 'Rate limit exceeded');
    if (fault?.kind === 'error') throw new HttpError(500, 'Internal server error');
    return route(call);
  });
  send(response, call, { ...answer, headers: { ...corsHeaders(call), ...answer.headers } });
}

async function attempt(identity: Identity, work: () => Promise<Answer> | Answer): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof HttpError) && !(error instanceof OAuthError)) {
      identity.config.log(`identity: ${error instanceof Error ? error.stack : String(error)}`);
    }
    return errorAnswer(error);
  }
}

/** The edge strips the public path; a caller that comes past it may leave it on. */
function apiUrl(identity: Identity, path: string): URL {
  const { publicPath } = identity.config;
  const stripped =
    publicPath !== '' && path.startsWith(`${publicPath}/`) ? path.slice(publicPath.length) : path;
  return new URL(`http://identity${stripped.startsWith('/') ? stripped : `/${stripped}`}`);
}

async function readRequest(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function send(response: ServerResponse, call: Call, answer: Answer): void {
  if (call.cookies.length > 0) response.setHeader('Set-Cookie', call.cookies);
  if (answer.status !== 204) response.setHeader('Content-Length', Buffer.byteLength(answer.body));
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}
