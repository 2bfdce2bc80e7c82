'use client';

import type { ReactNode } from 'react';
import type { Reply } from '@/lib/comments/schema';
import { commentAnchor } from '@/app/_components/comments/href';
import { useComments } from './talk-context';

/** Where a comment stands: links lead here, and it takes the focus after an act. */
export function CommentAnchor({ comment, children }: { comment: Reply; children: ReactNode }) {
  const { chosen } = useComments();
  const isChosen = comment.id === chosen;
  const classes = ['comment', comment.state !== 'visible' && 'stub', isChosen && 'chosen'];
  return (
    <li
      className={classes.filter(Boolean).join(' ')}
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      aria-current={isChosen || undefined}
    >
      {children}
    </li>
  );
}
