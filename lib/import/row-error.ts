/** Why a line of a file is not taken. `reason` is what it is counted under, `detail` what is wrong with this one. */
export class RowError extends Error {
  override readonly name = 'RowError';
  readonly reason: string;

  constructor(reason: string, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}
