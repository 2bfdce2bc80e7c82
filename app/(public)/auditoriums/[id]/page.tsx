import type { Metadata } from 'next';
import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { AuditoriumDays, AuditoriumFacts } from './_components/auditorium-details';
import { loadAuditorium } from './data';
import AuditoriumNotFound from './not-found';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None: the build cannot reach the database. Each page is rendered when it is first requested. */
export const generateStaticParams = () => [];

export function generateMetadata({ params }: PageProps<'/auditoriums/[id]'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const found = await loadAuditorium((await params).id);
    if (!found) return notFoundMetadata('No auditorium here');
    const { name, access } = found.snapshot.auditorium;
    return {
      title: name,
      description: `How to get into ${name} at ${cinema.name}, and what is on. ${access}`,
    };
  });
}

/** An auditorium: how to get in, what it offers, what it shows in the next seven days. */
export default async function AuditoriumPage({ params }: PageProps<'/auditoriums/[id]'>) {
  const found = await loadAuditorium((await params).id);
  if (!found) {
    return (
      <NotFoundBoundary>
        <AuditoriumNotFound />
      </NotFoundBoundary>
    );
  }
  const { snapshot, now } = found;
  const { auditorium } = snapshot;
  return (
    <article className="auditorium">
      <div className="page-header">
        <p className="kicker">
          <Link href="/visit">Visit</Link> / Auditoriums
        </p>
        <h1>{auditorium.name}</h1>
        <p className="line">{auditorium.access}</p>
      </div>
      <section className="section" aria-labelledby="way-in">
        <h2 id="way-in">How to get in</h2>
        {auditorium.wayIn && <p className="read">{auditorium.wayIn}</p>}
        <AuditoriumFacts auditorium={auditorium} />
        <p className="small soft">
          More about getting here and getting around: <Link href="/access">Access</Link>.
        </p>
      </section>
      <section className="section" aria-labelledby="days">
        <h2 id="days">What is on here</h2>
        <AuditoriumDays snapshot={snapshot} now={now} />
      </section>
    </article>
  );
}
