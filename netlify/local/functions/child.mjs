// One deployed function in one process, as Netlify runs it: its own bootstrap, its own folder, Lambda's calling
// convention. Plain JavaScript, because nothing but Node may be loaded beside the deployed code; a function served
// from source is loaded through tsx, which the parent adds to the command line.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Set by the parent: { name, blobs?, bootstrap?, source? }. `bootstrap` and `source` only when served from source. */
const settings = JSON.parse(process.env.MARQUEE_FUNCTION ?? '{}');
delete process.env.MARQUEE_FUNCTION;
const timeLimitMs = 60_000;

globalThis.awslambda = {
  streamifyResponse: (handler) => handler,
  HttpResponseStream: {
    from(response, { statusCode, headers = {}, multiValueHeaders = {} }) {
      response.writeHead(statusCode, withoutLength({ ...headers, ...multiValueHeaders }));
      // Headers go at once: a page that streams shows its head while the rest is worked on.
      response.flushHeaders();
      return response;
    },
  },
};

const purgeAddress = 'https://api.netlify.com/api/v1/purge';
const fetchOutside = globalThis.fetch;
// There is no CDN to purge, and nothing here reaches the network: what Netlify would be asked goes to the parent.
globalThis.fetch = async (input, init) => {
  if (String(input?.url ?? input) !== purgeAddress) return fetchOutside(input, init);
  process.send?.({ purge: (await new Request(input, init).json()).cache_tags });
  return new Response(null, { status: 202 });
};

/**
 * Lambda gives a process one call at a time and starts more processes for more calls. Here is one for all: it takes some at once,
 * and the others wait in line, because a process that is given hundreds has no time left for any of them.
 */
const callsAtOnce = 10;
let free = callsAtOnce;
/** @type {(() => void)[]} */
const line = [];

const loaded = await load();
const server = createServer((request, response) => {
  inTurn(request, response).catch((error) => {
    console.error(error);
    if (response.headersSent) return response.destroy();
    const body = JSON.stringify({
      errorType: error?.name ?? 'Error',
      errorMessage: error?.message ?? String(error),
    });
    response.writeHead(500, { 'content-type': 'application/json' }).end(body);
  });
});
// The edge keeps connections open; it, not we, decides when an idle one ends.
server.keepAliveTimeout = 0;
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: server.address().port, about: loaded.about });
});
process.on('disconnect', () => process.exit(0));

/** Finds the handler, and for functions served from source what Netlify's build would write into its manifest. */
async function load() {
  if (settings.source) return loadSource();
  const entry = join(process.cwd(), '___netlify-entry-point.mjs');
  if (existsSync(entry)) return { lambda: (await import(pathToFileURL(entry).href)).handler };
  const file = ['js', 'mjs', 'cjs']
    .map((end) => join(process.cwd(), `${settings.name}.${end}`))
    .find(existsSync);
  const module = await import(pathToFileURL(file).href);
  return { classic: module.handler ?? module.default?.handler };
}

async function loadSource() {
  const url = pathToFileURL(settings.source).href;
  const module = await import(url);
  if (module.handler && !module.default) return { classic: module.handler, about: { events: [], paths: [] } };
  const bootstrap = await import(pathToFileURL(settings.bootstrap).href);
  const main = module.default?.default ?? module.default;
  const config = module.config ?? main?.config ?? {};
  const events =
    typeof main === 'object' && main ? Object.keys(main).filter((key) => key.startsWith('user')) : [];
  return {
    lambda: bootstrap.getLambdaHandler(url),
    about: { events, paths: [config.path ?? []].flat(), schedule: config.schedule },
  };
}

async function inTurn(request, response) {
  // Another function asks on behalf of somebody who has a place already: in line the two would wait for each other.
  if (isOfTheHouse(request)) return answer(request, response);
  if (free > 0) free -= 1;
  else await new Promise((resolve) => line.push(() => resolve(undefined)));
  try {
    if (!response.destroyed) await answer(request, response);
  } finally {
    const next = line.shift();
    if (next) next();
    else free += 1;
  }
}

function isOfTheHouse({ headers }) {
  const secret = process.env.INTERNAL_SECRET;
  return Boolean(secret) && headers.authorization === `Bearer ${secret}`;
}

async function answer(request, response) {
  const body = await readBody(request);
  const awsRequestId = randomUUID();
  const begun = Date.now();
  const call = readCall(request);
  const context = {
    awsRequestId,
    functionName: settings.name,
    getRemainingTimeInMillis: () => begun + timeLimitMs - Date.now(),
  };
  if (loaded.classic) return answerClassic({ request, response, body, call, context });
  const event = {
    rawUrl: call.rawUrl,
    httpMethod: request.method,
    headers: withoutLength(request.headers),
    body: body.toString('base64'),
    isBase64Encoded: true,
    blobs: settings.blobs,
    flags: {},
    invocationMetadata: {},
    route: call.route,
  };
  await loaded.lambda(event, response, context);
}

/** What the edge says about this call beside the visitor's own headers. */
function readCall(request) {
  const call = JSON.parse(Buffer.from(request.headers['x-marquee-call'], 'base64url').toString());
  delete request.headers['x-marquee-call'];
  return call;
}

/** The convention of functions that export `handler`: (event, context, callback) -> { statusCode, headers, body }. */
async function answerClassic({ request, response, body, call, context }) {
  const url = new URL(call.rawUrl);
  const isText = /^(text\/|application\/(json|x-www-form-urlencoded|.*\+json|xml))|^$/.test(
    request.headers['content-type'] ?? '',
  );
  const multiValueHeaders = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat()]),
  );
  const multiValueQuery = Object.fromEntries(
    [...new Set(url.searchParams.keys())].map((key) => [key, url.searchParams.getAll(key)]),
  );
  const event = {
    rawUrl: call.rawUrl,
    rawQuery: url.search.slice(1),
    path: url.pathname,
    httpMethod: request.method,
    headers: Object.fromEntries(
      Object.entries(multiValueHeaders).map(([name, values]) => [name, values.join(', ')]),
    ),
    multiValueHeaders,
    queryStringParameters: Object.fromEntries(
      Object.entries(multiValueQuery).map(([key, values]) => [key, values.join(', ')]),
    ),
    multiValueQueryStringParameters: multiValueQuery,
    body: body.length === 0 ? null : body.toString(isText ? 'utf8' : 'base64'),
    isBase64Encoded: body.length > 0 && !isText,
  };
  const result = await callClassic(event, { ...context, clientContext: call.clientContext });
  const headers = withoutLength({ ...result?.headers, ...result?.multiValueHeaders });
  response.writeHead(result?.statusCode ?? 200, headers);
  response.end(result?.body ? Buffer.from(result.body, result.isBase64Encoded ? 'base64' : 'utf8') : '');
}

function callClassic(event, context) {
  return new Promise((resolve, reject) => {
    const returned = loaded.classic(event, context, (error, result) =>
      error ? reject(error) : resolve(result),
    );
    if (typeof returned?.then === 'function') returned.then(resolve, reject);
  });
}

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Lengths and connections are a matter of each hop; a length passed on makes HEAD requests hang. */
function withoutLength(headers) {
  const {
    'content-length': _length,
    'transfer-encoding': _encoding,
    connection: _connection,
    ...rest
  } = headers;
  return rest;
}
