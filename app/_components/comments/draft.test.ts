import { describe, expect, it } from 'vitest';
import { requestFor, parseDraft } from './draft';

const nothing = { text: '', spoiler: false, sent: null };
const words = { text: 'Left it is', spoiler: false };

describe('parseDraft', () => {
  it.each([
    ['nothing', null, nothing],
    ['something else', 'words', nothing],
    ['words that were never sent', { text: 'Left it is' }, { ...words, sent: null }],
    [
      'words on their way',
      { ...words, sent: { ...words, key: 'k-1' } },
      { ...words, sent: { ...words, key: 'k-1' } },
    ],
    [
      'what says how the film ends',
      { text: 'They part', spoiler: true, sent: { text: 'They part', spoiler: true, key: 'k-1' } },
      { text: 'They part', spoiler: true, sent: { text: 'They part', spoiler: true, key: 'k-1' } },
    ],
    ['a broken key', { text: 'Left it is', sent: { text: 3 } }, { ...words, sent: null }],
  ])('%s', (_, stored, draft) => {
    expect(parseDraft(stored)).toEqual(draft);
  });
});

describe('requestFor', () => {
  const draft = { ...words, sent: { ...words, key: 'k-1' } };

  it('keeps the key of words that may have arrived already', () => {
    expect(requestFor(words, draft, () => 'k-2')).toEqual({ ...words, key: 'k-1' });
  });

  it('gives other words a new key', () => {
    expect(requestFor({ ...words, text: 'Right it is' }, draft, () => 'k-2')).toEqual({
      text: 'Right it is',
      spoiler: false,
      key: 'k-2',
    });
  });

  it('gives the same words a new key when they are to be folded now', () => {
    expect(requestFor({ ...words, spoiler: true }, draft, () => 'k-2')).toEqual({
      text: 'Left it is',
      spoiler: true,
      key: 'k-2',
    });
  });
});
