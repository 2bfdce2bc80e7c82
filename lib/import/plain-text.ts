import { type DefaultTreeAdapterTypes, html, parseFragment } from 'parse5';
import { normalizeText } from '../text';

type Node = DefaultTreeAdapterTypes.Node;

/** A named or numbered character, or a comment: see `looksLikeHtml`. */
const CHARACTER_OR_COMMENT = /<!--|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;
const TAG = /<\/?([a-z][a-z\d]*)\b[^<>]*>/gi;
const ELEMENTS = new Set<string>([
  ...Object.values(html.TAG_NAMES),
  ...'abbr audio bdi bdo cite data del dfn ins kbd map mark meter output picture q samp time var video'.split(
    ' ',
  ),
]);
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
  return normalizeText(decode(decode(text)), 'block')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same on one line, for titles and names. */
export function plainLine(text: string): string {
  return normalizeText(plainText(text), 'line');
}

function decode(text: string): string {
  return looksLikeHtml(text) ? shown(parseFragment(text)) : text;
}

/** Anything else is taken as it is: `5 < 6`, `A & B`, and the title `<harmony/>`, because HTML has no such element. */
function looksLikeHtml(text: string): boolean {
  if (CHARACTER_OR_COMMENT.test(text)) return true;
  return [...text.matchAll(TAG)].some(([, name = '']) => ELEMENTS.has(name.toLowerCase()));
}

function shown(node: Node): string {
  if (node.nodeName === '#text') return 'value' in node ? node.value.replace(/\s+/g, ' ') : '';
  if (node.nodeName === 'br') return '\n';
  if (NOT_SHOWN.has(node.nodeName) || !('childNodes' in node)) return '';
  const inside = node.childNodes.map(shown).join('');
  return PARAGRAPHS.has(node.nodeName) ? `\n\n${inside}\n\n` : inside;
}
