import { stat } from 'node:fs/promises';
import { basename } from 'node:path';

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
