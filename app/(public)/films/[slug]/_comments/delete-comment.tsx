'use client';

import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { sendDeletion } from './send-comment';
import { isComposing } from '@/app/_components/form/is-composing';

interface DeleteCommentProps {
  id: string;
  onDeleted(): void;
}

/** For what one wrote oneself: asks once more in place, with no dialog, then deletes for good. */
export function DeleteComment({ id, onDeleted }: DeleteCommentProps) {
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  const keeper = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);

  // Focus follows the question and comes back after it.
  useEffect(() => {
    if (asking) keeper.current?.focus();
    else if (wasAsking.current) opener.current?.focus();
    wasAsking.current = asking;
  }, [asking]);

  async function remove() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    const { refusal: refused } = await sendDeletion(id);
    setBusy(false);
    if (refused) setRefusal(refused.text);
    else onDeleted();
  }

  if (!asking) {
    return (
      <button ref={opener} className="textbtn" type="button" onClick={() => setAsking(true)}>
        Delete<span className="hidden"> your comment</span>
      </button>
    );
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape' && !isComposing(event) && !busy) setAsking(false);
  }
  return (
    <fieldset className="asking" aria-label="Delete your comment?">
      <span className="small">Delete your comment? It cannot be undone.</span>
      <button
        className="btn bad slim"
        type="button"
        aria-busy={busy || undefined}
        onKeyDown={onKeyDown}
        onClick={() => void remove()}
      >
        {busy ? 'Deleting' : 'Delete'}
      </button>
      <button
        ref={keeper}
        className="btn slim"
        type="button"
        onKeyDown={onKeyDown}
        onClick={() => setAsking(false)}
      >
        Keep it
      </button>
      <div role="alert">{refusal && <p className="error">{refusal}</p>}</div>
    </fieldset>
  );
}
