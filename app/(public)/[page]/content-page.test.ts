import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { cinema } from '@/lib/cinema';
import { interpolate, listContentPages, readContentPage, textContent, toContentPage } from './content-page';
import { MarkdownPage } from './markdown-page';

const page = (markdown: string) => toContentPage('test.md', markdown);

describe('the cinema’s pages', () => {
  it('are these, each with a title of its own', async () => {
    const names = (await listContentPages()).toSorted();
    expect(names).toEqual(['access', 'house-rules', 'imprint', 'privacy', 'visit']);
    const pages = await Promise.all(names.map(readContentPage));
    expect(pages.map(({ title }) => title)).toEqual(['Access', 'House rules', 'Imprint', 'Privacy', 'Visit']);
  });

  it('are all linked from the head or the foot', async () => {
    const linked = [...cinema.links, ...cinema.footLinks].map(({ href }) => href);
    for (const name of await listContentPages()) expect(linked).toContain(`/${name}`);
  });

  it('name the cinema by its facts', async () => {
    const { body } = await readContentPage('imprint');
    expect(textContent(body)).toContain(cinema.address.street);
    expect(textContent(body)).not.toContain('{{');
  });
});

describe('toContentPage', () => {
  it('takes the title, the first paragraph and the rest', () => {
    const { title, description, body } = page('# Visit *us*\n\nCome\nin, [here](/).\n\n## Times\n');
    expect([title, description]).toEqual(['Visit us', 'Come in, here.']);
    expect(body.children.map(({ type }) => type)).toEqual(['paragraph', 'heading']);
  });

  it.each([
    ['Come in.', 'test.md has to begin with its title, as in "# Visit".'],
    ['## Visit\n\nCome in.', 'test.md has to begin with its title, as in "# Visit".'],
    ['# Visit\n\n## Times', 'test.md needs a paragraph under its title.'],
    ['# Visit\n\n{{naem}}', 'test.md asks for {{naem}}, which is none of name, street,'],
  ])('refuses %j in one sentence', (markdown, sentence) => expect(() => page(markdown)).toThrow(sentence));
});

it('a content page fills in the facts of the cinema', () => {
  expect(interpolate('a.md', '{{name}}, {{ city }}')).toBe(`${cinema.name}, ${cinema.address.city}`);
});

it.each([
  ['<b>bold</b>', 'A content page has a html in line 3'],
  ['![a](b.png)', 'A content page has a image in line 3'],
])('lets nothing pass that it does not know: %s', (markdown, sentence) => {
  const { body } = page(`# Visit\n\n${markdown}\n\nCome in.`);
  expect(() => renderToStaticMarkup(createElement(MarkdownPage, { node: body }))).toThrow(sentence);
});

it('a content page makes elements of what it knows', () => {
  const { body } = page('# Visit\n\n**Come** [in](https://example.org/).\n\n1. one\n2. *two*\n');
  expect(renderToStaticMarkup(createElement(MarkdownPage, { node: body }))).toBe(
    '<p><strong>Come</strong> <a href="https://example.org/">in</a>.</p><ol><li><p>one</p></li><li><p><em>two</em></p></li></ol>',
  );
});
