'use client';

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { commentLength, tidyBody } from '@/lib/comments/body';
import { COMMENT_MAX_LENGTH, type Comment } from '@/lib/comments/schema';
import { useSession } from '../../../identity/session-provider';
import { countNews } from './count-words';
import { FormFoot } from './form-foot';
import { useDraft } from './use-draft';
import { usePosting } from './use-posting';

interface CommentFormProps {
  slug: string;
  /** What is answered, for a reply. */
  parent: { id: string; writer: string } | null;
  onPosted(comment: Comment, parentId: string | null): void;
  /** A reply can be left; its words are kept. */
  onCancel?: () => void;
  takesFocus?: boolean;
}

/** One frame for everybody: members post, visitors learn how to join, and what is typed is kept for both. */
export function CommentForm({ slug, parent, onPosted, onCancel, takesFocus = false }: CommentFormProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const session = useSession();
  const parentId = parent?.id ?? null;
  const draft = useDraft(slug, parentId, field);
  const posting = usePosting(slug, parentId);
  const [waited, setWaited] = useState(false);
  const body = tidyBody(draft.text);
  const length = commentLength(body);
  const isWaiting = posting.secondsLeft > 0;
  const refusal =
    posting.refusal && (isWaiting || posting.refusal.waitSeconds === 0) ? posting.refusal : null;
  const ban = session.me?.ban ?? null;

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  async function post() {
    if (posting.busy || isWaiting || session.state !== 'member' || ban) return;
    const fault = faultOf(length);
    if (fault) {
      posting.refuse(fault);
      field.current?.focus();
      return;
    }
    setWaited(true);
    const posted = await posting.post({ ...draft.request(), text: body });
    if (!posted) return;
    draft.clear();
    onPosted(posted, parentId);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void post();
  }

  const told = refusal?.text ?? '';
  const mayGoOn = waited && !refusal && posting.refusal !== null ? 'You can post now.' : '';
  return (
    <div className="writing">
      <form className={refusal ? 'write refused' : 'write'} onSubmit={(event) => event.preventDefault()}>
        <label className="hidden" htmlFor={id}>
          {parent ? `Your answer to ${parent.writer}` : 'Your comment'}
        </label>
        <textarea
          id={id}
          ref={field}
          value={draft.text}
          placeholder={parent ? `Answer ${parent.writer}` : 'Write about the film'}
          readOnly={posting.busy}
          aria-invalid={refusal ? true : undefined}
          aria-describedby={refusal ? `${id}-refusal` : undefined}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            draft.write(event.target.value);
            if (!isWaiting) posting.forget();
          }}
        />
        <FormFoot
          length={length}
          busy={posting.busy}
          secondsLeft={posting.secondsLeft}
          onPost={() => void post()}
          onCancel={onCancel}
          place={`/films/${slug}#talk`}
        />
      </form>
      <div role="alert">
        {told && (
          <p className="error" id={`${id}-refusal`}>
            {told}
          </p>
        )}
      </div>
      {draft.restored && !refusal && <Restored onClear={() => (draft.clear(), field.current?.focus())} />}
      <output className="hidden">
        {countNews(COMMENT_MAX_LENGTH - length)} {mayGoOn}
      </output>
    </div>
  );
}

function faultOf(length: number): string | null {
  if (length === 0) return 'Write something first, then post.';
  if (length <= COMMENT_MAX_LENGTH) return null;
  const excess = length - COMMENT_MAX_LENGTH;
  const tooMany = excess === 1 ? '1 character' : `${excess.toLocaleString('en')} characters`;
  return `${tooMany} too many. Shorten it, or post the rest as a second comment.`;
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
