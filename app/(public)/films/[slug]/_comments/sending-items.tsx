'use client';

import { useSession } from '@/app/_session/session-provider';
import { SpoilerText } from '@/app/_components/comments/spoiler';
import { useComments } from './talk-context';

/** What is on its way to the house, under this comment or (null) among the comments themselves. */
export function SendingItems({ parentId }: { parentId: string | null }) {
  const { sending } = useComments();
  const { me } = useSession();
  return sending
    .filter((one) => one.parentId === parentId)
    .map(({ replyToId, body, spoiler }) => (
      <li key={replyToId ?? 'comment'} className="comment sending" aria-busy="true">
        <header>
          <b>{me?.name || 'You'}</b>
          <span className="you">You</span>
          <span className="to">Sending…</span>
        </header>
        <SpoilerText spoiler={spoiler}>
          {body.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </SpoilerText>
      </li>
    ));
}
