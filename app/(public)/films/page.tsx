import type { Metadata } from 'next';
import type { FilmListSnapshot, FilmListTab } from '@/lib/films/film-lists';
import { cinemaDay } from '@/lib/cinema-time';
import { requestTime } from '@/app/_cache/request-time';
import { readShelf, filmsHref } from './search-params';
import { EmptyShelf, ShelfTabs } from './_components/film-tabs';
import { FilmGrid } from '@/app/_components/films/film-grid';
import { loadFilmList } from './data';
import { ShelfPages } from '@/app/_components/pagination';
import { compareNextStart } from '@/app/_components/films/film-meta';

const headings: Record<FilmListTab, { title: string; line: string }> = {
  current: { title: 'Films this week', line: 'On within the next seven days.' },
  coming: { title: 'Films to come', line: 'With screenings from a week ahead, the next one first.' },
  past: { title: 'Films we have shown', line: 'Not planned again for now. Latest first.' },
  all: { title: 'All films', line: 'Everything we have shown or may show, by name.' },
};

export async function generateMetadata({ searchParams }: PageProps<'/films'>): Promise<Metadata> {
  const choice = readShelf(await searchParams);
  const { title, line } = headings[choice.shelf];
  const page = choice.page > 1 ? `, page ${choice.page}` : '';
  return { title: `${title}${page}`, description: line, alternates: { canonical: filmsHref(choice) } };
}

/** Every film on the shelf where its screenings put it. */
export default async function FilmsPage({ searchParams }: PageProps<'/films'>) {
  const now = await requestTime();
  const { shelf, page } = readShelf(await searchParams);
  const stock = await loadFilmList(shelf, page, cinemaDay(now));
  const { title, line } = headings[shelf];
  return (
    <section className="films" aria-labelledby="films">
      <div className="page-header">
        <h1 id="films">{title}</h1>
        <p className="line">{line}</p>
      </div>
      <ShelfTabs shelf={shelf} counts={stock.counts} />
      <output className="hidden">{inWords(stock, shelf)}</output>
      {stock.films.length > 0 ? (
        <FilmGrid
          films={shelf === 'current' ? compareNextStart(stock.films, now) : stock.films}
          now={now}
          level={2}
        />
      ) : (
        <EmptyShelf shelf={shelf} counts={stock.counts} />
      )}
      <ShelfPages
        page={stock.page}
        pageCount={stock.pageCount}
        addressOf={(other) => filmsHref({ shelf, page: other })}
      />
    </section>
  );
}

function inWords({ counts, page, pageCount }: FilmListSnapshot, shelf: FilmListTab): string {
  const films = counts[shelf] === 1 ? '1 film' : `${counts[shelf]} films`;
  return pageCount > 1 ? `${films}, page ${page} of ${pageCount}` : films;
}
