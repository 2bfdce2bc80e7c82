import Link from 'next/link';
import { shelfAddress, type ShelfChoice } from './address';

/** The way to the pages beside this one. Nothing where there is one page alone. */
export function ShelfPages({ shelf, page, pageCount }: ShelfChoice & { pageCount: number }) {
  if (pageCount < 2) return null;
  return (
    <nav className="pages row" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" rel="prev" href={shelfAddress({ shelf, page: page - 1 })} prefetch={false}>
          Page {page - 1}
        </Link>
      )}
      <span aria-current="page">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && (
        <Link className="btn" rel="next" href={shelfAddress({ shelf, page: page + 1 })} prefetch={false}>
          Page {page + 1}
        </Link>
      )}
    </nav>
  );
}
