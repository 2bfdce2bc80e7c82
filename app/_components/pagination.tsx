import Link from 'next/link';

interface ShelfPagesProps {
  /** From 1. */
  page: number;
  pageCount: number;
  addressOf: (page: number) => string;
}

/** The way to the pages beside this one. Nothing where there is one page alone. */
export function Pagination({ page, pageCount, addressOf }: ShelfPagesProps) {
  if (pageCount < 2) return null;
  return (
    <nav className="pages row" aria-label="Pages">
      {page > 1 && (
        <Link className="btn" rel="prev" href={addressOf(page - 1)} prefetch={false}>
          Page {page - 1}
        </Link>
      )}
      <span aria-current="page">
        Page {page} of {pageCount}
      </span>
      {page < pageCount && (
        <Link className="btn" rel="next" href={addressOf(page + 1)} prefetch={false}>
          Page {page + 1}
        </Link>
      )}
    </nav>
  );
}
