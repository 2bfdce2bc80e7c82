'use client';

import { readDraft } from '../films/[slug]/talk/draft';
import { placeToReturnTo } from './return-to';
import { useHydrated } from './use-hydrated';

/** Says on the way to an account that the comment somebody was writing is kept. */
export function WaitingDraft() {
  const hydrated = useHydrated();
  if (!hydrated || !hasDraft()) return null;
  return (
    <div className="notice now resume">
      <span className="mark" aria-hidden="true">
        i
      </span>
      <div>
        <b>Your comment is kept</b>
        <p>You come back to it as soon as you are signed in.</p>
      </div>
    </div>
  );
}

function hasDraft(): boolean {
  const slug = /^\/films\/([^/?#]+)/.exec(placeToReturnTo())?.[1];
  return slug !== undefined && readDraft(decodeURIComponent(slug), null).text.trim() !== '';
}
