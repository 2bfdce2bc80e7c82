import type { Metadata } from 'next';
import { PAGE_RESULTS, searchFilms } from '@/lib/films/search';
import { FilmShelf } from '../films/film-shelf';
import { orPageError } from '../page-error';
import { requestTime } from '../request-time';
import { readQuestion } from './question';
import { SearchField } from './search-field';
import { WaysOn } from './ways-on';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const question = readQuestion((await searchParams).q);
  return { title: question ? `Search: ${question}` : 'Search', robots: { index: false } };
}

/** Everything that a search finds, without a script too. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const now = await requestTime();
  const question = readQuestion((await searchParams).q);
  const { found, more } = await orPageError('/search', () => searchFilms(question, now, PAGE_RESULTS));
  const films = found.map(({ film, nextStart }) => ({
    film,
    starts: nextStart ? [nextStart.toISOString()] : [],
    lastStart: null,
  }));
  return (
    <section className="films search-page" aria-labelledby="results">
      <div className="plainhead">
        <h1 id="results">{question ? `Films for “${question}”` : 'Search'}</h1>
      </div>
      <SearchField initial={question} />
      {question !== '' && <output className="result">{countInWords(films.length, more)}</output>}
      {films.length > 0 ? <FilmShelf films={films} now={now} level={2} /> : <WaysOn question={question} />}
    </section>
  );
}

function countInWords(count: number, more: boolean): string {
  if (more) return `The first ${count} films; another word of the title or a name finds fewer.`;
  if (count === 0) return 'No film answers.';
  return count === 1 ? '1 film, by title, people and year.' : `${count} films, what is on first.`;
}
