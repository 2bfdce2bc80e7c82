'use client';

import type { Comment } from '@/lib/comments/schema';
import { CommentItem } from './comment-item';
import { SendingItems } from './sending-items';

export function CommentList({ items }: { items: Comment[] }) {
  return (
    <ol>
      <SendingItems parentId={null} />
      {items.map((comment) => (
        <CommentItem key={comment.id} comment={comment} />
      ))}
    </ol>
  );
}
