import type { Metadata } from 'next';
import Link from 'next/link';
import { permanentRedirect } from 'next/navigation';
import { cursorAt } from '@/lib/comments/cursor';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { loadComments } from '@/app/(public)/films/[slug]/data';
import { commentHref, commentsHref } from '@/app/_components/comments/href';
import { authorName } from '@/app/_components/comments/comment-card';
import { loadThread } from '../data';
import { Thread } from '@/app/(public)/films/[slug]/_comments/thread';
import CommentNotFound from './not-found';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None: the build cannot reach the database. Each page is rendered when it is first requested. */
export const generateStaticParams = () => [];

type Props = PageProps<'/films/[slug]/comments/[id]'>;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const { slug, id } = await params;
    const thread = await loadThread(slug, id);
    if (!thread) return notFoundMetadata('No comment here');
    return {
      title: `A comment on ${thread.film.title}`,
      robots: { index: false },
      alternates: { canonical: `/films/${thread.film.slug}` },
    };
  });
}

/** One comment in its thread: where the time of a comment leads. */
export default async function CommentPage({ params }: Props) {
  const { slug, id } = await params;
  const thread = await loadThread(slug, id);
  if (!thread) {
    return (
      <NotFoundBoundary>
        <CommentNotFound />
      </NotFoundBoundary>
    );
  }
  const { film, comment, now } = thread;
  if (film.slug !== slug) permanentRedirect(commentHref(film.slug, id));
  const { discussion, total } = await loadComments(slug);
  const chosen = [comment, ...comment.replies].find((one) => one.id === id) ?? comment;
  return (
    <div className="comments-page">
      <div className="page-header">
        <p className="kicker">
          <Link href={`/films/${slug}`}>{film.title}</Link> / Comments
        </p>
        <h1>{chosen.author ? `${authorName(chosen.author)} on ${film.title}` : `On ${film.title}`}</h1>
      </div>
      <Thread
        key={id}
        slug={slug}
        title={film.title}
        comment={comment}
        chosen={id}
        discussion={discussion}
        renderedAt={now.toISOString()}
      />
      <p className="row onward">
        <Link className="btn" href={commentsHref(slug, 'newest')}>
          {total === 1 ? 'The film and all comments' : `The whole discussion, ${total} comments`}
        </Link>
        {total > comment.replies.length + 1 && (
          <Link className="btn-link" href={commentsHref(slug, 'newest', cursorAt(comment))} prefetch={false}>
            From this comment on
          </Link>
        )}
      </p>
    </div>
  );
}
