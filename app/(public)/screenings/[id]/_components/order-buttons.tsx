'use client';

import Link from 'next/link';
import { useSession } from '@/app/_session/session-store';
import { cinema } from '@/lib/cinema';
import type { Chooser } from './use-chooser';

interface HoldButtonProps {
  chooser: Chooser;
  /** After a hold that is over, or in place of one of other seats. */
  again: 'again' | 'instead' | null;
}

/** Whoever is signed out chooses freely and signs in here; the choice is there when they come back. */
export function HoldButton({ chooser: { choice, hold, holdChoice }, again }: HoldButtonProps) {
  const { state, me } = useSession();
  const what = choice.length === 1 ? 'this seat' : `these ${choice.length} seats`;
  if (state === 'visitor') {
    return (
      <>
        <p className="small">
          Sign in to hold {choice.length === 1 ? 'this seat' : 'these seats'}. We’ll remember your choice.
        </p>
        <p className="row below">
          <Link className="btn btn-primary" href="/sign-in">
            Sign in
          </Link>
          <Link className="btn" href="/join">
            Join
          </Link>
        </p>
      </>
    );
  }
  if (me?.ban) return <p className="error">Your account is suspended, so you can’t order tickets.</p>;
  return (
    <>
      <button
        className="btn btn-primary wide"
        type="button"
        aria-busy={hold.busy || undefined}
        disabled={state === 'unknown'}
        onClick={holdChoice}
      >
        {hold.busy ? 'Holding' : ['Hold', what, again].filter(Boolean).join(' ')}
      </button>
      <p className="small soft">
        We hold {choice.length === 1 ? 'it' : 'them'} for {cinema.sale.holdMinutes} minutes while you decide.
      </p>
    </>
  );
}

/** What can be done with seats that are held. */
export function OrderButtons({ chooser, canExtend }: { chooser: Chooser; canExtend: boolean }) {
  const { choice, confirm, extend, release } = chooser;
  return (
    <>
      <button
        className="btn btn-primary wide"
        type="button"
        aria-busy={confirm.busy || undefined}
        onClick={() => void confirm.run(choice)}
      >
        {confirm.busy
          ? 'Ordering'
          : `Order ${choice.length === 1 ? 'one ticket' : `${choice.length} tickets`}`}
      </button>
      <p className="row basket-acts">
        {canExtend && (
          <button
            className="btn-link"
            type="button"
            aria-busy={extend.busy || undefined}
            onClick={() => void extend.run()}
          >
            {extend.busy ? 'Asking' : `${cinema.sale.holdMinutes} more minutes`}
          </button>
        )}
        <button
          className="btn-link"
          type="button"
          aria-busy={release.busy || undefined}
          onClick={() => void release.run()}
        >
          {release.busy ? 'Letting them go' : `Let ${choice.length === 1 ? 'it' : 'them'} go`}
        </button>
      </p>
    </>
  );
}
