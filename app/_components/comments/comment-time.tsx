import Link from 'next/link';
import type { Reply } from '@/lib/comments/schema';
import { permalink } from './href';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import { cinema } from '@/lib/cinema';
import { dayNumeral, fullDate, month, weekday } from '@/app/_format/dates';

interface CommentTimeProps {
  slug: string;
  comment: Pick<Reply, 'id' | 'state' | 'createdAt' | 'editedAt'>;
  now: Date;
}

/** When it was said, in words that lead to the comment's own page if it has one, and whether it was changed since. */
export function CommentTime({ slug, comment, now }: CommentTimeProps) {
  const { id, state, createdAt, editedAt } = comment;
  const at = new Date(createdAt);
  const said = (
    <time dateTime={createdAt} title={formatDateTime(at)}>
      {formatRelativeTime(at, now)}
    </time>
  );
  return (
    <span className="when">
      {state === 'visible' ? (
        <Link href={permalink(slug, id)} prefetch={false}>
          {said}
        </Link>
      ) : (
        said
      )}
      {editedAt && (
        <>
          ,{' '}
          <time dateTime={editedAt} title={formatDateTime(new Date(editedAt))}>
            edited
          </time>
        </>
      )}
    </span>
  );
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function ago(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'} ago`;
}

/**
 * `48 minutes ago`, `yesterday`, `3 days ago`, `12 November`: how long ago in words, by the house's calendar. A clock
 * that is a little ahead of ours says `just now`.
 */
export function formatRelativeTime(at: Date, now: Date): string {
  const passed = now.getTime() - at.getTime();
  if (passed < MINUTE_MS) return 'just now';
  if (passed < HOUR_MS) return ago(Math.floor(passed / MINUTE_MS), 'minute');
  const day = cinemaDay(at, cinema.timeZone);
  const today = cinemaDay(now, cinema.timeZone);
  const days = Math.round((Date.parse(today) - Date.parse(day)) / DAY_MS);
  if (days === 0) return ago(Math.floor(passed / HOUR_MS), 'hour');
  if (days === 1) return 'yesterday';
  if (days < 7) return ago(days, 'day');
  return day.slice(0, 4) === today.slice(0, 4) ? `${dayNumeral(day)} ${month(day)}` : fullDate(day);
}

/** `Friday 20 November 2026, 16:52`, on the house's clock. */
export function formatDateTime(at: Date): string {
  const day = cinemaDay(at, cinema.timeZone);
  return `${weekday(day)} ${fullDate(day)}, ${cinemaTime(at, cinema.timeZone)}`;
}
