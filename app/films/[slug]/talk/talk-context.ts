'use client';

import { createContext, use } from 'react';
import type { Comment, RemovedComment, Reply, Talk } from '@/lib/comments/schema';

/** Words on their way: shown at once, and taken back when they are refused. */
export interface SendingComment {
  parentId: string | null;
  body: string;
  spoiler: boolean;
}

/** What the parts of a talk report when they have done something. */
export interface TalkEvents {
  onSending(sending: SendingComment): void;
  onRefused(parentId: string | null): void;
  onPosted(comment: Comment, parentId: string | null): void;
  onEdited(reply: Reply): void;
  onDeleted(id: string): void;
  onRemoved(removed: RemovedComment): void;
  onRestored(reply: Reply, parentId: string | null): void;
  onTalk(talk: Talk): void;
}

interface TalkOfPage extends TalkEvents {
  slug: string;
  talk: Talk;
  now: Date;
  sending: SendingComment[];
  /** What staff have removed here: all of it for staff, for others what they wrote themselves. */
  removed: RemovedComment[];
  /** The comment that the page is about, on its own page. */
  chosen: string | null;
  /** Where people come back to after signing in. */
  place: string;
}

export const TalkContext = createContext<TalkOfPage | null>(null);

export function useTalkOfPage(): TalkOfPage {
  const talk = use(TalkContext);
  if (!talk) throw new Error('A part of a talk stands outside of one');
  return talk;
}
