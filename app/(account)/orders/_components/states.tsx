'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageLoading, PageState } from '@/app/_components/page-state';
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
      <PageState name={title} heading="You are not signed in.">
        <p className="read">Sign in to see your tickets.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/sign-in">
            Sign in
          </Link>
        </p>
      </PageState>
    );
  }
  if (loaded.state === 'loading') {
    return <PageLoading name={title} heading="Fetching your tickets…" />;
  }
  if (loaded.error.status === 404 || loaded.error.status === 422) {
    return (
      <PageState name={title} heading="There is no such order.">
        <p className="read">It may be another account’s. See the orders of this one.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/orders">
            Your tickets
          </Link>
        </p>
      </PageState>
    );
  }
  return (
    <PageState name={title} heading="We can’t show your tickets at the moment.">
      <p className="read">{loaded.error.message} Your tickets are safe.</p>
      <p className="row">
        <button className="btn btn-primary" type="button" onClick={loaded.retry}>
          Try again
        </button>
      </p>
    </PageState>
  );
}
