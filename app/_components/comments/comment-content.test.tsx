import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { renderMarkdown } from '@/lib/comments/markdown';
import { CommentContent } from './comment-content';

const html = (source: string) => renderToStaticMarkup(<CommentContent blocks={renderMarkdown(source)} />);

it.each([
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ['*so* **much**', '<p><em>so</em> <strong>much</strong></p>'],
  ['one\ntwo', '<p>one<br/>two</p>'],
  ['> said', '<blockquote><p>said</p></blockquote>'],
  ['- a\n- b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  ['3. c\n4. d', '<ol start="3"><li><p>c</p></li><li><p>d</p></li></ol>'],
  [
    '[there](https://example.org/)',
    '<p><a href="https://example.org/" rel="nofollow ugc noopener">there</a></p>',
  ],
])('shows %j as elements', (source, shown) => {
  expect(html(source)).toBe(shown);
});

it.each(['<img src=x onerror=alert(1)>', '[a](javascript:alert(1))', '<b>bold</b>'])(
  'shows %j as text',
  (source) => {
    expect(html(source)).not.toMatch(/<(?!\/?p>)/);
  },
);
