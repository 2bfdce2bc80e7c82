import { cinema } from '../cinema';

/** What a barred person reads: why, how long, and what remains. */
export function formatBanText({ reason, until }: { reason: string; until: Date | null }): string {
  const end = until ? `until ${formatEnd(until)}` : 'for good';
  return `This account is barred ${end}. The reason: ${reason} You may read everything; if you think this is wrong, write to ${cinema.email}.`;
}

function formatEnd(until: Date): string {
  return new Intl.DateTimeFormat(cinema.locale, {
    timeZone: cinema.timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(until);
}
