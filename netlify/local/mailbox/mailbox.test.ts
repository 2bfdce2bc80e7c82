import { describe, expect, it } from 'vitest';
import { htmlToText, linksOf, titleOf } from './html-text';
import { renderTemplate } from './render-template';

describe('rendering Netlify’s template language', () => {
  it('fills names in, with or without blanks, and escapes them for HTML', () => {
    const html = renderTemplate('<a href="{{.SiteURL}}/#t={{ .Token }}">{{- .Email -}}</a>', {
      SiteURL: 'http://site.example',
      Token: 'abc-_1',
      Email: `"<b>"+'&'@x.co`,
    });
    expect(html).toBe(
      '<a href="http://site.example/#t=abc-_1">&#34;&lt;b&gt;&#34;&#43;&#39;&amp;&#39;@x.co</a>',
    );
  });

  it('reads keys of Data and leaves unknown names empty', () => {
    const values = { Data: { full_name: 'Oona', nested: { a: 1 } } };
    expect(
      renderTemplate('{{ .Data.full_name }}|{{ .Data.nested }}|{{ .Nope }}|{{ .Data.toString }}', values),
    ).toBe('Oona|||');
  });

  it('drops comments and refuses what Netlify would evaluate and we would not', () => {
    expect(renderTemplate('a{{/* note */}}b', {})).toBe('ab');
    expect(() => renderTemplate('{{ if .Email }}x{{ end }}', {})).toThrow(
      'The mail template uses {{ if .Email }}, which is not known here.',
    );
  });
});

describe('the text of a mail', () => {
  it('has the sentences of the HTML, one paragraph each, and the links', () => {
    const html =
      '<html><head><title>T</title><style>p{}</style></head><body><h1>CINEMA</h1>\n<p>One\n two &amp; three.</p>' +
      '<p><a href="http://x/#t=1">Go on</a></p><p><a href="http://x/#t=1">http://x/#t=1</a></p></body></html>';
    expect(htmlToText(html)).toBe('CINEMA\n\nOne two & three.\n\nGo on: http://x/#t=1\n\nhttp://x/#t=1');
  });

  it('decodes entities once only', () => {
    expect(htmlToText('<p>&amp;lt; &#39; &#x27; &nope;</p>')).toBe("&lt; ' ' &nope;");
  });
});

describe('looking into a mail', () => {
  it('finds each link once, decoded', () => {
    expect(linksOf('<a href="a?x=1&amp;y=2">1</a><a class="b" href="c">2</a><a href="c">3</a>')).toEqual([
      'a?x=1&y=2',
      'c',
    ]);
  });

  it('takes the title as subject, if there is one', () => {
    expect(titleOf('<title> A &amp; B </title>')).toBe('A & B');
    expect(titleOf('<h2>no title</h2>')).toBeNull();
  });
});
