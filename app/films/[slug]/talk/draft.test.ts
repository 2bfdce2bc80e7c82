import { describe, expect, it } from 'vitest';
import { requestFor, toDraft } from './draft';

describe('toDraft', () => {
  it.each([
    ['nothing', null, { text: '', sent: null }],
    ['something else', 'words', { text: '', sent: null }],
    ['words that were never sent', { text: 'Left it is' }, { text: 'Left it is', sent: null }],
    [
      'words on their way',
      { text: 'Left it is', sent: { text: 'Left it is', key: 'k-1' } },
      { text: 'Left it is', sent: { text: 'Left it is', key: 'k-1' } },
    ],
    ['a broken key', { text: 'Left it is', sent: { text: 3 } }, { text: 'Left it is', sent: null }],
  ])('%s', (_, stored, draft) => {
    expect(toDraft(stored)).toEqual(draft);
  });
});

describe('requestFor', () => {
  const draft = { text: 'Left it is', sent: { text: 'Left it is', key: 'k-1' } };

  it('keeps the key of words that may have arrived already', () => {
    expect(requestFor('Left it is', draft, () => 'k-2')).toEqual({ text: 'Left it is', key: 'k-1' });
  });

  it('gives other words a new key', () => {
    expect(requestFor('Right it is', draft, () => 'k-2')).toEqual({ text: 'Right it is', key: 'k-2' });
  });
});
