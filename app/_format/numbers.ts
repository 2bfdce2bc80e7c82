const SMALL = [
  'no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  'sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** `no`, `three`, `twenty-six`; figures from a hundred on. */
export function spellOutNumber(count: number): string {
  if (count >= 100) return String(count);
  const small = SMALL[count];
  if (small) return small;
  const unit = count % 10;
  return `${TENS[Math.floor(count / 10)]}${unit ? `-${SMALL[unit]}` : ''}`;
}

/** `three screens`, `one screen`. */
export function pluralize(count: number, one: string, many: string): string {
  return `${spellOutNumber(count)} ${count === 1 ? one : many}`;
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
