/** Text that people write: names, comments, reasons, access needs, cells of tables. Pure: forms and routes use the same functions. */

/** `line`: one line, single spaces. `block`: lines and blanks stay, with one kind of line end. */
export type TextKind = 'line' | 'block';

/** More marks on one letter climb over the lines above; no language needs as many. */
const MARKS_MAX = 6;

// With the u flag: an unpaired surrogate, which the database cannot store.
const LONE_SURROGATE = /\p{Surrogate}/gu;
const LINE_END = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
// What nobody sees: controls, marks that turn the direction of text, zero widths, fillers, tags, annotations.
const INVISIBLE =
  /(?:[\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]|(?![\t\n])\p{Cc})+/gu;
// U+2800 is a braille cell without a dot: a blank, though not one to `\s`.
const BLANK = /[\s\u2800]+/gu;
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

// Scripts in which a joiner or its opposite changes how letters are drawn.
const JOINING = [
  'Arab Syrc Nkoo Mong Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt',
  'Bali Java Sund Cham Newa Takr Mand Adlm Rohg',
]
  .join(' ')
  .split(' ')
  .map((script) => String.raw`\p{Script=${script}}`)
  .join('');

/** Invisible characters where they are part of what is seen: flags, joined emoji, joined letters, variants of a character. */
const NEEDED = new RegExp(
  [
    String.raw`(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f}`,
    String.raw`(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})`,
    String.raw`(?<=[${JOINING}])[\u200c\u200d](?=[${JOINING}])`,
    String.raw`(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f]`,
    String.raw`(?<=[\d#*])\ufe0f(?=\u20e3)`,
    String.raw`(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]`,
    String.raw`(?<=\p{Script=Mong})[\u180b-\u180d\u180f]`,
  ].join('|'),
  'uy',
);
const PILE = new RegExp(String.raw`((?:\p{M}[\u200c\u200d]?){${MARKS_MAX}})(?:\p{M}[\u200c\u200d]?)+`, 'gu');

/**
 * Makes a text fit to be stored and shown: nothing invisible, accents composed, at most six marks on a letter, no space
 * around. Empty for a text in which there is nothing to see. What is normalized already stays as it is.
 */
export function normalizeText(text: string, kind: TextKind): string {
  const whole = text.replace(LONE_SURROGATE, '\ufffd').replace(LINE_END, '\n');
  let tidy = '';
  // Taking something out can bring together what composes, or leave a joiner without its letters: at most a few times.
  for (let next = whole; next !== tidy; next = once(tidy, kind)) tidy = next;
  return VISIBLE.test(tidy) ? tidy : '';
}

function once(text: string, kind: TextKind): string {
  const seen = text.normalize('NFC').replace(INVISIBLE, neededOf).replace(PILE, '$1').normalize('NFC');
  return (kind === 'line' ? seen.replace(BLANK, ' ') : seen).trim();
}

/** The invisible characters at `start` of a text that are needed. */
function neededOf(run: string, start: number, text: string): string {
  let needed = '';
  let at = start;
  while (at < start + run.length) {
    NEEDED.lastIndex = at;
    const found = NEEDED.exec(text)?.[0];
    needed += found ?? '';
    at += found?.length ?? String.fromCodePoint(text.codePointAt(at) ?? 0).length;
  }
  return needed;
}

/** Length in Unicode code points, as the database counts it too: an emoji counts as one or a few. */
export function textLength(text: string): number {
  return [...text].length;
}

/**
 * Letters of other alphabets that look like a Latin one. Capitals are separate, because some letters look different:
 * the Greek Η is an H, but η an n.
 */
const LOOK_ALIKES = new Map(
  [
    'AАΑ BВΒ CСϹ EЕΕ HНΗ IІΙӀ JЈͿ KКΚ MМΜ NΝ OОΟ PРΡ SЅ TТΤ XХΧ YУΥҮ ZΖ',
    'aаαɑ bь cсϲ dԁ eеҽ gɡ hһ iіιı jјϳ kкκ lӏ mм nпη oоοσօ pрρ qԛ rг sѕ tтτ uυս vνѵ wԝѡω xхχ yуγү',
  ]
    .flatMap((group) => group.split(' '))
    .flatMap(([latin = '', ...others]) => others.map((letter): [string, string] => [letter, latin])),
);

/**
 * Normalizes a text so that texts that look the same to a reader are equal: letters and digits, regardless of case,
 * width, alphabet, encoding of accents, and what is between them. A text without any, such as emoji, stays as it is.
 */
export function normalizeForComparison(text: string): string {
  // Twice: some letters look like a Latin one as capitals alone, others only small.
  const words = toLatin(toLatin(text.normalize('NFKC')).toLowerCase().normalize('NFKC'))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  return words || text.replace(BLANK, ' ').trim();
}

function toLatin(text: string): string {
  return [...text].map((letter) => LOOK_ALIKES.get(letter) ?? letter).join('');
}
