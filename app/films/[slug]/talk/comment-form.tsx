'use client';

import { useEffect, useRef } from 'react';
import { tidyBody } from '@/lib/comments/body';
import { useSession } from '../../../identity/session-provider';
import { FormFoot } from './form-foot';
import { LiveCount, SendButton } from './send-button';
import { sendComment } from './send-comment';
import { useTalkOfPage } from './talk-context';
import { useDraft } from './use-draft';
import { usePosting } from './use-posting';
import { faultOf, lengthOf } from './words-fault';
import { WriteFrame } from './write-frame';

interface CommentFormProps {
  /** What is answered, for a reply. */
  parent: { id: string; writer: string } | null;
  onDone?: () => void;
  /** A reply can be left; its words are kept. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

const nothing = { text: '', spoiler: false };

/** One frame for everybody: members post, visitors learn how to join, and what is typed is kept for both. */
export function CommentForm({ parent, onDone, onCancel, takesFocus = false }: CommentFormProps) {
  const page = useTalkOfPage();
  const { slug } = page;
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useSession();
  const parentId = parent?.id ?? null;
  const draft = useDraft({ slug, about: parentId, first: nothing, field });
  const posting = usePosting();
  const { busy, secondsLeft, refusal } = posting;
  // What is on its way stands among the comments, and comes back into the field when it is refused.
  const words = busy ? nothing : draft;
  const length = lengthOf(words.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function post() {
    if (busy || secondsLeft > 0 || session.state !== 'member' || session.me?.ban) return;
    const fault = faultOf(length);
    if (fault) {
      posting.refuse(fault);
      field.current?.focus();
      return;
    }
    const request = { ...draft.request(), text: tidyBody(draft.text) };
    const { spoiler, text } = request;
    const posted = await posting.post(() => {
      page.onSending({ parentId, body: text, spoiler });
      return sendComment({ slug, parentId, ...request });
    });
    if (!posted) return page.onRefused(parentId);
    draft.clear();
    page.onPosted(posted, parentId);
    onDone?.();
  }

  return (
    <div className="writing">
      <WriteFrame
        field={field}
        label={parent ? `Your answer to ${parent.writer}` : 'Your comment'}
        placeholder={parent ? `Answer ${parent.writer}` : 'Write about the film'}
        words={words}
        length={length}
        busy={busy}
        refusal={refusal}
        news={posting.mayGoOn ? 'You can post now.' : ''}
        onSend={() => void post()}
        onWrite={(next) => {
          draft.write(next);
          posting.onWordsChanged();
        }}
      >
        <FormFoot onCancel={onCancel} place={page.place}>
          <LiveCount length={length} />
          <SendButton
            label="Post"
            busyLabel="Posting"
            busy={busy}
            secondsLeft={secondsLeft}
            hasWords={length > 0}
            onSend={() => void post()}
          />
        </FormFoot>
      </WriteFrame>
      {draft.restored && !refusal && !busy && (
        <Restored onClear={() => (draft.clear(), field.current?.focus())} />
      )}
    </div>
  );
}

function Restored({ onClear }: { onClear: () => void }) {
  return (
    <p className="row small soft restored">
      <output>These are your words from before; they were never posted.</output>
      <button className="textbtn" type="button" onClick={onClear}>
        Clear them
      </button>
    </p>
  );
}
