import { forward } from './forward';
import { readBody } from './invoke';
import { renderStatus } from './local-page';
import { sendHtml, sendPage } from './pages';
import { edgeHeaders, visitorHeaders } from './request-headers';
import type { Visit } from './route';
import { databaseActions } from './targets';
import type { Upstreams } from './targets';

/** `/__local/`: what runs, the database's switches, and everything else at Identity's control port (mailbox, clock, faults). */
export async function routeLocal(visit: Visit, targets: Upstreams, pathname: string): Promise<void> {
  const { request, response, requestId } = visit;
  if (!isFromHere(visit)) {
    return sendPage(
      response,
      403,
      'Not from here',
      'The local pages answer to localhost and to their own forms only.',
    );
  }
  if (pathname === '/__local') return void response.writeHead(301, { location: '/__local/' }).end();
  if (pathname === '/__local/') return sendHtml(response, 200, renderStatus(targets));
  if (pathname === '/__local/status.json') return sendJson(visit, 200, statusOf(targets));
  if (pathname === '/__local/purges.json') return sendJson(visit, 200, targets.purges.list());
  if (pathname === '/__local/mongodb') return controlDatabase(visit, targets);
  return forward(request, response, {
    port: targets.identityControlPort,
    path: request.url ?? '/',
    headers: { ...visitorHeaders(request.headers), ...edgeHeaders(request, requestId) },
    what: "Identity's control port",
  });
}

/** Another site in the same browser, or a name that was made to point here, must not stop our database. */
function isFromHere({ request }: Visit): boolean {
  const { host = '', origin } = request.headers;
  const name = host.replace(/:\d+$/, '');
  const isLoopback =
    name === 'localhost' || name === '127.0.0.1' || name === '[::1]' || name.endsWith('.localhost');
  return isLoopback && (origin === undefined || origin === `http://${host}`);
}

function statusOf(targets: Upstreams) {
  return {
    pid: process.pid,
    url: targets.siteUrl,
    ...targets.about(),
    functions: targets.functions.list().map(({ name, events, process: running }) => ({
      name,
      events,
      pid: running.pid() ?? null,
    })),
  };
}

async function controlDatabase(visit: Visit, targets: Upstreams): Promise<void> {
  const { request, response } = visit;
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return sendJson(visit, 405, { error: 'POST { "action": "stop" | "kill" | "start" }' });
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const action = readAction(await readBody(request, 1024), isForm);
  const known = databaseActions.find((each) => each === action);
  if (!known) return sendJson(visit, 422, { error: '"action" is one of: stop, kill, start' });
  const { control } = targets.database;
  if (!control)
    return sendJson(visit, 409, { error: 'this database was not started here, so it is not ours to stop' });
  await control[known]();
  if (isForm) return void response.writeHead(303, { location: '/__local/' }).end();
  return sendJson(visit, 200, { done: known });
}

function readAction(body: Buffer | null, isForm: boolean): unknown {
  if (isForm) return new URLSearchParams(body?.toString()).get('action');
  try {
    const value: unknown = JSON.parse(body?.toString() ?? '');
    return typeof value === 'object' && value && 'action' in value ? value.action : undefined;
  } catch {
    return undefined;
  }
}

function sendJson({ response }: Visit, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(value)}\n`);
}
