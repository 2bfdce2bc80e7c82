import type { Metadata } from 'next';
import Link from 'next/link';
import { cinema } from '@/lib/cinema';
import { withMetadataFallback } from '@/app/_errors/page-error';
import { FilmGrid } from '@/app/_components/films/film-grid';
import { notFoundMetadata, NotFoundBoundary } from '@/app/_errors/not-found-boundary';
import { loadPerson } from './data';
import PersonNotFound from './not-found';

/** Cached as a whole page, for at most two minutes (`expireTime` in next.config.mjs). */
export const revalidate = 60;

/** None while building, which reaches no database: each page is made when somebody asks for it. */
export const generateStaticParams = () => [];

export function generateMetadata({ params }: PageProps<'/people/[slug]'>): Promise<Metadata> {
  return withMetadataFallback(async () => {
    const found = await loadPerson((await params).slug);
    if (!found) return notFoundMetadata('Nobody here');
    const { name } = found.person;
    return { title: name, description: `Films with ${name} at ${cinema.name}, and when they are on.` };
  });
}

/** A director or actor: their films here. */
export default async function PersonPage({ params }: PageProps<'/people/[slug]'>) {
  const found = await loadPerson((await params).slug);
  if (!found) {
    return (
      <NotFoundBoundary>
        <PersonNotFound />
      </NotFoundBoundary>
    );
  }
  const { person, now } = found;
  const parts = [
    { id: 'directed', heading: 'Directed', films: person.directed },
    { id: 'played', heading: 'Played in', films: person.played },
  ];
  return (
    <article className="person">
      <div className="page-header">
        <p className="kicker">
          <Link href="/films?when=all" prefetch={false}>
            Films
          </Link>{' '}
          / People
        </p>
        <h1>{person.name}</h1>
      </div>
      {parts
        .filter(({ films }) => films.length > 0)
        .map(({ id, heading, films }) => (
          <section key={id} className="section" aria-labelledby={id}>
            <h2 id={id}>{heading}</h2>
            <FilmGrid films={films} now={now} />
          </section>
        ))}
    </article>
  );
}
