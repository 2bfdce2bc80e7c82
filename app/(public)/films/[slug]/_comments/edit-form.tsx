'use client';

import { useEffect, useRef } from 'react';
import { normalizeBody } from '@/lib/comments/body';
import type { Reply } from '@/lib/comments/schema';
import { CommentFormFooter } from './form-foot';
import { LiveCount, SendButton } from './send-button';
import { sendEdit } from './send-comment';
import { useComments } from './talk-context';
import { useDraft } from './use-draft';
import { usePosting } from './use-posting';
import { faultOf, lengthOf } from './words-fault';
import { CommentEditor } from './write-frame';

interface EditFormProps {
  comment: Reply;
  takesFocus: boolean;
  /** Also after the change is made. */
  onClose(): void;
}

/** What a change that is not sent yet is kept under, for `readDraft`. */
export function editOf(id: string): string {
  return `edit.${id}`;
}

/** The words of a comment, to be mended while there is time. */
export function EditForm({ comment, takesFocus, onClose }: EditFormProps) {
  const { slug, placeOf, onEdited } = useComments();
  const field = useRef<HTMLTextAreaElement>(null);
  const first = { text: comment.body, spoiler: comment.spoiler };
  const draft = useDraft({ slug, about: editOf(comment.id), first, field });
  const posting = usePosting();
  const { busy, secondsLeft } = posting;
  const length = lengthOf(draft.text);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function save() {
    if (busy || secondsLeft > 0) return;
    const fault = faultOf(length);
    if (fault) return posting.refuse(fault);
    const words = { text: normalizeBody(draft.text), spoiler: draft.spoiler };
    const edited = await posting.post(() => sendEdit(comment.id, words));
    if (!edited) return;
    draft.clear();
    onClose();
    onEdited(edited);
  }

  /** Escape closes, and the change waits for the next time; Cancel throws it away. */
  function leave() {
    if (!busy) onClose();
  }

  function cancel() {
    if (busy) return;
    draft.clear();
    onClose();
  }

  return (
    <div className="writing">
      <CommentEditor
        field={field}
        label="Change what you wrote"
        words={draft}
        length={length}
        posting={posting}
        goOn="You can save now."
        onSend={() => void save()}
        onEscape={leave}
        onWrite={draft.write}
      >
        <CommentFormFooter
          count={<LiveCount length={length} />}
          onCancel={cancel}
          place={placeOf(comment.id)}
        >
          <SendButton
            label="Save"
            busyLabel="Saving"
            busy={busy}
            secondsLeft={secondsLeft}
            hasWords={length > 0}
            onSend={() => void save()}
          />
        </CommentFormFooter>
      </CommentEditor>
    </div>
  );
}
