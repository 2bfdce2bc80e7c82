'use client';

import { canModerate } from '@/lib/comments/policy';
import { type RemovedComment, replySchema } from '@/lib/comments/schema';
import { useSession } from '@/app/_session/session-store';
import { CommentContent } from '@/app/_components/comments/comment-content';
import { AuthorName, authorName } from '@/app/_components/comments/comment-card';
import { useComments } from './context';
import { formatDateTime, formatRelativeTime } from '@/app/_components/comments/comment-card';
import { useAction } from '@/app/_components/form/use-action';
import { callApi } from '@/app/_session/api';

/** Folded for staff, who see all of it; open for people whose own comments were removed. */
export function RemovedList({ removed }: { removed: RemovedComment[] }) {
  const isStaff = canModerate(useSession().me);
  const count = removed.length === 1 ? '1 comment' : `${removed.length} comments`;
  return (
    <details className="removed" open={!isStaff}>
      <summary>{isStaff ? `${count} removed by staff` : `${count} of yours, removed by staff`}</summary>
      <ol>
        {removed.map((one) => (
          <RemovedItem key={one.comment.id} removed={one} isStaff={isStaff} />
        ))}
      </ol>
    </details>
  );
}

function RemovedItem({ removed, isStaff }: { removed: RemovedComment; isStaff: boolean }) {
  const { now } = useComments();
  const { comment, reason, removedAt, isOwn } = removed;
  const at = new Date(removedAt);
  return (
    <li className="comment">
      <header>
        <AuthorName author={comment.author} />
        {isOwn && <span className="you">You</span>}
        <span className="to">
          removed{' '}
          <time dateTime={removedAt} title={formatDateTime(at)}>
            {formatRelativeTime(at, now)}
          </time>
        </span>
      </header>
      <p className="why">
        <b>Reason given:</b> {reason}
      </p>
      <div className="read">
        <CommentContent blocks={comment.content} />
      </div>
      {isStaff ? (
        <RestoreButton removed={removed} />
      ) : (
        <p className="small soft">Only you and staff can see this.</p>
      )}
    </li>
  );
}

function RestoreButton({ removed }: { removed: RemovedComment }) {
  const { onRestored } = useComments();
  const { comment, parentId } = removed;
  const { run, busy, error } = useAction(async () => {
    const restored = await callApi('DELETE', `/api/comments/${comment.id}/removal`, {
      response: replySchema,
    });
    if (restored.ok) onRestored(restored.data, parentId);
    return restored;
  });

  return (
    <div className="acts">
      <button className="btn-link" type="button" aria-busy={busy || undefined} onClick={() => void run()}>
        {busy ? 'Restoring' : 'Restore'}
        <span className="hidden"> the comment of {authorName(comment.author)}</span>
      </button>
      <div role="alert">{error && <p className="error">{error.message}</p>}</div>
    </div>
  );
}
