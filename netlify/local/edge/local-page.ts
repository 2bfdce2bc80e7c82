import { escapeHtml, renderPage } from './pages';
import { databaseActions } from './targets';
import type { Upstreams } from './targets';

/** `/__local/`: everything that runs here, with a link to each part. */
export function renderStatus(targets: Upstreams): string {
  const about = targets.about();
  const parts = [
    `<h1>What runs here</h1>`,
    `<p><span class="now">${about.mode}</span> at <a href="/">${escapeHtml(targets.siteUrl)}</a></p>`,
    `<h2>Places</h2>${table(places())}`,
    accounts(about.accounts),
    `<h2>Parts</h2>${table(runningParts(targets))}`,
    `<h2>Database</h2>${databaseForms(targets)}`,
  ];
  return renderPage('Marquee: what runs here', parts.join('\n'));
}

type Row = [what: string, html: string];

function table(rows: Row[]): string {
  const lines = rows.map(
    ([what, html]) => `<tr><th scope="row">${escapeHtml(what)}</th><td>${html}</td></tr>`,
  );
  return `<table>${lines.join('')}</table>`;
}

const link = (path: string, words: string): string => `<a href="${path}"><code>${path}</code></a> ${words}`;

function places(): Row[] {
  return [
    ['Site', link('/', 'the programme')],
    ['Mailbox', link('/__local/mail', 'what Identity would have sent')],
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

function runningParts(targets: Upstreams): Row[] {
  const about = targets.about();
  const rows: Row[] = [
    ['Edge', `process ${process.pid}`],
    ['Identity', `<code>${escapeHtml(about.identityUrl)}</code>`],
    ['Database', escapeHtml(about.database)],
  ];
  if (about.artifact) {
    rows.push([
      'Artifact',
      `<code>${escapeHtml(about.artifact.hash)}</code>, built ${escapeHtml(about.artifact.builtAt)}`,
    ]);
  }
  if (targets.next.kind === 'server') rows.push(['next dev', `port ${targets.next.port}`]);
  for (const { name, events, process: running } of targets.functions.list()) {
    const pid = running.pid();
    const state = pid ? `process ${pid}` : 'starts at the first call';
    rows.push([name, `${state}${events.length > 0 ? `; takes ${events.join(', ')}` : ''}`]);
  }
  for (const { what, port } of about.inspectors)
    rows.push([`Debugger of ${what}`, `<code>127.0.0.1:${port}</code>`]);
  return rows;
}

function databaseForms(targets: Upstreams): string {
  if (!targets.database.control)
    return '<p class="small">It was not started here, so it is not ours to stop.</p>';
  const words = { stop: 'Stop it', kill: 'Kill it', start: 'Start it again' };
  const forms = databaseActions.map(
    (action) =>
      `<form method="post" action="/__local/mongodb"><button name="action" value="${action}">${words[action]}</button></form>`,
  );
  return `${forms.join('')}<p class="small">To see how the site takes it.</p>`;
}
