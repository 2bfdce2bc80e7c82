'use client';

import { useEffect } from 'react';
import { CommentFormFooter } from './form-foot';
import { LiveCount, SendButton } from './send-button';
import { type Answering, useComments } from './talk-context';
import { useCommentForm } from './use-comment-form';
import { lengthOf } from './words-fault';
import { CommentEditor } from './write-frame';

interface CommentFormProps {
  about?: Answering;
  /** Whose words are answered, for a reply. */
  writer?: string;
  onDone?: () => void;
  /** A reply can be left; its words are kept. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

const aComment: Answering = { replyToId: null, parentId: null };

/** One frame for everybody: members post, visitors learn how to join, and what is typed is kept for both. */
export function CommentForm({
  about = aComment,
  writer,
  onDone,
  onCancel,
  takesFocus = false,
}: CommentFormProps) {
  const { placeOf } = useComments();
  const { field, draft, posting, post } = useCommentForm(about, onDone);
  const { busy, secondsLeft, refusal } = posting;
  // What is on its way stands among the comments, and comes back into the field when it is refused.
  const words = busy ? { text: '', spoiler: false } : draft;
  const length = lengthOf(words.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus, field]);

  return (
    <div className="writing">
      <CommentEditor
        field={field}
        label={writer ? `Your answer to ${writer}` : 'Your comment'}
        placeholder={writer ? `Answer ${writer}` : 'Write about the film'}
        words={words}
        length={length}
        posting={posting}
        goOn="You can post now."
        onSend={() => void post()}
        onWrite={draft.write}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={onCancel}
          place={placeOf(about.replyToId)}
        >
          <SendButton
            label="Post"
            busyLabel="Posting"
            busy={busy}
            secondsLeft={secondsLeft}
            hasWords={length > 0}
            onSend={() => void post()}
          />
        </CommentFormFooter>
      </CommentEditor>
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
