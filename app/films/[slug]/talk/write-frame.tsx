'use client';

import { type KeyboardEvent, type ReactNode, type RefObject, useId } from 'react';
import { COMMENT_MAX_LENGTH } from '@/lib/comments/schema';
import { countNews } from './count-words';
import type { Words } from './draft';
import type { Refusal } from './refusal';

interface WriteFrameProps {
  field: RefObject<HTMLTextAreaElement | null>;
  label: string;
  placeholder?: string;
  words: Words;
  length: number;
  busy: boolean;
  refusal: Refusal | null;
  /** Said to screen readers beside the room that is left. */
  news?: string;
  /** Control and Enter, from within the field. */
  onSend(): void;
  onWrite(words: Partial<Words>): void;
  onEscape?: () => void;
  /** The lower part of the frame. */
  children: ReactNode;
}

/** The frame in which comments, answers and changes are written, with the refusal under it. */
export function WriteFrame({ field, label, words, refusal, children, ...props }: WriteFrameProps) {
  const id = useId();
  const { length, busy, news = '', placeholder, onSend, onWrite, onEscape } = props;

  function onKeyDown(event: KeyboardEvent) {
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
        {countNews(COMMENT_MAX_LENGTH - length)} {news}
      </output>
    </>
  );
}
