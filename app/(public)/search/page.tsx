import type { Metadata } from 'next';
import type { SearchResult } from '@/lib/films/search';
import { FilmGrid } from '@/app/_components/films/film-grid';
import { ShelfPages } from '@/app/_components/pagination';
import { requestTime } from '@/app/_cache/request-time';
import { readSearch, searchHref, type SearchChoice } from './search-params';
import { findFilms } from './data';
import { SearchField } from '@/app/_components/search/search-field';
import { EmptySearch, SearchSuggestions } from './_components/search-suggestions';

/** As on a shelf of films. */
const PAGE_SIZE = 24;

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { question } = readSearch(await searchParams);
  return { title: question ? `Search: ${question}` : 'Search', robots: { index: false } };
}

/** Everything that a search finds, without a script too. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const choice = readSearch(await searchParams);
  const { question } = choice;
  const result = await findFilms(question);
  return (
    <section className="films search-page" aria-labelledby="results">
      <div className="page-header">
        <h1 id="results">{question ? `Films for “${question}”` : 'Search'}</h1>
      </div>
      <SearchField initial={question} />
      {'refusal' in result ? (
        <EmptySearch why={result.refusal} again={searchHref(choice)} />
      ) : (
        <Results result={result} choice={choice} now={await requestTime()} />
      )}
    </section>
  );
}

interface ResultsProps {
  result: SearchResult;
  choice: SearchChoice;
  now: Date;
}

function Results({ result: { found, more }, choice: { question, page: wanted }, now }: ResultsProps) {
  const pageCount = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const page = Math.min(wanted, pageCount);
  const films = found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(({ film, nextStart }) => ({
    film,
    starts: nextStart ? [nextStart.toISOString()] : [],
    lastStart: null,
  }));
  return (
    <>
      {question !== '' && <output className="result">{pluralize(found.length, more)}</output>}
      {films.length > 0 ? (
        <FilmGrid films={films} now={now} level={2} />
      ) : (
        <SearchSuggestions question={question} />
      )}
      <ShelfPages
        page={page}
        pageCount={pageCount}
        addressOf={(other) => searchHref({ question, page: other })}
      />
    </>
  );
}

function pluralize(count: number, more: boolean): string {
  if (more) return `The first ${count} films; another word of the title or a name finds fewer.`;
  if (count === 0) return 'No films match.';
  return count === 1 ? '1 film, by title, people and year.' : `${count} films, what is on first.`;
}
