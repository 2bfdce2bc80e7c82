import { cinema } from '../cinema';

/** What a banned person reads: why, how long, and what remains. */
export function formatBanText({ reason, until }: { reason: string; until: Date | null }): string {
  const end = until ? `until ${formatEnd(until)}` : 'permanently';
  return `This account has been suspended ${end}. The reason: ${reason} You can still read everything. If you think this is wrong, write to ${cinema.email}.`;
}

function formatEnd(until: Date): string {
  return new Intl.DateTimeFormat(cinema.locale, {
    timeZone: cinema.timeZone,
    dateStyle: 'full',
    timeStyle: 'short',
  }).format(until);
}
