export interface TextLine {
  /** From 1. */
  line: number;
  text: string;
}

/** The lines of a UTF-8 text, with any kind of line end and without a byte order mark. Holds one chunk at a time. */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let line = 1;
  for await (const chunk of chunks) {
    rest += decoder.decode(chunk, { stream: true });
    // A carriage return at the very end may be half of a line end.
    const ends = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, ends).split(/\r\n|\r|\n/);
    rest = (lines.pop() ?? '') + rest.slice(ends);
    for (const text of lines) yield { line: line++, text };
  }
  const lines = (rest + decoder.decode()).split(/\r\n|\r|\n/);
  for (const text of lines) yield { line: line++, text };
}
