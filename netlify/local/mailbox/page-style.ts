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
