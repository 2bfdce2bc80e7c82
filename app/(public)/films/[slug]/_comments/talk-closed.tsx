'use client';

import { useEffect, useState } from 'react';
import type { Discussion } from '@/lib/comments/schema';
import { hasDraft } from '@/app/_components/comments/draft';
import { useComments } from './talk-context';

/** In the place of the form while the house takes no words: that it is so, why, and what still works. */
export function DiscussionClosed({ discussion }: { discussion: Discussion }) {
  const { slug } = useComments();
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    // oxlint-disable-next-line react/set-state-in-effect -- the storage can only be read after hydration
    setKept(hasDraft(slug));
  }, [slug]);
  return (
    <div className="notice">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div>
        <b>
          {discussion.state === 'off'
            ? 'The house takes no comments at present'
            : 'The house has closed the talk of this film'}
        </b>
        {discussion.reason && <p>{discussion.reason}</p>}
        <p>
          What was said can be read on.
          {isKept && ' What you were writing is kept in this browser, for when the talk is open again.'}
        </p>
      </div>
    </div>
  );
}
