import type { Metadata } from 'next';
import type { FilmListSnapshot, FilmListTab } from '@/lib/films/film-lists';
import { cinemaDay } from '@/lib/cinema-time';
import { requestTime } from '@/app/_cache/cached';
import { parseSearchParams, filmsHref } from './search-params';
import { NoFilms, FilmTabs } from './_components/film-tabs';
import { FilmGrid } from '@/app/_components/films/film-grid';
import { loadFilmList } from './data';
import { Pagination } from '@/app/_components/pagination';
import { compareNextStart } from '@/app/_components/films/film-meta';

const headings: Record<FilmListTab, { title: string; line: string }> = {
  current: { title: 'Films this week', line: 'On within the next seven days.' },
  coming: { title: 'Films to come', line: 'With screenings from a week ahead, the next one first.' },
  past: { title: 'Films we have shown', line: 'Not planned again for now. Latest first.' },
  all: { title: 'All films', line: 'Everything we have shown or may show, by name.' },
};

export async function generateMetadata({ searchParams }: PageProps<'/films'>): Promise<Metadata> {
  const choice = parseSearchParams(await searchParams);
  const { title, line } = headings[choice.tab];
  const page = choice.page > 1 ? `, page ${choice.page}` : '';
  return { title: `${title}${page}`, description: line, alternates: { canonical: filmsHref(choice) } };
}

/** Every film on the tab where its screenings put it. */
export default async function FilmsPage({ searchParams }: PageProps<'/films'>) {
  const now = await requestTime();
  const { tab, page } = parseSearchParams(await searchParams);
  const snapshot = await loadFilmList(tab, page, cinemaDay(now));
  const { title, line } = headings[tab];
  return (
    <section className="films" aria-labelledby="films">
      <div className="page-header">
        <h1 id="films">{title}</h1>
        <p className="line">{line}</p>
      </div>
      <FilmTabs tab={tab} counts={snapshot.counts} />
      <output className="hidden">{inWords(snapshot, tab)}</output>
      {snapshot.films.length > 0 ? (
        <FilmGrid
          films={tab === 'current' ? compareNextStart(snapshot.films, now) : snapshot.films}
          now={now}
          level={2}
        />
      ) : (
        <NoFilms tab={tab} counts={snapshot.counts} />
      )}
      <Pagination
        page={snapshot.page}
        pageCount={snapshot.pageCount}
        addressOf={(other) => filmsHref({ tab, page: other })}
      />
    </section>
  );
}

function inWords({ counts, page, pageCount }: FilmListSnapshot, tab: FilmListTab): string {
  const films = counts[tab] === 1 ? '1 film' : `${counts[tab]} films`;
  return pageCount > 1 ? `${films}, page ${page} of ${pageCount}` : films;
}
