import { describe, expect, it } from 'vitest';
import { requestFor, parseDraft } from './draft';

const nothing = { text: '', spoiler: false, sent: null };
const typed = { text: 'Left it is', spoiler: false };

describe('parseDraft', () => {
  it.each([
    ['nothing', null, nothing],
    ['something else', 'text', nothing],
    ['a text that was never sent', { text: 'Left it is' }, { ...typed, sent: null }],
    [
      'a text that is being sent',
      { ...typed, sent: { ...typed, key: 'k-1' } },
      { ...typed, sent: { ...typed, key: 'k-1' } },
    ],
    [
      'what says how the film ends',
      { text: 'They part', spoiler: true, sent: { text: 'They part', spoiler: true, key: 'k-1' } },
      { text: 'They part', spoiler: true, sent: { text: 'They part', spoiler: true, key: 'k-1' } },
    ],
    ['a broken key', { text: 'Left it is', sent: { text: 3 } }, { ...typed, sent: null }],
  ])('%s', (_, stored, draft) => {
    expect(parseDraft(stored)).toEqual(draft);
  });
});

describe('requestFor', () => {
  const draft = { ...typed, sent: { ...typed, key: 'k-1' } };

  it('keeps the key of a text that may have arrived already', () => {
    expect(requestFor(typed, draft, () => 'k-2')).toEqual({ ...typed, key: 'k-1' });
  });

  it('gives another text a new key', () => {
    expect(requestFor({ ...typed, text: 'Right it is' }, draft, () => 'k-2')).toEqual({
      text: 'Right it is',
      spoiler: false,
      key: 'k-2',
    });
  });

  it('gives the same text a new key when it has become a spoiler', () => {
    expect(requestFor({ ...typed, spoiler: true }, draft, () => 'k-2')).toEqual({
      text: 'Left it is',
      spoiler: true,
      key: 'k-2',
    });
  });
});
