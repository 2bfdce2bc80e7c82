/** The bytes 0x80 to 0x9f of Windows-1252; the five that it leaves open stand for themselves. */
const SPECIAL = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'];
const BYTES = new Map(SPECIAL.map((letter, index) => [letter, 0x80 + index]));
const TIMES_MAX = 3;

/**
 * What a text should be that is UTF-8 and was read as Windows-1252 on its way, once or several times: `CafÃ©` is `Café`. Null
 * for a text that is as it should be: its letters, as bytes, are no UTF-8 then.
 */
export function repairCharset(text: string): string | null {
  let [repaired, times] = [text, 0];
  for (let next = decodeOnce(repaired); next !== null && times < TIMES_MAX; next = decodeOnce(repaired)) {
    repaired = next;
    times += 1;
  }
  return times === 0 ? null : repaired;
}

function decodeOnce(text: string): string | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const byte = BYTES.get(letter) ?? (code < 0x80 || (code > 0x9f && code <= 0xff) ? code : null);
    if (byte === null) return null;
    bytes.push(byte);
  }
  if (bytes.every((byte) => byte < 0x80)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
  } catch {
    return null;
  }
}
