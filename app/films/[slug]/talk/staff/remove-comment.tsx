'use client';

import { useTalkOfPage } from '../talk-context';
import { ReasonForm } from './reason-form';
import { sendRemoval } from './send-moderation';
import { useAsking } from './use-asking';

/** For staff: takes a comment out of sight, with a reason. */
export function RemoveComment({ id, writer }: { id: string; writer: string }) {
  const { onRemoved } = useTalkOfPage();
  const { asking, opener, ask, close } = useAsking();
  if (!asking) {
    return (
      <button ref={opener} className="textbtn" type="button" onClick={ask}>
        Remove<span className="hidden"> the comment of {writer}</span>
      </button>
    );
  }
  return (
    <ReasonForm
      title={`Remove the comment of ${writer}?`}
      consequence={`Nobody but ${writer} and staff will see these words. They are kept: you can restore them here.`}
      hint={`${writer} reads it, and staff.`}
      label="Remove"
      busyLabel="Removing"
      cancelLabel="Leave it"
      send={(reason) => sendRemoval(id, reason)}
      onDone={onRemoved}
      onCancel={close}
    />
  );
}
