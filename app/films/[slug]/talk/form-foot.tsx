'use client';

import Link from 'next/link';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import { keepPlace } from '../../../identity/return-to';
import { useSession } from '../../../identity/session-provider';
import { banInWords } from './ban-words';
import { countWords } from './count-words';
import { waitInWords } from './wait-words';

interface FormFootProps {
  length: number;
  busy: boolean;
  secondsLeft: number;
  onPost(): void;
  onCancel?: (() => void) | undefined;
  /** Where people come back to after signing in. */
  place: string;
}

/** The lower part of the frame: post, or how to become somebody who may. */
export function FormFoot({ length, busy, secondsLeft, onPost, onCancel, place }: FormFootProps) {
  const { state, me } = useSession();
  const cancel = onCancel && (
    <button className="textbtn" type="button" onClick={onCancel}>
      Cancel
    </button>
  );
  if (state === 'visitor') {
    return (
      <footer>
        <span className="small">Join or sign in to post. What you typed is kept.</span>
        {cancel}
        <span className="row">
          <Link className="btn" href="/sign-in" onClick={() => keepPlace(place)}>
            Sign in
          </Link>
          <Link className="btn go" href="/join" onClick={() => keepPlace(place)}>
            Join
          </Link>
        </span>
      </footer>
    );
  }
  if (me?.ban) {
    return (
      <footer>
        <span className="small">{banInWords(me.ban)}</span>
      </footer>
    );
  }
  const isWaiting = secondsLeft > 0;
  return (
    <footer>
      <span className={length > COMMENT_MAX_LENGTH ? 'count over' : 'count'}>
        {countWords(length, COMMENT_MAX_LENGTH)}
      </span>
      {cancel}
      <button
        className={length > 0 && !isWaiting ? 'btn go' : 'btn'}
        type="button"
        aria-busy={busy || undefined}
        aria-disabled={isWaiting || undefined}
        onClick={onPost}
      >
        {postLabel(busy, secondsLeft)}
      </button>
    </footer>
  );
}

function postLabel(busy: boolean, secondsLeft: number): string {
  if (busy) return 'Posting';
  return secondsLeft > 0 ? `Post in ${waitInWords(secondsLeft)}` : 'Post';
}
