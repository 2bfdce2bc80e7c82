/** A page of the local platform: paper, ink and one accent. `intro` and `body` are HTML. */
export function renderPage({
  title,
  intro = '',
  body,
}: {
  title: string;
  intro?: string;
  body: string;
}): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'self'">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${escapeHtml(title)}</h1>
${intro}
</header>
<main>
${body}
</main>
</body>
</html>
`;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
  '+': '&#43;',
};

/** Text for HTML, as Go's html/template writes it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'+]/g, (char) => escapes[char] ?? char);
}

const style = `
:root { color-scheme: light dark; --paper: #f5f5f2; --sheet: #fff; --ink: #151514; --ink-2: #575751; --hair: #cfcfc7;
  --edge: #7d7d75; --accent: #ffce1f; --on-accent: #151514; --mark: #151514; }
@media (prefers-color-scheme: dark) { :root { --paper: #131312; --sheet: #1d1d1b; --ink: #f2f1eb; --ink-2: #b1b0a7;
  --hair: #3a3a36; --edge: #85847b; --mark: #ffce1f; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 52rem; padding: 0 clamp(16px, 4vw, 40px) 64px; background: var(--paper);
  color: var(--ink); font: 16px/1.5 'Helvetica Neue', Arial, sans-serif; }
header { border-top: 6px solid var(--ink); padding: 16px 0 24px; }
h1 { margin: 0 0 4px; font-size: 40px; line-height: 1; font-weight: 800; letter-spacing: -.02em; }
main > h2 { margin: 40px 0 8px; padding-top: 12px; border-top: 2px solid var(--ink); }
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
a { color: inherit; text-underline-offset: .2em; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: 8px 16px 8px 0; border-bottom: 1px solid var(--hair); overflow-wrap: anywhere; }
code { font: .95em ui-monospace, Menlo, Consolas, monospace; }
.now { background: var(--accent); color: var(--on-accent); border: 1px solid var(--on-accent); padding: 0 6px; font-weight: 650; }
summary { cursor: pointer; padding: 4px 0; }
iframe { width: 100%; height: 36rem; border: 1px solid var(--edge); background: #fff; }
`;
