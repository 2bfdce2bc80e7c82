import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { normalizeBody } from '../comments/body';
import { normalizeName } from '../identity/name';

type Node = DefaultTreeAdapterTypes.Node;

/** A tag or a named or numbered character: without one of them a text is taken as it is, `5 < 6` and `A & B` too. */
const LOOKS_LIKE_HTML = /<\/?[a-z][^<>]*>|<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const NOT_SHOWN = new Set(['script', 'style', 'template', 'head', 'title', 'noscript', 'iframe', 'textarea']);
const PARAGRAPHS = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'blockquote',
  'table',
  'tr',
]);

/** What a browser would show of a text that may be HTML, by the rules of HTML itself; paragraphs stay apart. */
export function plainText(text: string): string {
  // Twice, because exports often escape what was escaped already: `&amp;eacute;`.
  return normalizeBody(decode(decode(text)))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line: titles, names, words. */
export function plainLine(text: string): string {
  return normalizeName(plainText(text));
}

function decode(text: string): string {
  return LOOKS_LIKE_HTML.test(text) ? shown(parseFragment(text)) : text;
}

function shown(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value.replace(/\s+/g, ' ') : '';
  if (node.nodeName === 'br') return '\n';
  if (NOT_SHOWN.has(node.nodeName) || !('childNodes' in node)) return '';
  const inside = node.childNodes.map(shown).join('');
  return PARAGRAPHS.has(node.nodeName) ? `\n\n${inside}\n\n` : inside;
}
