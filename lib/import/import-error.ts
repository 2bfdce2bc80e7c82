/** An import that cannot begin or go on: one sentence for people and the way out, shown without a stack. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
