import { Fragment, type ReactNode } from 'react';
import type { Block, Inline } from '@/lib/comments/content';

/** Renders a comment's tree as elements. React escapes all of it: nothing that somebody wrote becomes markup. */
export function CommentContent({ blocks }: { blocks: Block[] }): ReactNode {
  return blocks.map((block, index) => <BlockOf key={index} block={block} />);
}

function BlockOf({ block }: { block: Block }): ReactNode {
  if (block.type === 'paragraph') {
    return (
      <p>
        <Inlines list={block.children} />
      </p>
    );
  }
  if (block.type === 'quote') {
    return (
      <blockquote>
        <CommentContent blocks={block.children} />
      </blockquote>
    );
  }
  const items = block.items.map((blocks, index) => (
    <li key={index}>
      <CommentContent blocks={blocks} />
    </li>
  ));
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Inlines({ list }: { list: Inline[] }): ReactNode {
  return list.map((inline, index) => <Fragment key={index}>{inlineOf(inline)}</Fragment>);
}

function inlineOf(inline: Inline): ReactNode {
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'break':
      return <br />;
    case 'emphasis':
      return (
        <em>
          <Inlines list={inline.children} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inlines list={inline.children} />
        </strong>
      );
    case 'link':
      return (
        <a href={inline.href} rel="nofollow ugc noopener">
          <Inlines list={inline.children} />
        </a>
      );
  }
}
