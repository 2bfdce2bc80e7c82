import Link from 'next/link';
import { type FilmShelf, filmShelves } from '@/lib/films/film-lists';
import { filmsHref } from '../search-params';

const labels: Record<FilmShelf, string> = {
  current: 'This week',
  coming: 'To come',
  past: 'Shown before',
  all: 'All',
};

/** The shelves, each with the number of its films. */
export function ShelfTabs({ shelf, counts }: { shelf: FilmShelf; counts: Record<FilmShelf, number> }) {
  return (
    <nav className="filters" aria-label="Which films">
      <div className="seg">
        {filmShelves.map((other) => (
          <Link
            key={other}
            href={filmsHref({ shelf: other, page: 1 })}
            prefetch={false}
            scroll={false}
            aria-current={other === shelf ? 'true' : undefined}
          >
            {labels[other]} <small>{counts[other]}</small>
          </Link>
        ))}
      </div>
    </nav>
  );
}

const words: Record<FilmShelf, string> = {
  current: 'No screenings in the next seven days.',
  coming: 'No screenings more than a week ahead.',
  past: 'No past films yet.',
  all: 'No films yet.',
};

const ways: Record<FilmShelf, string> = {
  current: 'What is on this week',
  coming: 'What is to come',
  past: 'What we have shown',
  all: 'All films',
};

/** Why a shelf is empty, and the nearest one that is not. */
export function EmptyShelf({ shelf, counts }: { shelf: FilmShelf; counts: Record<FilmShelf, number> }) {
  const other = filmShelves.find((candidate) => counts[candidate] > 0);
  return (
    <div className="nothing">
      <p className="read">{words[shelf]}</p>
      <p className="row">
        <Link className="btn go" href={other ? filmsHref({ shelf: other, page: 1 }) : '/'}>
          {other ? ways[other] : 'To the programme'}
        </Link>
      </p>
    </div>
  );
}
