import type { NoticeProps } from '@/app/_components/form/notice';
import { formatDayHeading } from '@/app/_format/dates';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import type { Sale } from '@/lib/screenings/schema';

/** Why no seat can be chosen at this moment, and where to go instead; null while tickets are sold. */
export function whyClosed(
  { state, sale, filmSlug, filmTitle }: Sale,
  now: Date,
  freeCount: number,
): Pick<NoticeProps, 'tone' | 'title' | 'children' | 'actions'> | null {
  const others = [{ label: `Other screenings of ${filmTitle}`, href: `/films/${filmSlug}` }];
  const info = (title: string, children: string) => ({
    tone: 'info' as const,
    title,
    children,
    actions: others,
  });
  if (state === 'cancelled') {
    return info(
      'This screening is cancelled',
      'If you have tickets for it, you get your money back at the box office.',
    );
  }
  if (state === 'paused') return info('Ticket sales are paused', 'Try again a little later.');
  if (now < new Date(sale.opensAt)) {
    const opens = new Date(sale.opensAt);
    const when = `${formatDayHeading(cinemaDay(opens), cinemaDay(now))} at ${cinemaTime(opens)}`;
    return info('Tickets aren’t on sale yet', `Sales start ${when}.`);
  }
  if (now >= new Date(sale.closesAt)) {
    return info('This screening has begun', 'Tickets are no longer sold online. Ask at the box office.');
  }
  if (freeCount === 0) {
    return info('Sold out', 'Seats that are given back appear here at once. Look again later.');
  }
  return null;
}
