import * as z from 'zod/mini';

/**
 * A comment as a tree: what the server made of its Markdown, and everything a page may show of it. It contains no
 * HTML; a page turns the tree into elements and never sets inner HTML.
 */

export type Inline =
  | { type: 'text'; value: string }
  | { type: 'emphasis'; children: Inline[] }
  | { type: 'strong'; children: Inline[] }
  /** `href` begins with `http:`, `https:` or `mailto:`. */
  | { type: 'link'; href: string; children: Inline[] }
  /** A new line. */
  | { type: 'break' };

export type Block =
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'quote'; children: Block[] }
  /** `start` is the number of the first item; it means nothing when the list is not ordered. */
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] };

const inlineSchema: z.ZodMiniType<Inline> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({ type: z.literal('emphasis'), children: z.array(inlineSchema) }),
    z.object({ type: z.literal('strong'), children: z.array(inlineSchema) }),
    z.object({
      type: z.literal('link'),
      href: z.string().check(z.regex(/^(https?|mailto):/i)),
      children: z.array(inlineSchema),
    }),
    z.object({ type: z.literal('break') }),
  ]),
);

export const blockSchema: z.ZodMiniType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), children: z.array(inlineSchema) }),
    z.object({ type: z.literal('quote'), children: z.array(blockSchema) }),
    z.object({
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int(),
      items: z.array(z.array(blockSchema)),
    }),
  ]),
);
