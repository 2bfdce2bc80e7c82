import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Reply } from '@/lib/comments/schema';
import { commentAnchor } from './href';
import { CommentContent } from './comment-content';
import { CommentTime } from './comment-time';
import { SpoilerText } from './spoiler';

interface PlacedCommentProps {
  comment: Reply;
  film: { slug: string; title: string };
  /** Who wrote it, where that is not the same for all. */
  writer?: ReactNode;
  /** `new`, `removed by staff`. */
  mark?: ReactNode;
  now: Date;
  children?: ReactNode;
}

/** A comment away from its talk: on which film it stands, and the way there. */
export function CommentCard({ comment, film, writer, mark, now, children }: PlacedCommentProps) {
  return (
    <li className="comment" id={commentAnchor(comment.id)} tabIndex={-1}>
      <header>
        {writer}
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
      <SpoilerText spoiler={comment.spoiler}>
        <CommentContent blocks={comment.content} />
      </SpoilerText>
    </li>
  );
}
