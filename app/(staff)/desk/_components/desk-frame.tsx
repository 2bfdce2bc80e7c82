'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { PageLoading, PageState } from '@/app/_components/page-state';
import type { Loaded } from '@/app/_components/use-loaded';
import { useSession } from '@/app/_session/session-store';
import { hasPermission, type Permission } from '@/lib/auth/policy';

interface StaffOnlyProps {
  name: string;
  permission: Permission;
  children: ReactNode;
}

/** Shows its children to staff. The API decides again about everything that they ask for. */
export function StaffOnly({ name, permission, children }: StaffOnlyProps) {
  const { state, me } = useSession();
  if (state === 'unknown') return <PageLoading name={name} heading="Checking who’s signed in…" />;
  if (state === 'visitor' || !me) {
    return (
      <PageState name={name} heading="You are not signed in.">
        <p className="read">This page is for our staff.</p>
        <p className="row">
          <Link className="btn btn-primary" href="/sign-in">
            Sign in
          </Link>
        </p>
      </PageState>
    );
  }
  if (me.ban || !hasPermission(me.roles, permission)) {
    return (
      <PageState name={name} heading="This page is for our staff.">
        <p className="read">
          You are signed in as {me.name || me.email}. If you work here, ask us for the role.
        </p>
      </PageState>
    );
  }
  return children;
}

interface LoadedFrameProps<T> {
  name: string;
  loaded: Loaded<T>;
  children(data: T, reload: () => void): ReactNode;
}

/** What a desk page says before there is something to show. */
export function LoadedFrame<T>({ name, loaded, children }: LoadedFrameProps<T>) {
  if (loaded.state === 'ready') return children(loaded.data, loaded.retry);
  if (loaded.state !== 'failed') return <PageLoading name={name} heading="Fetching…" />;
  const isMissing = loaded.error.status === 404 || loaded.error.status === 422;
  return (
    <PageState
      name={name}
      heading={isMissing ? 'There is no such page.' : 'We can’t show this at the moment.'}
    >
      <p className="read">{loaded.error.message}</p>
      <p className="row">
        <button className="btn btn-primary" type="button" onClick={loaded.retry}>
          Try again
        </button>
        <Link className="btn" href="/desk">
          Desk
        </Link>
      </p>
    </PageState>
  );
}
