import Link from 'next/link';
import type { Reply } from '@/lib/comments/schema';
import { permalink } from './addresses';
import { formatDateTime, formatRelativeTime } from './time-words';

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
