import type { Metadata } from 'next';
import Link from 'next/link';
import { requestTime } from '@/app/_cache/cached';
import { FilmGrid } from '@/app/_components/films/film-grid';
import { Pagination } from '@/app/_components/pagination';
import { SearchField } from '@/app/_components/search/search-field';
import type { SearchResult } from '@/lib/films/search';
import { findFilms } from './data';
import { parseSearchParams, type SearchChoice, searchHref } from './search-params';

/** As on a tab of films. */
const PAGE_SIZE = 24;

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const { question } = parseSearchParams(await searchParams);
  return { title: question ? `Search: ${question}` : 'Search', robots: { index: false } };
}

/** Everything that a search finds, without a script too. */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const choice = parseSearchParams(await searchParams);
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
      {question !== '' && <output className="result">{formatResult(found.length, more)}</output>}
      {films.length > 0 ? (
        <FilmGrid films={films} now={now} level={2} />
      ) : (
        <SearchSuggestions question={question} />
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        addressOf={(other) => searchHref({ question, page: other })}
      />
    </>
  );
}

function formatResult(count: number, more: boolean): string {
  if (more) return `The first ${count} films; another word of the title or a name finds fewer.`;
  if (count === 0) return 'No films match.';
  return count === 1 ? '1 film, by title, people and year.' : `${count} films, what is on first.`;
}

/** Why nothing is here, and where else to look. */
function SearchSuggestions({ question }: { question: string }) {
  return (
    <div className="nothing">
      <p className="read">
        {question === ''
          ? 'Type a title, somebody who made a film or plays in it, or a year; the first letters of each word are enough.'
          : 'Every word has to start a word of the title, a name or the year. Try fewer letters or words.'}
      </p>
      <p className="row">
        <Link className="btn btn-primary" href="/films?when=all" prefetch={false}>
          All films
        </Link>
        <Link className="btn" href="/" prefetch={false}>
          The programme
        </Link>
      </p>
    </div>
  );
}

/** Shown instead of results, for example after too many searches: says until when, and keeps the query. */
function EmptySearch({ why, again }: { why: string; again: string }) {
  return (
    <div className="nothing" role="alert">
      <p className="read">{why}</p>
      <p className="row">
        <a className="btn btn-primary" href={again}>
          Search again
        </a>
      </p>
    </div>
  );
}
