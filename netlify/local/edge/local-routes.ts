import { forward } from './forward';
import { type Exchange, readBody, sendHtml, sendPage } from './exchange';
import { edgeHeaders, visitorHeaders } from './request-headers';
import { databaseActions, type Upstreams } from './upstreams';
import { renderPage, escapeHtml } from '../pages/page';

/** `/__local/`: what runs, the database's switches, and everything else at Identity's control port (mailbox, clock, faults). */
export async function routeLocal(exchange: Exchange, upstreams: Upstreams, pathname: string): Promise<void> {
  const { request, response, requestId } = exchange;
  if (!isFromHere(exchange)) {
    return sendPage(
      response,
      403,
      'Not from here',
      'The local pages answer to localhost and to their own forms only.',
    );
  }
  if (pathname === '/__local') return void response.writeHead(301, { location: '/__local/' }).end();
  if (pathname === '/__local/') return sendHtml(response, 200, renderStatus(upstreams));
  if (pathname === '/__local/status.json') return sendJson(exchange, 200, statusOf(upstreams));
  if (pathname === '/__local/purges.json') return sendJson(exchange, 200, upstreams.purges.list());
  if (pathname === '/__local/mongodb') return controlDatabase(exchange, upstreams);
  return forward(request, response, {
    port: upstreams.identityControlPort,
    path: request.url ?? '/',
    headers: { ...visitorHeaders(request.headers), ...edgeHeaders(request, requestId) },
    what: "Identity's control port",
  });
}

/** Another site in the same browser, or a name that was made to point here, must not stop our database. */
function isFromHere({ request }: Exchange): boolean {
  const { host = '', origin } = request.headers;
  const name = host.replace(/:\d+$/, '');
  const isLoopback =
    name === 'localhost' || name === '127.0.0.1' || name === '[::1]' || name.endsWith('.localhost');
  return isLoopback && (origin === undefined || origin === `http://${host}`);
}

function statusOf(upstreams: Upstreams) {
  return {
    pid: process.pid,
    url: upstreams.siteUrl,
    ...upstreams.status(),
    functions: upstreams.functions.list().map(({ name, events, process: running }) => ({
      name,
      events,
      pid: running.pid() ?? null,
    })),
  };
}

async function controlDatabase(exchange: Exchange, upstreams: Upstreams): Promise<void> {
  const { request, response } = exchange;
  if (request.method !== 'POST') {
    response.setHeader('allow', 'POST');
    return sendJson(exchange, 405, { error: 'POST { "action": "stop" | "kill" | "start" }' });
  }
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
  const action = readAction(await readBody(request, 1024), isForm);
  const known = databaseActions.find((each) => each === action);
  if (!known) return sendJson(exchange, 422, { error: '"action" is one of: stop, kill, start' });
  const { control } = upstreams.database;
  if (!control)
    return sendJson(exchange, 409, {
      error: 'this database was not started here, so it is not ours to stop',
    });
  await control[known]();
  if (isForm) return void response.writeHead(303, { location: '/__local/' }).end();
  return sendJson(exchange, 200, { done: known });
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

function sendJson({ response }: Exchange, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(value)}\n`);
}

/** `/__local/`: everything that runs here, with a link to each part. */
function renderStatus(upstreams: Upstreams): string {
  const status = upstreams.status();
  const parts = [
    `<p><span class="now">${status.mode}</span> at <a href="/">${escapeHtml(upstreams.siteUrl)}</a></p>`,
    `<h2>Places</h2>${table(places())}`,
    accounts(status.accounts),
    `<h2>Parts</h2>${table(runningParts(upstreams))}`,
    `<h2>Database</h2>${databaseForms(upstreams)}`,
  ];
  return renderPage({ title: 'What runs here', body: parts.join('\n') });
}

type Row = [what: string, html: string];

function table(rows: Row[]): string {
  const lines = rows.map(
    ([what, html]) => `<tr><th scope="row">${escapeHtml(what)}</th><td>${html}</td></tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

const link = (path: string, label: string): string => `<a href="${path}"><code>${path}</code></a> ${label}`;

function places(): Row[] {
  return [
    ['Site', link('/', 'the programme')],
    ['Mailbox', link('/__local/mail', 'what Identity would have sent, and what the site has')],
    ['Mailbox for tests', link('/__local/mail.json', 'newest first; <code>?to=ADDRESS</code>')],
    ['Identity', link('/.netlify/identity/settings', 'its settings')],
    [
      'Sign-in services',
      '<code>/__local/providers</code> which are on, switched by POST; each is a page under <code>/__local/provider/</code>',
    ],
    ['Clock', '<code>/__local/clock</code> Identity’s time, moved by POST'],
    ['Faults', '<code>/__local/faults</code> slow, failing or absent Identity, by POST'],
    ['Reset', '<code>/__local/reset</code> Identity without people, by POST'],
    ['Purges', link('/__local/purges.json', 'what the CDN would have thrown out, by tag')],
    ['Health', link('/api/health', 'what the site says of itself')],
    ['This page for programs', link('/__local/status.json', '')],
  ];
}

function accounts(list: { role: string; email: string; password: string }[]): string {
  if (list.length === 0) return '';
  const rows = list.map(({ role, email, password }): Row => {
    return [role, `<code>${escapeHtml(email)}</code>, password <code>${escapeHtml(password)}</code>`];
  });
  return `<h2>Demo accounts</h2>${table(rows)}`;
}

function runningParts(upstreams: Upstreams): Row[] {
  const status = upstreams.status();
  const rows: Row[] = [
    ['Edge', `process ${process.pid}`],
    ['Identity', `<code>${escapeHtml(status.identityUrl)}</code>`],
    ['Database', escapeHtml(status.database)],
  ];
  if (status.artifact) {
    rows.push([
      'Artifact',
      `<code>${escapeHtml(status.artifact.hash)}</code>, built ${escapeHtml(status.artifact.builtAt)}`,
    ]);
  }
  if (upstreams.next.kind === 'server') rows.push(['next dev', `port ${upstreams.next.port}`]);
  for (const { name, events, process: running } of upstreams.functions.list()) {
    const pid = running.pid();
    const state = pid ? `process ${pid}` : 'starts at the first call';
    rows.push([name, `${state}${events.length > 0 ? `; takes ${events.join(', ')}` : ''}`]);
  }
  for (const { what, port } of status.inspectors)
    rows.push([`Debugger of ${what}`, `<code>127.0.0.1:${port}</code>`]);
  return rows;
}

function databaseForms(upstreams: Upstreams): string {
  if (!upstreams.database.control)
    return '<p class="small">It was not started here, so it is not ours to stop.</p>';
  const labels = { stop: 'Stop it', kill: 'Kill it', start: 'Start it again' };
  const buttons = databaseActions.map(
    (action) => `<button name="action" value="${action}">${labels[action]}</button>`,
  );
  return `<form method="post" action="/__local/mongodb">${buttons.join('')}</form><p>To see how the site takes it.</p>`;
}
