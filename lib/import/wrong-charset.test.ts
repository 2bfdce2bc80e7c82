import { expect, test } from 'vitest';
import { repairCharset } from './wrong-charset';

test.each([
  ['CafÃ© Noir', 'Café Noir'],
  ['Die FlÃ¼sse', 'Die Flüsse'],
  ['Itâ€™s a Wonderful Life', 'It’s a Wonderful Life'],
  ['CafÃƒÂ©', 'Café'],
  ['æ\u009d±äº¬ç‰©èªž', '東京物語'],
])('%s should be %s', (text, right) => {
  expect(repairCharset(text)).toBe(right);
});

test.each(['Café Noir', 'Die Flüsse', 'SÃO PAULO', 'It’s', '«Éric»', 'plain', '東京物語', 'Ça – là'])(
  '%s is as it should be',
  (text) => {
    expect(repairCharset(text)).toBeNull();
  },
);
