'use client';

import { useEffect } from 'react';
import { FormFoot } from './form-foot';
import { LiveCount, SendButton } from './send-button';
import { useTalkOfPage } from './talk-context';
import { useCommentForm } from './use-comment-form';
import { lengthOf } from './words-fault';
import { WriteFrame } from './write-frame';

interface CommentFormProps {
  /** What is answered, for a reply. */
  parent: { id: string; writer: string } | null;
  onDone?: () => void;
  /** A reply can be left; its words are kept. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

/** One frame for everybody: members post, visitors learn how to join, and what is typed is kept for both. */
export function CommentForm({ parent, onDone, onCancel, takesFocus = false }: CommentFormProps) {
  const { place } = useTalkOfPage();
  const { field, draft, posting, post } = useCommentForm(parent?.id ?? null, onDone);
  const { busy, secondsLeft, refusal } = posting;
  // What is on its way stands among the comments, and comes back into the field when it is refused.
  const words = busy ? { text: '', spoiler: false } : draft;
  const length = lengthOf(words.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus, field]);

  return (
    <div className="writing">
      <WriteFrame
        field={field}
        label={parent ? `Your answer to ${parent.writer}` : 'Your comment'}
        placeholder={parent ? `Answer ${parent.writer}` : 'Write about the film'}
        words={words}
        length={length}
        posting={posting}
        goOn="You can post now."
        onSend={() => void post()}
        onWrite={draft.write}
      >
        <FormFoot onCancel={onCancel} place={place}>
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
