'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Loaded } from '@/app/_components/use-loaded';

interface OrdersFrameProps<T> {
  title: string;
  loaded: Loaded<T>;
  children(data: T, loaded: Extract<Loaded<T>, { state: 'ready' }>): ReactNode;
}

/** What every page of orders says before there is something to show. */
export function OrdersFrame<T>({ title, loaded, children }: OrdersFrameProps<T>) {
  if (loaded.state === 'ready') return children(loaded.data, loaded);
  if (loaded.state === 'signed-out') {
    return (
      <State name={title} heading="You are not signed in.">
        <p className="read">Sign in to see your tickets.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/sign-in">
            Sign in
          </Link>
        </p>
      </State>
    );
  }
  if (loaded.state === 'loading') {
    return (
      <section className="state" aria-busy="true">
        <p className="name">{title}</p>
        <div className="fade-in-late">
          <h1>Fetching your tickets…</h1>
        </div>
      </section>
    );
  }
  if (loaded.error.status === 404 || loaded.error.status === 422) {
    return (
      <State name={title} heading="There is no such order.">
        <p className="read">It may be another account’s. See the orders of this one.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/orders">
            Your tickets
          </Link>
        </p>
      </State>
    );
  }
  return (
    <State name={title} heading="We can’t show your tickets at the moment.">
      <p className="read">{loaded.error.message} Your tickets are safe.</p>
      <p className="row">
        <button className="btn btn-primary" type="button" onClick={loaded.retry}>
          Try again
        </button>
      </p>
    </State>
  );
}

function State({ name, heading, children }: { name: string; heading: string; children: ReactNode }) {
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
