import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';

/** What a page says of itself where there is nothing. */
export function notFoundMetadata(title: string): Metadata {
  return { title, robots: { index: false } };
}

/**
 * For pages that are kept: a true 404 with its words in the HTML. `notFound()` by itself makes Next answer with a blank
 * document that only a script fills; thrown inside a boundary it sets the status all the same, and the words stand there
 * from the start. With a script the nearest `not-found.tsx` takes their place: give its own words.
 */
export function NotFoundBoundary({ children }: { children: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <NotFound />
    </Suspense>
  );
}

function NotFound(): never {
  notFound();
}
