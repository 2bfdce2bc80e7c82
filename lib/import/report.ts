import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RowError } from './errors';

/** What is counted apart: a line of the table at the end. */
export type Kind = 'films' | 'comments' | 'screenings' | 'auditoriums' | 'seat plans' | 'people';
type Outcome = 'new' | 'unchanged' | 'changed' | 'refused';

export interface Place {
  /** The file's own name, without its folder. */
  file: string;
  line: number;
}

/** So many lines of one kind are printed; the rest is counted. */
const PRINTED_OF_EACH = 20;
const OUTCOMES: readonly Outcome[] = ['new', 'unchanged', 'changed', 'refused'];

/** Counts the outcome of each line, prints what the cinema should see, and sums up. Stores only counts. */
export class ImportReport {
  readonly #print: (line: string) => void;
  readonly #everyLine: boolean;
  readonly #counts = new Map<Kind, Record<Outcome, number>>();
  readonly #reasons = new Map<string, number>();
  readonly #printed = new Map<string, number>();

  constructor(print: (line: string) => void, everyLine = false) {
    this.#print = print;
    this.#everyLine = everyLine;
  }

  count(kind: Kind, outcome: Exclude<Outcome, 'refused'>, times = 1): void {
    this.#of(kind)[outcome] += times;
  }

  refuse(kind: Kind, { file, line }: Place, refused: RowError): void {
    this.#of(kind).refused += 1;
    const key = `${kind}: ${refused.reason}`;
    this.#reasons.set(key, (this.#reasons.get(key) ?? 0) + 1);
    this.#say(key, `${file}:${line}: refused, ${refused.message}`);
  }

  /** A note about the file as a whole. */
  note(line: string): void {
    this.#print(line);
  }

  /** What a dry run would do. */
  preview(kind: Kind, outcome: 'new' | 'changed', { file, line }: Place, words: string): void {
    this.#say(`${kind} ${outcome}`, `${file}:${line}: ${outcome}, ${words}`);
  }

  get refused(): number {
    return [...this.#counts.values()].reduce((sum, { refused }) => sum + refused, 0);
  }

  get written(): number {
    return [...this.#counts.values()].reduce((sum, counts) => sum + counts.new + counts.changed, 0);
  }

  /** The table at the end, as lines: read, new, unchanged, changed, refused; then the refused by reason. */
  summary(): string[] {
    if (this.#counts.size === 0) return ['There was nothing to read.'];
    const rows = [...this.#counts].map(([kind, counts]) => {
      const read = OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
      return [
        kind,
        ...[read, ...OUTCOMES.map((outcome) => counts[outcome])].map((n) => n.toLocaleString('en')),
      ];
    });
    const lines = ['', ...aligned([['', 'read', ...OUTCOMES], ...rows])];
    if (this.#reasons.size > 0) {
      const reasons = [...this.#reasons].toSorted(([, a], [, b]) => b - a);
      lines.push(
        '',
        'Refused:',
        ...reasons.map(([words, n]) => `${n.toLocaleString('en').padStart(9)}  ${words}`),
      );
    }
    return lines;
  }

  #of(kind: Kind): Record<Outcome, number> {
    const counts = this.#counts.get(kind) ?? { new: 0, unchanged: 0, changed: 0, refused: 0 };
    this.#counts.set(kind, counts);
    return counts;
  }

  #say(key: string, line: string): void {
    const printed = (this.#printed.get(key) ?? 0) + 1;
    this.#printed.set(key, printed);
    if (this.#everyLine || printed <= PRINTED_OF_EACH) this.#print(line);
    else if (printed === PRINTED_OF_EACH + 1) this.#print(`(more of this kind are only counted: ${key})`);
  }
}

function aligned(rows: string[][]): string[] {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(
    ([name = '', ...cells]) => name.padEnd(width) + cells.map((cell) => cell.padStart(11)).join(''),
  );
}

const LINE_EVERY_MS = 5_000;
const REDRAW_EVERY_MS = 100;

/** Where a progress line goes: a terminal, on which it is drawn over again, or a log, which gets one now and then. */
export interface ProgressOut {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** How far a file has been read, by its bytes. */
export class Progress {
  readonly #out: ProgressOut;
  readonly #now: () => number;
  #file = '';
  #totalBytes = 0;
  #bytes = 0;
  #lines = 0;
  #saidAt = 0;
  #drawn = false;

  constructor(out: ProgressOut, now: () => number = () => performance.now()) {
    this.#out = out;
    this.#now = now;
  }

  async begin(file: string): Promise<void> {
    this.#file = basename(file);
    // A file that is not there is for the reader to explain.
    this.#totalBytes = (await stat(file).catch(() => null))?.size ?? 0;
    this.#bytes = 0;
    this.#lines = 0;
    this.#saidAt = this.#now();
  }

  addBytes(count: number): void {
    this.#bytes += count;
  }

  /** One more line or document has been dealt with. */
  addLine(): void {
    this.#lines += 1;
    const wait = this.#out.isTTY ? REDRAW_EVERY_MS : LINE_EVERY_MS;
    if (this.#now() - this.#saidAt < wait) return;
    this.#saidAt = this.#now();
    const percent = Math.floor((100 * this.#bytes) / Math.max(this.#totalBytes, 1));
    const words = `${this.#file}: ${percent} %, ${this.#lines.toLocaleString('en')} read`;
    this.#out.write(this.#out.isTTY ? `\r\u001b[2K${words}` : `${words}\n`);
    this.#drawn = true;
  }

  /** Makes room for another line. */
  clear(): void {
    if (this.#drawn && this.#out.isTTY) this.#out.write('\r\u001b[2K');
    this.#drawn = false;
  }
}
