import type { IncomingMessage } from 'node:http';
import type { LocalFunction } from '../functions-runtime/functions';
import { forward } from './forward';
import { sendPage } from './pages';
import { edgeHeaders, functionHeaders, visitorHeaders } from './request-headers';
import type { Visit } from './route';
import type { Upstreams } from './targets';
import { clientContext, identityInfo, isSignedEvent } from './verify';

const maxBodyBytes = 6 * 1024 * 1024;
const maxEventBytes = 1024 * 1024;

/**
 * Calls a function. One that takes Identity events is open to Identity alone: the signature is checked here, as
 * Netlify does before it invokes.
 */
export async function invoke(
  visit: Visit,
  targets: Upstreams,
  called: LocalFunction,
  pattern?: string,
): Promise<void> {
  const { request, response, requestId } = visit;
  const { siteUrl, jwtSecret } = targets;
  const isEvent = called.events.length > 0;
  const body = isEvent ? ((await readBody(request, maxEventBytes)) ?? undefined) : undefined;
  if (
    isEvent &&
    !(body && (await isSignedEvent(headerOf(request, 'x-webhook-signature'), body, jwtSecret)))
  ) {
    return sendPage(
      response,
      401,
      'Not signed',
      'This function takes events that Identity signed, and nothing else.',
    );
  }
  const info = await identityInfo(`${siteUrl}/.netlify/identity`, request.headers.authorization, jwtSecret);
  const call = {
    rawUrl: new URL(request.url ?? '/', `http://${request.headers.host ?? new URL(siteUrl).host}`).href,
    // Fills `context.params`.
    route: pattern,
    clientContext: clientContext(info, siteUrl),
  };
  const event = isEvent ? headerOf(request, 'x-netlify-event') : undefined;
  const port = await portOf(called, visit);
  if (port === null) return;
  await forward(request, response, {
    port,
    path: '/',
    headers: {
      ...visitorHeaders(request.headers),
      ...edgeHeaders(request, requestId),
      ...functionHeaders(targets.deployId, targets.deployContext),
      ...(event ? { 'x-netlify-event': event } : {}),
      'x-nf-identity-info': Buffer.from(JSON.stringify(info)).toString('base64'),
      'x-marquee-call': Buffer.from(JSON.stringify(call)).toString('base64url'),
    },
    body,
    maxBodyBytes,
    what: `the function ${called.name}`,
    onNoAnswer: () => called.process.settle(),
    keepAlive: true,
    compress: true,
  });
}

async function portOf(called: LocalFunction, { response }: Visit): Promise<number | null> {
  try {
    return (await called.process.ready()).port;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    sendPage(
      response,
      502,
      `The function ${called.name} does not start`,
      `${words}. The terminal has its last words.`,
    );
    return null;
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The whole body, or null when it is larger than it may be. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += (chunk as Buffer).byteLength;
    if (bytes <= limit) chunks.push(chunk as Buffer);
  }
  return bytes > limit ? null : Buffer.concat(chunks);
}
