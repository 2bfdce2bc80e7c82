import { describe, expect, it } from 'vitest';
import { commentIdOf } from './comment-id';

describe('commentIdOf', () => {
  it('is the same for the same member and key, and another for any other', () => {
    expect(commentIdOf('oona', 'key-00000001')).toBe('aec308c00f6c5799d4ccd163');
    expect(commentIdOf('oona', 'key-00000002')).not.toBe('aec308c00f6c5799d4ccd163');
    expect(commentIdOf('pat', 'key-00000001')).not.toBe('aec308c00f6c5799d4ccd163');
  });

  it('does not mix up where the one ends and the other begins', () => {
    expect(commentIdOf('oona', '1key')).not.toBe(commentIdOf('oona1', 'key'));
  });
});
