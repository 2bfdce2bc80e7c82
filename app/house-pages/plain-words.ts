import type { Nodes } from 'mdast';

/** The words of a piece of Markdown, without its marks. */
export function plainWords(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainWords).join('').replaceAll('\n', ' ') : '';
}
