import type { Mail, Outbox } from './outbox';
import { escapeHtml } from './render-template';

/** The local mailbox as a page: newest first, each mail with its link to press, its text and its HTML. */
export function mailboxPage(outbox: Outbox, to: string | null): string {
  const mails = outbox.list(to === '' ? null : to);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">
<title>Local mailbox</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>Local mailbox</h1>
<p>Every mail that this copy of the site would have sent. Nothing leaves this machine.</p>
<form action="/__local/mail">
<label>Only mail to this address<input name="to" value="${escapeHtml(to ?? '')}" autocomplete="off"></label>
<button>Show</button>
</form>
</header>
<main>
<p>${escapeHtml(countLine(mails.length, to))}</p>
${mails.map(article).join('\n')}
</main>
</body>
</html>
`;
}

function countLine(count: number, to: string | null): string {
  const whose = to ? ` to ${to}` : '';
  if (count === 0)
    return `No mail${whose} yet. Sign up or ask for a new password, then load this page again.`;
  return `${count} ${count === 1 ? 'mail' : 'mails'}${whose}, newest first.`;
}

function article(mail: Mail): string {
  const link = mail.links[0];
  const time = new Date(mail.sentAt).toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'medium' });
  // Its links open in this window; scripts and everything else stay shut out.
  const inner = escapeHtml(mail.html.replace(/<head>/i, '<head><base target="_top">'));
  return `<article>
<h2>${escapeHtml(mail.subject)}</h2>
<p>To <strong>${escapeHtml(mail.to)}</strong>, <time datetime="${mail.sentAt}">${time}</time></p>
${link ? `<a class="go" href="${escapeHtml(link)}">Follow its link</a>` : ''}
<pre>${escapeHtml(mail.text)}</pre>
<details><summary>As a mail program shows it</summary>
<iframe title="${escapeHtml(mail.subject)}" sandbox="allow-top-navigation-by-user-activation" srcdoc="${inner}"></iframe>
</details>
</article>`;
}

/** Paper, ink and one accent, for the pages that stand beside Identity. */
export const pageStyle = `
:root { color-scheme: light dark; --paper: #f5f5f2; --sheet: #fff; --ink: #151514; --ink-2: #575751; --hair: #cfcfc7;
  --edge: #7d7d75; --accent: #ffce1f; --on-accent: #151514; --mark: #151514; }
@media (prefers-color-scheme: dark) { :root { --paper: #131312; --sheet: #1d1d1b; --ink: #f2f1eb; --ink-2: #b1b0a7;
  --hair: #3a3a36; --edge: #85847b; --mark: #ffce1f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 0 clamp(16px, 4vw, 40px) 64px; background: var(--paper);
  color: var(--ink); font: 16px/1.5 'Helvetica Neue', Arial, sans-serif; }
header { border-top: 6px solid var(--ink); padding: 16px 0 24px; }
h1 { margin: 0 0 4px; font-size: 40px; line-height: 1; font-weight: 800; letter-spacing: -.02em; }
h2 { margin: 0 0 4px; font-size: 22px; line-height: 1.1; overflow-wrap: anywhere; }
p { margin: 0 0 12px; color: var(--ink-2); }
form { display: flex; flex-wrap: wrap; gap: 8px; align-items: end; }
label { display: grid; gap: 4px; font-weight: 650; flex: 1 1 16rem; }
input { height: 44px; padding: 0 12px; font: inherit; color: var(--ink); background: var(--sheet);
  border: 1px solid var(--edge); border-bottom-width: 2px; border-radius: 0; }
button, .go { display: inline-block; min-height: 44px; padding: 8px 16px; font: inherit; font-weight: 700;
  border: 2px solid var(--ink); background: none; color: var(--ink); text-decoration: none; cursor: pointer; }
.go { background: var(--accent); color: var(--on-accent); border-color: var(--mark); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
article { border-top: 2px solid var(--ink); padding: 16px 0 24px; }
pre { margin: 16px 0; padding: 16px; background: var(--sheet); border-left: 1px solid var(--hair); white-space: pre-wrap;
  overflow-wrap: anywhere; font: 16px/1.5 Georgia, serif; }
input[type='checkbox'] { height: 20px; width: 20px; margin: 0; accent-color: var(--ink); }
.check { display: flex; flex: 1 1 100%; gap: 8px; align-items: center; font-weight: 400; }
.people { list-style: none; margin: 0; padding: 0; }
.people li { padding: 4px 0; }
.people button { width: 100%; text-align: left; font-weight: 400; overflow-wrap: anywhere; }
summary { cursor: pointer; padding: 4px 0; }
iframe { width: 100%; height: 36rem; border: 1px solid var(--edge); background: #fff; }
`;
