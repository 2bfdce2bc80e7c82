import type { Mail, Outbox } from './outbox';
import { renderPage, escapeHtml } from '../pages/page';

/** The local mailbox as a page: newest first, each mail with its link to press, its text and its HTML. */
export function mailboxPage(outbox: Outbox, to: string | null): string {
  const mails = outbox.list(to === '' ? null : to);
  return renderPage({
    title: 'Local mailbox',
    intro: `<p>Every mail that this copy of the site would have sent. Nothing leaves this machine.</p>
<form action="/__local/mail">
<label>Only mail to this address<input name="to" value="${escapeHtml(to ?? '')}" autocomplete="off"></label>
<button>Show</button>
</form>`,
    body: `<p>${escapeHtml(countLine(mails.length, to))}</p>
${mails.map(article).join('\n')}`,
  });
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
${(mail.attachments ?? []).map(attachment).join('\n')}
<details><summary>As a mail program shows it</summary>
<iframe title="${escapeHtml(mail.subject)}" sandbox="allow-top-navigation-by-user-activation" srcdoc="${inner}"></iframe>
</details>
</article>`;
}

function attachment({ filename, text }: NonNullable<Mail['attachments']>[number]): string {
  if (!text) return '';
  return `<details><summary>${escapeHtml(filename)}</summary><pre>${escapeHtml(text)}</pre></details>`;
}
