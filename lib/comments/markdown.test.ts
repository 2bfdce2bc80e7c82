import { describe, expect, it } from 'vitest';
import type { Block, Inline } from './content';
import { countLinks, renderMarkdown } from './markdown';

/** A tree in one line: `p("a" em("b"))`, `q(...)`, `ul(li(...))`, `ol3(li(...))`, `a<href>(...)`, `br`. */
function outline(nodes: readonly (Block | Inline)[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return JSON.stringify(node.value);
      if (node.type === 'break') return 'br';
      if (node.type === 'list') {
        const items = node.items.map((item) => `li(${outline(item)})`).join(' ');
        return `${node.ordered ? `ol${node.start}` : 'ul'}(${items})`;
      }
      const name = { paragraph: 'p', quote: 'q', emphasis: 'em', strong: 'strong', link: 'a' }[node.type];
      return `${name}${node.type === 'link' ? `<${node.href}>` : ''}(${outline(node.children)})`;
    })
    .join(' ');
}
const parsed = (source: string): string => outline(renderMarkdown(source));

describe('what a comment may hold', () => {
  it.each([
    ['paragraphs', 'One.\n\nTwo.', 'p("One.") p("Two.")'],
    ['a line end that was typed', 'One\ntwo', 'p("One" br "two")'],
    ['emphasis', 'so *very* **good**', 'p("so " em("very") " " strong("good"))'],
    ['both at once', '***good***', 'p(em(strong("good")))'],
    ['a quote', '> Open the\n> doors.\n\nNo.', 'q(p("Open the" br "doors.")) p("No.")'],
    ['a list', '- one\n- *two*', 'ul(li(p("one")) li(p(em("two"))))'],
    [
      'titles that are years',
      '1917. Filmed as if in one take.\n\n2001. Nothing since is as calm.',
      'p("1917. Filmed as if in one take.") p("2001. Nothing since is as calm.")',
    ],
    ['one title that is a year', '1984) is *grim*', 'p("1984) is " em("grim"))'],
    ['a list that counts down', '3. Up\n2. Heat\n1. Fargo', 'p("3. Up" br "2. Heat" br "1. Fargo")'],
    ['a list that leaves a number out', '1. Up\n3. Heat', 'p("1. Up" br "3. Heat")'],
    ['a year that is no year yet', '999. a\n1000. b', 'ol999(li(p("a")) li(p("b")))'],
    ['a numbered list', '3. three\n4. four', 'ol3(li(p("three")) li(p("four")))'],
    ['a link', '[here](https://a.example/x?y=1)', 'p(a<https://a.example/x?y=1>("here"))'],
    ['a link in brackets', '<https://a.example>', 'p(a<https://a.example/>("https://a.example"))'],
    [
      'an address as it is',
      'see https://a.example/b.',
      'p("see " a<https://a.example/b>("https://a.example/b") ".")',
    ],
    ['one that begins with www', 'www.a.example', 'p(a<http://www.a.example/>("www.a.example"))'],
    ['a mail address', 'oona@a.example', 'p(a<mailto:oona@a.example>("oona@a.example"))'],
    ['a link without words', '[](https://a.example)', 'p(a<https://a.example/>("https://a.example/"))'],
    ['signs that are meant as signs', '\\*not\\* 2 * 3 * 4', 'p("*not* 2 * 3 * 4")'],
  ])('%s', (_, source, tree) => {
    expect(parsed(source)).toBe(tree);
  });
});

describe('what stands as its plain text', () => {
  it.each([
    ['HTML', '<b>x</b><script>alert(1)</script>', 'p("<b>x</b><script>alert(1)</script>")'],
    ['a block of it', '<div onclick="x()">\nx', 'p("<div onclick=\\"x()\\">" br "x")'],
    ['a comment of it', '<!-- x -->', 'p("<!-- x -->")'],
    ['references to characters', '&lt;b&gt; &#x202e;', 'p("&lt;b&gt; &#x202e;")'],
    ['a heading', '# One', 'p("# One")'],
    ['an underlined heading', 'One\n===', 'p("One" br "===")'],
    ['a line', '---', 'p("---")'],
    ['code', '`x` and\n```\ny\n```', 'p("`x` and" br "```" br "y" br "```")'],
    ['an image', '![x](https://a.example/x.png)', 'p("![x](https://a.example/x.png)")'],
    ['a link that is defined elsewhere', '[x][1]\n\n[1]: y', 'p("[x][1]") p("[1]: y")'],
    ['nothing but a sign', '>', 'p(">")'],
    ['an empty list', '-', 'p("-")'],
    ['a line of dashes under *other* marks', '*a*\n\n------------', 'p(em("a")) p("------------")'],
    ['eight quotes and lists at once', '> - '.repeat(4) + 'x\n\n*y*', `p("${'> - '.repeat(4)}x") p("*y*")`],
  ])('%s', (_, source, tree) => {
    expect(parsed(source)).toBe(tree);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//elsewhere.example',
    '/account',
    '#main',
    'https:elsewhere.example',
    'https://',
  ])('a link to %s', (address) => {
    expect(parsed(`[x](${address})`)).toBe(`p(${JSON.stringify(`[x](${address})`)})`);
    expect(parsed(`<${address}>`)).not.toContain('a<');
  });

  it('what is nested deeper than three', () => {
    expect(parsed('> > > > four')).toBe('q(q(q(p("> four"))))');
    expect(parsed('- a\n  - b\n    - c\n      - d')).toBe(
      'ul(li(p("a") ul(li(p("b") ul(li(p("c") p("- d")))))))',
    );
    expect(parsed('*a **b *c **d** c* b** a*')).toBe('p(em("a " strong("b " em("c **d** c") " b") " a"))');
  });
});

describe('the depth and the time of it', () => {
  it.each(['>', '- ', '1. ', '*', '**a ', '[', '![', '](', '<', 'a@', 'www.', '\\', '_a', '\n>', '`'])(
    'stay small for a comment full of %j',
    (sign) => {
      // The time of this process alone: others on the machine do not count.
      const from = process.cpuUsage();
      const tree = JSON.stringify(renderMarkdown(sign.repeat(2_000).slice(0, 2_000)));
      expect(process.cpuUsage(from).user / 1000).toBeLessThan(500);
      expect(Math.max(...depths(tree))).toBeLessThan(40);
    },
  );
});

/** How deep the brackets of a text are nested, at each of them. */
function depths(json: string): number[] {
  let depth = 0;
  return json
    .replace(/"(\\.|[^"\\])*"/g, '')
    .split('')
    .map((sign) => (depth += '[{'.includes(sign) ? 1 : ']}'.includes(sign) ? -1 : 0));
}

describe('countLinks', () => {
  it.each([
    ['none', 'a b', 0],
    ['each kind', '[a](https://a.example) https://b.example <https://c.example> d@a.example', 4],
    ['in quotes, lists and emphasis', '> https://a.example\n\n- *https://b.example*', 2],
    ['not what stands as text', '[a](javascript:x) ![a](b.png)', 0],
  ])('%s', (_, source, count) => {
    expect(countLinks(renderMarkdown(source))).toBe(count);
  });
});
