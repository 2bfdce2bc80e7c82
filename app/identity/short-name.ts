const NAME_LENGTH_SHOWN = 16;

/** Cut where the header has no more room; the whole name is in the menu's label. */
export function shortName(name: string): string {
  const letters = [...name];
  return letters.length > NAME_LENGTH_SHOWN
    ? `${letters
        .slice(0, NAME_LENGTH_SHOWN - 1)
        .join('')
        .trimEnd()}…`
    : name;
}

/** First letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0] ?? '';
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return ([...first].slice(0, 1).join('') + [...last].slice(0, 1).join('')).toUpperCase();
}
