'use client';

import { type RefObject, useRef } from 'react';
import { normalizeBody } from '@/lib/comments/body';
import { settledSnapshot } from '@/app/_session/session-store';
import type { WordsSent } from '@/app/_components/comments/draft';
import { sendComment } from './send-comment';
import { type Answering, useComments } from './talk-context';
import { useDraft } from './use-draft';
import { type Posting, usePosting } from './use-posting';
import { faultOf, lengthOf } from './words-fault';

interface CommentForm {
  field: RefObject<HTMLTextAreaElement | null>;
  draft: ReturnType<typeof useDraft>;
  posting: Posting;
  post(): Promise<void>;
}

const nothing = { text: '', spoiler: false };

/** A new comment, or an answer: its draft, its posting, and the page that is told of both. */
export function useCommentForm(about: Answering, onDone?: () => void): CommentForm {
  const { slug, onSending, onRefused, onPosted } = useComments();
  const field = useRef<HTMLTextAreaElement>(null);
  const draft = useDraft({ slug, about: about.replyToId, first: nothing, field });
  const posting = usePosting();

  async function post() {
    if (posting.busy || posting.secondsLeft > 0) return;
    // Just after the page came it may not be known who is here: then the answer is worth waiting for.
    const { state, me } = await settledSnapshot();
    if (state !== 'member' || me?.ban) return;
    const fault = faultOf(lengthOf(draft.text));
    if (fault) {
      posting.refuse(fault);
      field.current?.focus();
      return;
    }
    const request = { ...draft.request(), text: normalizeBody(draft.text) };
    const posted = await posting.post(() => send(request));
    if (!posted) return;
    draft.clear();
    onPosted(posted, about);
    onDone?.();
  }

  async function send(request: WordsSent) {
    onSending({ ...about, body: request.text, spoiler: request.spoiler });
    const outcome = await sendComment({ slug, replyToId: about.replyToId, ...request });
    if (outcome.refusal) onRefused(about);
    return outcome;
  }

  return { field, draft, posting, post };
}
