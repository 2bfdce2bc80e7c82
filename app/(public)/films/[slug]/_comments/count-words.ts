const MARKS = [10, 50, 100];

/** What a screen reader hears of the room that is left: once at 100, 50 and 10 characters, then when it is too much. */
export function announceCharacterCount(left: number): string {
  if (left < 0) return 'Too long.';
  const mark = MARKS.find((limit) => left <= limit);
  return mark === undefined ? '' : `${mark} characters left.`;
}

/** `34 of 2,000`. */
export function formatCharacterCount(length: number, max: number): string {
  return `${length.toLocaleString('en')} of ${max.toLocaleString('en')}`;
}
