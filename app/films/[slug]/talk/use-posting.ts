'use client';

import { useRef, useState } from 'react';
import type { Comment } from '@/lib/comments/schema';
import { useSession } from '../../../identity/session-provider';
import { type Refusal, refusalOf } from './refusal';
import { sendComment } from './send-comment';
import { useCountdown } from './use-countdown';

interface Posting {
  busy: boolean;
  /** Gone when the words change, or when the wait is over. */
  refusal: Refusal | null;
  /** Whole seconds until posting is worth trying again. */
  secondsLeft: number;
  post(request: { text: string; key: string }): Promise<Comment | null>;
  refuse(text: string): void;
  forget(): void;
}

/** Sends a comment, one at a time, and keeps why it was refused and until when. */
export function usePosting(slug: string, parentId: string | null): Posting {
  const { refresh } = useSession();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { secondsLeft, start } = useCountdown();
  const sending = useRef(false);

  async function post(request: { text: string; key: string }): Promise<Comment | null> {
    if (sending.current) return null;
    sending.current = true;
    setBusy(true);
    setRefusal(null);
    try {
      const { done, refusal: refused } = await sendComment({ slug, parentId, ...request });
      if (refused) take(refused);
      return done;
    } catch {
      take(refusalOf(null, 0));
      return null;
    } finally {
      sending.current = false;
      setBusy(false);
    }
  }

  function take(refused: Refusal) {
    setRefusal(refused);
    if (refused.waitSeconds > 0) start(refused.waitSeconds);
    if (refused.signIn) void refresh();
  }

  return {
    busy,
    refusal,
    secondsLeft,
    post,
    refuse: (text) => setRefusal({ text, waitSeconds: 0, signIn: false }),
    forget: () => setRefusal(null),
  };
}
