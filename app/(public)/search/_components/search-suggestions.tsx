import Link from 'next/link';

/** Why nothing is here, and where else to look. */
export function SearchSuggestions({ question }: { question: string }) {
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
export function EmptySearch({ why, again }: { why: string; again: string }) {
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
