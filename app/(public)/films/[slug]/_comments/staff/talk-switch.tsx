'use client';

import { useState } from 'react';
import { useComments } from '../talk-context';
import { ReasonForm } from './reason-form';
import { sendTalk } from './send-moderation';
import { useDisclosure } from './use-asking';

/** For staff: closes the talk of this film with a reason, and opens it again. */
export function DiscussionToggle() {
  const { slug, discussion, onDiscussionChanged } = useComments();
  const { asking, opener, ask, close } = useDisclosure();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');

  async function open() {
    if (busy) return;
    setBusy(true);
    setRefusal('');
    const { done, refusal: refused } = await sendTalk(slug, { state: 'open' });
    setBusy(false);
    if (done) onDiscussionChanged(done);
    else setRefusal(refused.text);
  }

  if (asking) {
    return (
      <ReasonForm
        title="Close the talk of this film?"
        consequence="All that was said stays to be read; nobody can write until you open the talk again."
        hint="Everybody reads it, in place of the form."
        label="Close the talk"
        busyLabel="Closing"
        cancelLabel="Leave it open"
        send={(reason) => sendTalk(slug, { state: 'closed', reason })}
        onDone={(closed) => {
          close();
          onDiscussionChanged(closed);
        }}
        onCancel={close}
      />
    );
  }
  const isOpen = discussion.state === 'open';
  return (
    <div className="talk-switch">
      <button
        ref={opener}
        className="textbtn"
        type="button"
        aria-busy={busy || undefined}
        onClick={() => (isOpen ? ask() : void open())}
      >
        {isOpen ? 'Close the talk' : 'Open the talk again'}
      </button>
      <div role="alert">{refusal && <p className="error">{refusal}</p>}</div>
    </div>
  );
}
