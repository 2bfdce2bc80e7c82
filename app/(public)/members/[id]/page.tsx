import type { Metadata } from 'next';
import { cinema } from '@/lib/cinema';
import { cinemaDay } from '@/lib/cinema-time';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { fullDate } from '@/app/_format/dates';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { loadMember } from './data';
import { MemberComments } from './member-comments';
import MemberNotFound from './not-found';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None: the build cannot reach the database. Each page is rendered when it is first requested. */
export const generateStaticParams = () => [];

export function generateMetadata({ params }: PageProps<'/members/[id]'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const found = await loadMember((await params).id);
    if (!found) return notFoundMetadata('No member here');
    return {
      title: found.member.name,
      description: `What ${found.member.name} says about films at ${cinema.name}.`,
    };
  });
}

/** A member's public page: name, joining date, comments. */
export default async function MemberOfHouse({ params }: PageProps<'/members/[id]'>) {
  const found = await loadMember((await params).id);
  if (!found) {
    return (
      <NotFoundBoundary>
        <MemberNotFound />
      </NotFoundBoundary>
    );
  }
  const { member, comments, now } = found;
  return (
    <article className="comments-page">
      <div className="page-header">
        <p className="kicker">{member.staff ? 'Staff' : 'Member'}</p>
        <h1>{member.name}</h1>
        {member.joinedAt && (
          <p className="line">
            Here since{' '}
            <time dateTime={member.joinedAt}>{fullDate(cinemaDay(new Date(member.joinedAt)))}</time>
          </p>
        )}
      </div>
      <MemberComments id={member.id} first={comments} renderedAt={now.toISOString()} />
    </article>
  );
}
