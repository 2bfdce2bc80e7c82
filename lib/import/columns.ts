/** A line of a table by our names for its columns. */
export type Row<Column extends string> = Partial<Record<Column, unknown>>;

/**
 * Finds our columns under the names that tables give them: letter case, spaces, hyphens and underscores do not count.
 * What is not known is kept by name, to be reported.
 */
export class Columns<Column extends string> {
  readonly #aliases = new Map<string, Column>();
  readonly #unknown = new Set<string>();

  constructor(names: Record<Column, readonly string[]>) {
    for (const [column, others] of Object.entries(names) as [Column, readonly string[]][]) {
      for (const name of [column, ...others]) this.#aliases.set(plain(name), column);
    }
  }

  /** Whether a column of this name is read. */
  has(name: string): boolean {
    return this.#aliases.has(plain(name));
  }

  row(record: Record<string, unknown>): Row<Column> {
    const row: Row<Column> = {};
    for (const [name, value] of Object.entries(record)) {
      const column = this.#aliases.get(plain(name));
      if (column === undefined) this.#note(name);
      else if (row[column] === undefined || row[column] === '') row[column] = value;
    }
    return row;
  }

  /** The names that were met and mean nothing here. */
  get unknown(): string[] {
    return [...this.#unknown];
  }

  #note(name: string): void {
    if (this.#unknown.size < UNKNOWN_MAX) this.#unknown.add(name);
  }
}

/** Enough to see what is wrong; a file of anything else must not fill the memory with its names. */
const UNKNOWN_MAX = 50;

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\d]/gu, '');
}
