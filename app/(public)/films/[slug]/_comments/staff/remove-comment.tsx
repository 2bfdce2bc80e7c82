'use client';

import type { Author } from '@/lib/comments/schema';
import { nameOf } from '@/app/_components/comments/author-name';
import { useComments } from '../talk-context';
import { ReasonForm } from './reason-form';
import { sendRemoval } from './send-moderation';
import { useDisclosure } from './use-asking';

/** For staff: takes a comment out of sight, with a reason. */
export function RemoveComment({ id, author }: { id: string; author: Author | null }) {
  const writer = nameOf(author);
  // Who has no account here, or none any more, is not told.
  const reader = author?.kind === 'member' ? `${writer} and staff` : 'staff';
  const { onRemoved } = useComments();
  const { asking, opener, ask, close } = useDisclosure();
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
      consequence={`Nobody but ${reader} will see these words. They are kept: you can restore them here.`}
      hint={`To be read by ${reader}.`}
      label="Remove"
      busyLabel="Removing"
      cancelLabel="Leave it"
      send={(reason) => sendRemoval(id, reason)}
      onDone={onRemoved}
      onCancel={close}
    />
  );
}
