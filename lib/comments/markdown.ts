import type { List, Nodes, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { ProblemError } from '../problem';
import type { Block, Inline } from './content';
import { COMMENT_MAX_LINKS } from './schema';

/** How deep quotes and lists, or emphasis and links, may nest. Anything deeper stays literal text. */
const MAX_DEPTH = 3;

/** What a comment has no use for. The parser does not see it at all, so its signs stay in the text as they are. */
const OUTSIDE = [
  // &#x202e; would bring back what `normalizeText` has taken out.
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'setextUnderline',
  'thematicBreak',
];

/** A line that opens eight quotes and lists at once. Nobody means it, and the parser takes ever longer for it. */
const PILED_UP = /^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])[ \t]*){8}/m;

/**
 * Parses a comment into blocks; done when it is written, and stored. Pure. What it does not know stays literal text, so
 * nothing is lost.
 */
export function renderMarkdown(source: string): Block[] {
  if (PILED_UP.test(source)) return toParagraphs(source);
  const root = fromMarkdown(source, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: OUTSIDE } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  const content = root.children.flatMap((node) => toBlocks(node, source, 1));
  // Nothing but signs, such as a lonely ">".
  return hasText(content) ? content : toParagraphs(source);
}

/** How many links a tree holds, at any depth. */
export function countLinks(content: readonly Block[]): number {
  const inInline = (inline: Inline): number =>
    'children' in inline ? sum(inline.children.map(inInline)) + (inline.type === 'link' ? 1 : 0) : 0;
  return sum(
    content.map((block) => {
      if (block.type === 'paragraph') return sum(block.children.map(inInline));
      return countLinks(block.type === 'quote' ? block.children : block.items.flat());
    }),
  );
}

/** Throws `too-many-links` (422). */
export function requireLinkLimit(content: readonly Block[]): void {
  const count = countLinks(content);
  if (count <= COMMENT_MAX_LINKS) return;
  const out = count - COMMENT_MAX_LINKS;
  const detail = `This has ${count} links, and a comment can have ${COMMENT_MAX_LINKS}. Remove ${out} and post again. We’ve kept your text.`;
  throw new ProblemError('too-many-links', { detail });
}

function toBlocks(node: RootContent, source: string, depth: number): Block[] {
  if (node.type === 'paragraph')
    return [{ type: 'paragraph', children: toInlines(node.children, source, 1) }];
  const inner = (children: RootContent[]) => children.flatMap((child) => toBlocks(child, source, depth + 1));
  if (node.type === 'blockquote' && depth <= MAX_DEPTH) {
    return [{ type: 'quote', children: inner(node.children) }];
  }
  if (node.type === 'list' && depth <= MAX_DEPTH) {
    const marks = node.ordered ? marksOf(node, source) : [];
    if (!countsOn(marks)) return toNumberedLines(node, marks, source, depth);
    const items = node.children.map((item) => inner(item.children));
    return [{ type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
  }
  return [{ type: 'paragraph', children: toLines(asWritten(node, source)) }];
}

/** The numbers of an ordered list as they were typed: `1917.`, `3)`. */
function marksOf(list: List, source: string): string[] {
  return list.children.map((item) => /^\d+[.)]/.exec(asWritten(item, source))?.[0] ?? '');
}

/** Above this, a number at the beginning of a line is a year or an amount. */
const LIST_NUMBER_MAX = 999;

/** Whether the numbers are what a browser would show for a list: it counts on from the first one. */
function countsOn(marks: readonly string[]): boolean {
  const start = Number.parseInt(marks[0] ?? '0', 10);
  return (
    start <= LIST_NUMBER_MAX && marks.every((mark, index) => Number.parseInt(mark, 10) === start + index)
  );
}

/** Numbers that somebody typed and that no list would show: paragraphs, or lines where no blank line was between them. */
function toNumberedLines(list: List, marks: readonly string[], source: string, depth: number): Block[] {
  const blocks = list.children.flatMap((item, index): Block[] => {
    const mark: Inline = { type: 'text', value: `${marks[index]} ` };
    const [first, ...rest] = item.children.flatMap((child) => toBlocks(child, source, depth));
    if (first?.type === 'paragraph') {
      return [{ type: 'paragraph', children: joinTexts([mark, ...first.children]) }, ...rest];
    }
    return [{ type: 'paragraph', children: [mark] }, ...(first ? [first, ...rest] : [])];
  });
  const isLoose = list.spread || list.children.some((item) => item.spread);
  const lines = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.children] : []));
  if (isLoose || lines.length < blocks.length) return blocks;
  const broken = lines.flatMap((line, index): Inline[] => (index > 0 ? [{ type: 'break' }, ...line] : line));
  return [{ type: 'paragraph', children: broken }];
}

function toInlines(nodes: PhrasingContent[], source: string, depth: number): Inline[] {
  return joinTexts(nodes.flatMap((node) => toInline(node, source, depth)));
}

function toInline(node: PhrasingContent, source: string, depth: number): Inline[] {
  if (node.type === 'text') return toLines(node.value);
  if (node.type === 'break') return [{ type: 'break' }];
  if (depth > MAX_DEPTH) return toLines(asWritten(node, source));
  if (node.type === 'emphasis' || node.type === 'strong') {
    return [{ type: node.type, children: toInlines(node.children, source, depth + 1) }];
  }
  const href = node.type === 'link' ? toAddress(node.url) : null;
  if (node.type !== 'link' || href === null) return toLines(asWritten(node, source));
  const children = toInlines(node.children, source, depth + 1);
  // A link without text could be neither seen nor reached.
  return [{ type: 'link', href, children: children.length > 0 ? children : toLines(href) }];
}

/** Whole addresses alone: one without a scheme would lead into this site, one of another scheme might run. */
function toAddress(written: string): string | null {
  const isWhole = /^(https?:\/\/|mailto:)/i.test(written) && URL.canParse(written);
  return isWhole ? new URL(written).href : null;
}

function hasText(content: readonly (Block | Inline)[]): boolean {
  return content.some((node) => {
    if (node.type === 'text') return node.value.trim() !== '';
    if (node.type === 'list') return hasText(node.items.flat());
    return 'children' in node && hasText(node.children);
  });
}

function toParagraphs(source: string): Block[] {
  return source.split(/\n\s*\n/).map((text) => ({ type: 'paragraph', children: toLines(text) }));
}

/** A line end that was typed is one that shows. */
function toLines(text: string): Inline[] {
  return text
    .split('\n')
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ type: 'text', value: line } as const]),
    ]);
}

function asWritten({ position, ...node }: Nodes, source: string): string {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start !== undefined && end !== undefined) return source.slice(start, end);
  // Literal links are found in the text afterwards and have no position of their own.
  return 'children' in node ? node.children.map((child) => asWritten(child, source)).join('') : valueOf(node);
}

function valueOf(node: object): string {
  return 'value' in node ? String(node.value) : '';
}

function joinTexts(inlines: Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') last.value += inline.value;
    else joined.push(inline);
  }
  return joined;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
