import Link from 'next/link';
import { type FilmShelf, filmShelves } from '@/lib/films/film-lists';
import { filmsHref } from './address';

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
