'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { saveReturnTo } from '@/app/_session/return-to';
import { useSession } from '@/app/_session/session-provider';
import { formatBan } from './ban-words';

interface FormFootProps {
  /** How much was written. */
  count: ReactNode;
  /** For members: the button. */
  children: ReactNode;
  onCancel?: (() => void) | undefined;
  /** Where people come back to after signing in. */
  place: string;
}

/** The lower part of the frame: post, or how to become somebody who may. */
export function CommentFormFooter({ count, children, onCancel, place }: FormFootProps) {
  const { state, me } = useSession();
  const cancel = onCancel && (
    <button className="textbtn" type="button" onClick={onCancel}>
      Cancel
    </button>
  );
  if (state === 'visitor') {
    return (
      <>
        <span className="small">Join or sign in to post. What you typed is kept.</span>
        {cancel}
        <span className="row end">
          {count}
          <Link className="btn" href="/sign-in" prefetch={false} onClick={() => saveReturnTo(place)}>
            Sign in
          </Link>
          <Link className="btn go" href="/join" prefetch={false} onClick={() => saveReturnTo(place)}>
            Join
          </Link>
        </span>
      </>
    );
  }
  if (me?.ban) return <span className="small">{formatBan(me.ban)}</span>;
  return (
    <>
      {me?.name === '' && <Nameless />}
      {cancel}
      <span className="row end">
        {count}
        {children}
      </span>
    </>
  );
}

/** Invited people and those of other sign-in services may come without a name. */
function Nameless() {
  return (
    <span className="small">
      Others see “Member”. <Link href="/account">Choose a name</Link>
    </span>
  );
}
