'use client';

import { cinema } from '@/lib/cinema';
import { Failure } from './_errors/error-screen';
import './globals.css';

/** Replaces the root layout when that fails: it brings its own document, and only a reload helps. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <head>
        <title>{cinema.name}</title>
      </head>
      <body>
        <main className="page">
          <Failure digest={error.digest} retry={() => window.location.reload()} />
        </main>
      </body>
    </html>
  );
}
