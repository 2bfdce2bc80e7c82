import Link from 'next/link';
import { type FilmListTab, filmListTabs } from '@/lib/films/film-lists';
import { filmsHref } from '../search-params';

const labels: Record<FilmListTab, string> = {
  current: 'This week',
  coming: 'To come',
  past: 'Shown before',
  all: 'All',
};

/** The shelves, each with the number of its films. */
export function FilmTabs({ tab, counts }: { tab: FilmListTab; counts: Record<FilmListTab, number> }) {
  return (
    <nav className="filters" aria-label="Which films">
      <div className="segmented">
        {filmListTabs.map((other) => (
          <Link
            key={other}
            href={filmsHref({ tab: other, page: 1 })}
            prefetch={false}
            scroll={false}
            aria-current={other === tab ? 'true' : undefined}
          >
            {labels[other]} <small>{counts[other]}</small>
          </Link>
        ))}
      </div>
    </nav>
  );
}

const words: Record<FilmListTab, string> = {
  current: 'No screenings in the next seven days.',
  coming: 'No screenings more than a week ahead.',
  past: 'No past films yet.',
  all: 'No films yet.',
};

const ways: Record<FilmListTab, string> = {
  current: 'What is on this week',
  coming: 'What is to come',
  past: 'What we have shown',
  all: 'All films',
};

/** Why a tab is empty, and the nearest one that is not. */
export function NoFilms({ tab, counts }: { tab: FilmListTab; counts: Record<FilmListTab, number> }) {
  const other = filmListTabs.find((candidate) => counts[candidate] > 0);
  return (
    <div className="nothing">
      <p className="read">{words[tab]}</p>
      <p className="row">
        <Link className="btn btn-primary" href={other ? filmsHref({ tab: other, page: 1 }) : '/'}>
          {other ? ways[other] : 'To the programme'}
        </Link>
      </p>
    </div>
  );
}
