import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Author, Reply } from '@/lib/comments/schema';
import { commentAnchor, commentHref } from './href';
import { CommentContent } from './comment-content';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import { cinema } from '@/lib/cinema';
import { dayNumeral, fullDate, month, weekday } from '@/app/_format/dates';

interface CommentCardProps {
  comment: Reply;
  film: { slug: string; title: string };
  /** Who wrote it, where that is not the same for all. */
  author?: ReactNode;
  /** `new`, `removed by staff`. */
  mark?: ReactNode;
  now: Date;
  children?: ReactNode;
}

/** A comment outside its film's page, with a link to the film. */
export function CommentCard({ comment, film, author, mark, now, children }: CommentCardProps) {
  return (
    <li className="comment" id={commentAnchor(comment.id)} tabIndex={-1}>
      <header>
        {author}
        <span className="on">
          on{' '}
          <Link href={`/films/${film.slug}`} prefetch={false}>
            {film.title}
          </Link>
        </span>
        {mark}
        <CommentTime slug={film.slug} comment={comment} now={now} />
      </header>
      {children}
      <Spoiler spoiler={comment.spoiler}>
        <CommentContent blocks={comment.content} />
      </Spoiler>
    </li>
  );
}

/** `Former member` once the account is gone; `Member` while nobody could be asked. */
export function authorName(author: Author | null): string {
  if (!author) return 'Member';
  return author.kind === 'deleted' ? 'Former member' : author.name;
}

/** Members have a page of their own; who has left and who was never here have none. */
export function AuthorName({ author }: { author: Author | null }) {
  const name = authorName(author);
  if (author?.kind !== 'member') return <b>{name}</b>;
  return (
    <b>
      <Link href={`/members/${author.id}`} prefetch={false}>
        {name}
      </Link>
    </b>
  );
}

interface CommentTimeProps {
  slug: string;
  comment: Pick<Reply, 'id' | 'state' | 'createdAt' | 'editedAt'>;
  now: Date;
}

/** When it was written, as a link to the comment's own page if it has one, and whether it was changed since. */
export function CommentTime({ slug, comment, now }: CommentTimeProps) {
  const { id, state, createdAt, editedAt } = comment;
  const at = new Date(createdAt);
  const written = (
    <time dateTime={createdAt} title={formatDateTime(at)}>
      {formatRelativeTime(at, now)}
    </time>
  );
  return (
    <span className="when">
      {state === 'visible' ? (
        <Link href={commentHref(slug, id)} prefetch={false}>
          {written}
        </Link>
      ) : (
        written
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
 * `48 minutes ago`, `yesterday`, `3 days ago`, `12 November`: how long ago, by the cinema's calendar. A clock
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

/** `Friday 20 November 2026, 16:52`, by the cinema's clock. */
export function formatDateTime(at: Date): string {
  const day = cinemaDay(at, cinema.timeZone);
  return `${weekday(day)} ${fullDate(day)}, ${cinemaTime(at, cinema.timeZone)}`;
}

/** A text that says how a film ends stays folded until somebody asks for it. */
export function Spoiler({ spoiler, children }: { spoiler: boolean; children: ReactNode }) {
  const text = <div className="read">{children}</div>;
  if (!spoiler) return text;
  return (
    <details className="spoiler">
      <summary>Spoiler: reveals the ending</summary>
      {text}
    </details>
  );
}
