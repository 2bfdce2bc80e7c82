'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

/** A comment that was deleted or never existed; links to the other comments. */
export default function CommentNotFound() {
  const film = /^\/films\/[^/]+/.exec(usePathname())?.[0] ?? '/films';
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>No comment at this address.</h1>
        <p className="read">
          Its author may have deleted it, or staff removed it. See the film’s other comments.
        </p>
        <p className="row">
          <Link className="btn btn-primary" href={`${film}#comments`}>
            All comments on the film
          </Link>
          <Link className="btn" href="/">
            To the programme
          </Link>
        </p>
      </div>
    </section>
  );
}
