import type { ReactNode } from 'react';

interface PageStateProps {
  /** What the page is about. */
  name: string;
  heading: string;
  children?: ReactNode;
}

/** What a page says instead of its contents: the fact as its heading, and the next step. */
export function PageState({ name, heading, children }: PageStateProps) {
  return (
    <section className="state">
      <p className="name">{name}</p>
      <div>
        <h1>{heading}</h1>
        {children}
      </div>
    </section>
  );
}

/** The same while its contents are on their way: nothing for a moment, then words. */
export function PageLoading({ name, heading }: Omit<PageStateProps, 'children'>) {
  return (
    <section className="state" aria-busy="true">
      <p className="name">{name}</p>
      <div className="fade-in-late">
        <h1>{heading}</h1>
      </div>
    </section>
  );
}
