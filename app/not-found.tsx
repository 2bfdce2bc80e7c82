import type { Metadata } from 'next';
import Link from 'next/link';
import { cinema } from '@/lib/cinema';

export const metadata: Metadata = { title: { absolute: `No page here | ${cinema.name}` } };

export default function NotFound() {
  return (
    <section className="state">
      <p className="name">Not found</p>
      <div>
        <h1>No page at this address.</h1>
        <p className="read">
          The page may have moved, or the address may be mistyped. See what’s on in the programme.
        </p>
        <p className="row">
          <Link className="btn btn-primary" href="/">
            To the programme
          </Link>
        </p>
      </div>
    </section>
  );
}
