import { providerNames, type ProviderName } from './core/providers';
import { renderPage, escapeHtml } from '../pages/page';

/** People who have an account at every local provider. */
const people = [
  { name: 'Robin Adler', email: 'robin.adler@outside.example', verified: true },
  { name: 'Noor Haddad', email: 'noor.haddad@outside.example', verified: true },
  { name: 'Sam Okoro', email: 'sam.okoro@outside.example', verified: false },
];

/** Stands where Google or GitHub would ask whether the site may know who one is. */
export function providerPage(provider: ProviderName, state: string, siteUrl: string): string {
  const label = providerNames[provider];
  const hidden = `<input type="hidden" name="state" value="${escapeHtml(state)}">`;
  return renderPage({
    title: `Local ${label}`,
    intro: `<p>Stands in for ${label} on this machine: nobody else is asked. ${escapeHtml(siteUrl)} wants to know who you are.</p>`,
    body: `<article>
<h2>Sign in as</h2>
<ul class="people">
${people.map((person) => personForm(person, hidden)).join('\n')}
</ul>
</article>
<article>
<h2>Or as somebody else</h2>
<form method="post">
${hidden}
<label>Name<input name="name" autocomplete="off"></label>
<label>E-mail<input name="email" autocomplete="off" spellcheck="false"></label>
<label>Picture, an address<input name="avatar_url" autocomplete="off" spellcheck="false"></label>
<label class="check"><input type="checkbox" name="verified" value="yes" checked>${label} has verified this address</label>
<button class="go" name="outcome" value="allow">Sign in</button>
</form>
</article>
<article>
<h2>Or not at all</h2>
<form method="post">
${hidden}
<button name="outcome" value="refuse">Refuse</button>
<button name="outcome" value="error">${label} breaks down</button>
<button name="outcome" value="bad-code">Its answer is no good</button>
</form>
</article>`,
  });
}

function personForm({ name, email, verified }: (typeof people)[number], hidden: string): string {
  const mark = verified ? '' : ', address not verified';
  const fields = { name, email, ...(verified ? { verified: 'yes' } : {}) };
  const inputs = Object.entries(fields).map(
    ([key, value]) => `<input type="hidden" name="${key}" value="${escapeHtml(value)}">`,
  );
  const label = `<strong>${escapeHtml(name)}</strong>, ${escapeHtml(email)}${mark}`;
  return `<li><form method="post">${hidden}${inputs.join('')}<button>${label}</button></form></li>`;
}
