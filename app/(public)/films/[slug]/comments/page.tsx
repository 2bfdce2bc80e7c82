import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound, permanentRedirect } from 'next/navigation';
import type { CommentOrder } from '@/lib/comments/schema';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { loadFilm, loadNewSlug } from '../data';
import { commentsHref } from '@/app/_components/comments/href';
import { loadDiscussion } from './data';
import { CommentSection } from '../_comments/section';

export function generateMetadata({ params }: PageProps<'/films/[slug]/comments'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const found = await loadFilm((await params).slug);
    if (!found) return { title: 'No film here' };
    const { title, slug } = found.page.film;
    return {
      title: `Comments on ${title}`,
      robots: { index: false },
      alternates: { canonical: `/films/${slug}` },
    };
  });
}

/** A film's comments in either order, page by page, for browsers without JavaScript. */
export default async function CommentsPage({ params, searchParams }: PageProps<'/films/[slug]/comments'>) {
  const { slug } = await params;
  const { order, cursor } = readQuery(await searchParams);
  const found = await loadFilm(slug);
  if (!found) return leadOn(slug);
  const comments = await loadDiscussion(slug, order, cursor);
  if (!comments) notFound();
  const { film } = found.page;
  return (
    <div className="comments-page">
      <div className="page-header">
        <p className="kicker">
          <Link href={`/films/${slug}`}>{film.title}</Link> / Comments
        </p>
        <h1>Comments on {film.title}</h1>
        {cursor !== undefined && (
          <p className="line">
            <a href={commentsHref(slug, order)}>From the start</a>
          </p>
        )}
      </div>
      <CommentSection
        key={`${order} ${cursor}`}
        slug={slug}
        firstPage={comments}
        order={order}
        renderedAt={found.now.toISOString()}
      />
    </div>
  );
}

/** A film's former address leads to the film; any other is no film's. */
async function leadOn(slug: string): Promise<never> {
  const newSlug = await loadNewSlug(slug);
  if (newSlug) permanentRedirect(`/films/${newSlug}`);
  notFound();
}

function readQuery(query: Record<string, string | string[] | undefined>): {
  order: CommentOrder;
  cursor: string | undefined;
} {
  const order = query.order === 'oldest' ? 'oldest' : 'newest';
  return { order, cursor: typeof query.cursor === 'string' ? query.cursor : undefined };
}
