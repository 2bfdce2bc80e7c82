import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const app = new URL('../', import.meta.url).pathname;
const read = (ending: string): string =>
  readdirSync(app, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => readFileSync(app + file, 'utf8'))
    .join('\n');

/** Selectors alone: comments, addresses and quoted text hold dots too. */
const styles = read('.css').replace(/\/\*.*?\*\/|url\([^)]*\)|"[^"]*"|@import[^;]*;/gs, '');
const components = read('.tsx');

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

it('every class of the style sheets is used', () => {
  const defined = new Set([...styles.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name));
  const strings = [...components.matchAll(/"([^"\n]*)"|'([^'\n]*)'|`([^`\n]*)`/g)];
  const used = new Set(strings.flatMap(([, ...texts]) => words(texts.join(' ').replace(/\$\{|\}/g, ' '))));
  expect([...defined].filter((name) => !used.has(name))).toEqual([]);
});

it('every class that a component names stands in a style sheet', () => {
  const plain = [...components.matchAll(/className="([^"]*)"/g)].map(([, names = '']) => names);
  const chosen = [...components.matchAll(/className=\{([^{}]*)\}/g)].flatMap(([, expression = '']) =>
    [...expression.replace(/=== '[^']*'/g, '').matchAll(/'([^']*)'/g)].map(([, names = '']) => names),
  );
  const named = new Set([...plain, ...chosen].flatMap(words));
  expect(named.size).toBeGreaterThan(100);
  expect([...named].filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(styles))).toEqual([]);
});
