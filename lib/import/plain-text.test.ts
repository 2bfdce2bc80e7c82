import { expect, test } from 'vitest';
import { plainLine, plainText } from './plain-text';

test.each([
  ['Am&eacute;lie', 'Amélie'],
  ['Am&amp;eacute;lie', 'Amélie'],
  ['Tom &amp; Jerry', 'Tom & Jerry'],
  ['Tom & Jerry', 'Tom & Jerry'],
  ['&#8220;M&#8221; &#x2013; a city', '“M” – a city'],
  ['<i>Alien</i><sup>3</sup>', 'Alien3'],
  ['A <b>bold</b> &nbsp; move', 'A bold move'],
  ['5 < 6 and 7 > 3', '5 < 6 and 7 > 3'],
  ['I <3 cinema', 'I <3 cinema'],
  ['<p>One.</p>\n<p>Two.<br>Three.</p>', 'One.\n\nTwo.\nThree.'],
  ['Before<script>alert(1)</script> after', 'Before after'],
  ['<style>p{}</style><p onclick="x()">Text</p><!-- said by nobody -->', 'Text'],
  ['&lt;script&gt;alert(1)&lt;/script&gt;Text', 'Text'],
  ['<a href="javascript:alert(1)">A link</a>', 'A link'],
  ['<img src=x onerror=alert(1)>', ''],
  ['unclosed <b>tag', 'unclosed tag'],
  ['<harmony/>', '<harmony/>'],
  ['Harmony <2015>', 'Harmony <2015>'],
  ['<b>Bold</b> Moves', 'Bold Moves'],
  ['<Untitled> and <nobody home>', '<Untitled> and <nobody home>'],
  ['The <em class="x">Lamps</em>', 'The Lamps'],
  ['zero\u0000 and \u202eturned', 'zero and turned'],
])('%j', (html, text) => {
  expect(plainText(html)).toBe(text);
});

test('on one line', () => {
  expect(plainLine('<p>The\r\nSeventh</p> <p>Seal</p>')).toBe('The Seventh Seal');
});
