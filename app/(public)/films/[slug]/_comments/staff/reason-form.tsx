'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { REASON_MAX_LENGTH } from '@/lib/comments/schema';
import { isComposing } from '@/app/_components/form/is-composing';
import type { Outcome } from '../send-comment';

interface ReasonFormProps<T> {
  /** What will happen, and whether it can be undone. */
  title: string;
  consequence: string;
  /** Who reads the reason. */
  hint: string;
  label: string;
  busyLabel: string;
  cancelLabel: string;
  send(reason: string): Promise<Outcome<T>>;
  onDone(done: T): void;
  onCancel(): void;
}

/** Asks staff why, in place, and says what their act will do. What was typed stays when it is refused. */
export function ReasonForm<T>({ send, onDone, onCancel, ...words }: ReasonFormProps<T>) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  useEffect(() => field.current?.focus(), []);

  async function act() {
    if (busy) return;
    if (reason.trim() === '') {
      setRefusal('Say why: the reason is shown.');
      field.current?.focus();
      return;
    }
    setBusy(true);
    setRefusal('');
    const { done, refusal: refused } = await send(reason.trim());
    setBusy(false);
    if (refused) setRefusal(refused.text);
    else onDone(done as T);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) onCancel();
  }

  return (
    <fieldset className="reason" aria-label={words.title}>
      <p className="small">{words.consequence}</p>
      <div className={refusal ? 'field wrong' : 'field'}>
        <label htmlFor={id}>Reason</label>
        <textarea
          id={id}
          ref={field}
          className="input"
          rows={2}
          maxLength={REASON_MAX_LENGTH}
          value={reason}
          readOnly={busy}
          onKeyDown={onKeyDown}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? `${id}-hint ${id}-refusal` : `${id}-hint`}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="hint" id={`${id}-hint`}>
          {words.hint}
        </p>
        <div role="alert">
          {refusal && (
            <p className="error" id={`${id}-refusal`}>
              {refusal}
            </p>
          )}
        </div>
      </div>
      <p className="row">
        <button
          className="btn bad slim"
          type="button"
          aria-busy={busy || undefined}
          onKeyDown={onKeyDown}
          onClick={() => void act()}
        >
          {busy ? words.busyLabel : words.label}
        </button>
        <button className="btn slim" type="button" onKeyDown={onKeyDown} onClick={onCancel}>
          {words.cancelLabel}
        </button>
      </p>
    </fieldset>
  );
}
