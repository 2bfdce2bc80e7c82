'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { isComposing } from '@/app/_components/form/is-composing';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import { announceCharacterCount } from './count-words';
import type { Words } from '@/app/_components/comments/draft';
import type { Posting } from './use-posting';

interface WriteFrameProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  words: Words;
  length: number;
  posting: Posting;
  /** Said to screen readers when a wait is over. */
  goOn: string;
  /** Control and Enter, from within the field. */
  onSend(): void;
  onWrite(words: Partial<Words>): void;
  onEscape?: () => void;
  /** The lower part of the frame. */
  children: ReactNode;
}

/** The frame in which comments, answers and changes are written, with the refusal under it. */
export function CommentEditor({ field, label, words, posting, children, ...props }: WriteFrameProps) {
  const id = useId();
  const { length, goOn, placeholder, onSend, onEscape } = props;
  const { busy, refusal, mayGoOn } = posting;

  function onWrite(next: Partial<Words>) {
    props.onWrite(next);
    posting.onWordsChanged();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event)) return;
    if (event.key === 'Escape') onEscape?.();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSend();
  }

  return (
    <>
      <form className={refusal ? 'write refused' : 'write'} onSubmit={(event) => event.preventDefault()}>
        <label className="hidden" htmlFor={id}>
          {label}
        </label>
        <textarea
          id={id}
          ref={field}
          value={words.text}
          placeholder={placeholder}
          readOnly={busy}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? `${id}-refusal` : `${id}-hint`}
          onKeyDown={onKeyDown}
          onChange={(event) => onWrite({ text: event.target.value })}
        />
        <p className="hint" id={`${id}-hint`}>
          *emphasis*, **strong**, &gt; quote, - list. Links as they are, three at most.
        </p>
        <footer>
          <label className="spoiler-box small">
            <input
              type="checkbox"
              checked={words.spoiler}
              onChange={(event) => {
                if (!busy) onWrite({ spoiler: event.target.checked });
              }}
            />
            Says how the film ends
          </label>
          {children}
        </footer>
      </form>
      <div role="alert">
        {refusal && (
          <p className="error" id={`${id}-refusal`}>
            {refusal.text}
          </p>
        )}
      </div>
      <output className="hidden">
        {announceCharacterCount(COMMENT_MAX_LENGTH - length)} {mayGoOn && goOn}
      </output>
    </>
  );
}
