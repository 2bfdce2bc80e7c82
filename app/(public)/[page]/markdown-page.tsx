import type { Nodes, Parents } from 'mdast';
import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';

/** Markdown as elements of the page: no HTML passes, and what has no form here ends the build with a sentence. */
export function MarkdownPage({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'root':
      return <Inside node={node} />;
    case 'heading':
      return node.depth === 2 ? (
        <h2>
          <Inside node={node} />
        </h2>
      ) : (
        <h3>
          <Inside node={node} />
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Inside node={node} />
        </p>
      );
    case 'list':
      return node.ordered ? (
        <ol>
          <Inside node={node} />
        </ol>
      ) : (
        <ul>
          <Inside node={node} />
        </ul>
      );
    case 'listItem':
      return (
        <li>
          <Inside node={node} />
        </li>
      );
    default:
      return <Words node={node} />;
  }
}

function Words({ node }: { node: Nodes }): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'emphasis':
      return (
        <em>
          <Inside node={node} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Inside node={node} />
        </strong>
      );
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'break':
      return <br />;
    case 'link':
      return node.url.startsWith('/') ? (
        <Link href={node.url} prefetch={false}>
          <Inside node={node} />
        </Link>
      ) : (
        <a href={node.url}>
          <Inside node={node} />
        </a>
      );
    default:
      throw new Error(
        `A content page has a ${node.type} in line ${node.position?.start.line}: it knows headings, paragraphs, lists, links and emphasis.`,
      );
  }
}

function Inside({ node }: { node: Parents }): ReactNode {
  return node.children.map((child, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the text is made once and never changes
    <Fragment key={index}>
      <MarkdownPage node={child} />
    </Fragment>
  ));
}
