import type { Metadata } from 'next';
import Link from 'next/link';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { dayNumeral, month, weekday } from '@/app/_format/dates';
import { cinemaDay, cinemaTime } from '@/lib/cinema-time';
import type { Sale } from '@/lib/screenings/schema';
import { SeatChooser } from './_components/seat-chooser';
import { loadSale } from './data';
import ScreeningNotFound from './not-found';

/** Cached as a whole: who sits where is asked by the browser. */
export const revalidate = 60;

/** None while building, which reaches no database: each page is made when somebody asks for it. */
export const generateStaticParams = () => [];

export function generateMetadata({ params }: PageProps<'/screenings/[id]'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const sale = await loadSale((await params).id);
    if (!sale) return notFoundMetadata('No screening here');
    const title = `Seats for ${sale.filmTitle}, ${formatStart(sale)}`;
    return { title, description: `Choose your seats for ${sale.filmTitle}.`, robots: { index: false } };
  });
}

/** A screening: which of its seats are free, and the way to tickets for them. */
export default async function ScreeningPage({ params }: PageProps<'/screenings/[id]'>) {
  const sale = await loadSale((await params).id);
  if (!sale) {
    return (
      <NotFoundBoundary>
        <ScreeningNotFound />
      </NotFoundBoundary>
    );
  }
  return (
    <article>
      <div className="page-header">
        <p className="kicker">
          <Link href={`/films/${sale.filmSlug}`}>{sale.filmTitle}</Link> / Choose seats
        </p>
        <h1>{formatStart(sale)}</h1>
        <p className="line">
          Ends about <time dateTime={sale.endsAt}>{cinemaTime(new Date(sale.endsAt))}</time>.
        </p>
      </div>
      <SeatChooser sale={sale} />
      <noscript>
        <p className="read">
          Choosing seats needs JavaScript. Without it, buy your tickets at the box office.
        </p>
      </noscript>
    </article>
  );
}

/** `Friday 20 November, 20:45, Studio`: the same on whatever day the cached page is read. */
function formatStart({ startsAt, auditoriumName }: Sale): string {
  const start = new Date(startsAt);
  const day = cinemaDay(start);
  return `${weekday(day)} ${dayNumeral(day)} ${month(day)}, ${cinemaTime(start)}, ${auditoriumName}`;
}
