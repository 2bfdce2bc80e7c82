/** An import that cannot begin or go on: one sentence for people and the way out, shown without a stack. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}

/** Why a line of a file is not taken. `reason` is what it is counted under, `detail` what is wrong with this one. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly reason: string;

  constructor(reason: string, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}
