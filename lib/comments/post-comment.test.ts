import { describe, expect, it } from 'vitest';
import { commentIdFor } from './post-comment';

describe('commentIdFor', () => {
  it('is the same for the same member and key, and another for any other', () => {
    expect(commentIdFor('oona', 'key-00000001')).toBe('aec308c00f6c5799d4ccd163');
    expect(commentIdFor('oona', 'key-00000002')).not.toBe('aec308c00f6c5799d4ccd163');
    expect(commentIdFor('pat', 'key-00000001')).not.toBe('aec308c00f6c5799d4ccd163');
  });

  it('does not mix up where the one ends and the other begins', () => {
    expect(commentIdFor('oona', '1key')).not.toBe(commentIdFor('oona1', 'key'));
  });
});
