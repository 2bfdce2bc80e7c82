export interface TextLine {
  /** From 1. */
  line: number;
  /** Null for one that is longer than it may be. */
  text: string | null;
}

/**
 * The lines of a UTF-8 text, with any kind of line end and without a byte order mark. Holds one chunk and one line in
 * memory; a line of more than `maxCharacters` is dropped.
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  maxCharacters: number,
): AsyncGenerator<TextLine> {
  let [line, length] = [1, 0];
  let pieces: string[] = [];
  const add = (piece: string): void => {
    length += piece.length;
    if (length <= maxCharacters) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): TextLine => {
    const finished = { line, text: length > maxCharacters ? null : pieces.join('') };
    [line, length, pieces] = [line + 1, 0, []];
    return finished;
  };
  for await (const text of decoded(chunks)) {
    const [first = '', ...others] = text.split(/\r\n|\r|\n/);
    add(first);
    for (const piece of others) {
      yield finish();
      add(piece);
    }
  }
  yield finish();
}

/** A carriage return at the very end of a chunk may be half of a line end: it comes with the next. */
async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let held = '';
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true });
    held = text.endsWith('\r') ? '\r' : '';
    yield held ? text.slice(0, -1) : text;
  }
  yield held + decoder.decode();
}
