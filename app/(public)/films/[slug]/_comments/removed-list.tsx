'use client';

import { useState } from 'react';
import { canModerate } from '@/lib/comments/policy';
import type { RemovedComment } from '@/lib/comments/schema';
import { useSession } from '@/app/_session/session-provider';
import { CommentContent } from '@/app/_components/comments/comment-content';
import { CommentName, nameOf } from '@/app/_components/comments/author-name';
import { useComments } from './context';
import { formatDateTime, formatRelativeTime } from '@/app/_components/comments/comment-time';
import { restoreComment } from './api';

/** Folded for staff, who see all of it; open for people whose own words were removed. */
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
        <CommentName author={comment.author} />
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
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const { comment, parentId } = removed;

  async function restore() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    const { done, refusal: refused } = await restoreComment(comment.id);
    setBusy(false);
    if (done) onRestored(done, parentId);
    else setRefusal(refused.text);
  }

  return (
    <div className="acts">
      <button className="btn-link" type="button" aria-busy={busy || undefined} onClick={() => void restore()}>
        {busy ? 'Restoring' : 'Restore'}
        <span className="hidden"> the comment of {nameOf(comment.author)}</span>
      </button>
      <div role="alert">{refusal && <p className="error">{refusal}</p>}</div>
    </div>
  );
}
