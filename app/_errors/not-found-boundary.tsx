import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';

/** Metadata of a page that was not found. */
export function notFoundMetadata(title: string): Metadata {
  return { title, robots: { index: false } };
}

/**
 * For cached pages: a true 404 with its text in the HTML. `notFound()` alone makes Next send a blank document that
 * only a script fills. Thrown inside a boundary it still sets the status, and the text is there from the start. With
 * JavaScript the nearest `not-found.tsx` replaces it, so pass that one's content.
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
