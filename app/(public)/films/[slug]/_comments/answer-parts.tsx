'use client';

import { CommentForm } from './comment-form';
import type { Answering } from './talk-context';
import type { useReplyForm } from './use-answering';

type UsedAnswering = ReturnType<typeof useReplyForm>;

/** Opens the form for an answer, and closes it. */
export function ReplyButton({ opener, isOpen, toggle, writer }: UsedAnswering & { writer: string }) {
  return (
    <button ref={opener} className="textbtn" type="button" aria-expanded={isOpen} onClick={toggle}>
      Reply<span className="hidden"> to {writer}</span>
    </button>
  );
}

interface AnswerFormProps extends UsedAnswering {
  about: Answering;
  /** Whose words are answered. */
  writer: string;
}

export function ReplyForm({ about, writer, isOpen, takesFocus, close, done }: AnswerFormProps) {
  if (!isOpen) return null;
  return (
    <div className="answer">
      <CommentForm about={about} writer={writer} takesFocus={takesFocus} onCancel={close} onDone={done} />
    </div>
  );
}
