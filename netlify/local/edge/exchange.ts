import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request and the response to it. */
export type Exchange = { request: IncomingMessage; response: ServerResponse; requestId: string };

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

/** Text for HTML. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root{--paper:#f5f5f2;--sheet:#fff;--ink:#151514;--ink-2:#575751;--hair:#cfcfc7;--accent:#ffce1f;color-scheme:light dark}
@media(prefers-color-scheme:dark){:root{--paper:#131312;--sheet:#1d1d1b;--ink:#f2f1eb;--ink-2:#b1b0a7;--hair:#3a3a36}}
*{box-sizing:border-box}
body{margin:0;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;background:var(--paper);color:var(--ink);font:1rem/1.5 "Helvetica Neue",Arial,sans-serif}
main{max-width:60rem;margin:0 auto;border-top:6px solid var(--ink);padding-top:1rem}
h1{font-size:2.5rem;line-height:1;letter-spacing:-.02em;margin:.5rem 0 1.5rem}
h2{font-size:1.4rem;line-height:1.1;margin:2.5rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--ink)}
a{color:inherit;text-underline-offset:.2em}
a:focus-visible,button:focus-visible{outline:3px solid var(--ink);outline-offset:3px}
table{width:100%;border-collapse:collapse}
th,td{text-align:left;vertical-align:top;padding:.5rem 1rem .5rem 0;border-bottom:1px solid var(--hair);overflow-wrap:anywhere}
th{font-weight:650}
td.small,.small{color:var(--ink-2);font-size:.875rem}
button{min-height:2.75rem;padding:0 1rem;border:2px solid var(--ink);background:var(--sheet);color:var(--ink);font:inherit;font-weight:650;cursor:pointer}
.now{background:var(--accent);color:#151514;border:1px solid #151514;padding:0 .4rem;font-weight:650}
form{display:inline-block;margin:0 .5rem .5rem 0}
code{font:.95em ui-monospace,Menlo,Consolas,monospace}
`;

/** A page of the local platform: paper, ink, one accent. `body` is HTML. */
export function renderPage(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

export function sendHtml(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/** A short page instead of the site: HTML for a browser's page, plain text for everything else. */
export function sendPage(response: ServerResponse, status: number, title: string, text: string): void {
  response.setHeader('retry-after', '2');
  if (response.req.headers.accept?.includes('text/html')) {
    const back = `<p><a href="/__local/">What runs here</a></p>`;
    sendHtml(
      response,
      status,
      renderPage(title, `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p>${back}`),
    );
    return;
  }
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${title}. ${text}\n`);
}
