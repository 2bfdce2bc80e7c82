const ENOUGH = 190;

/** The first sentences of a synopsis, as many as make two or three lines; at least one. */
export function opening(synopsis: string): string {
  const sentences = synopsis.split(/(?<=[.?!]) +(?=\p{Lu})/u);
  let text = sentences[0] ?? '';
  for (const sentence of sentences.slice(1)) {
    if (text.length + 1 + sentence.length > ENOUGH) break;
    text += ` ${sentence}`;
  }
  return text;
}
