'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { MyComments } from './my-comments';
import { MyReplies } from './my-replies';
import { fetchMyComments, fetchMyReplies } from './my-activity-requests';

/** The two parts of an account that are about what people say: answers to one's comments, and one's comments. */
export function MyTalk() {
  return (
    <>
      <Part id="my-replies" title="Replies to you" load={fetchMyReplies}>
        {(first) => <MyReplies first={first} />}
      </Part>
      <Part id="my-comments" title="Your comments" load={fetchMyComments}>
        {(first) => <MyComments first={first} />}
      </Part>
    </>
  );
}

interface PartProps<T> {
  id: string;
  title: string;
  load(): Promise<T | null>;
  children(first: T): ReactNode;
}

function Part<T>({ id, title, load, children }: PartProps<T>) {
  const [first, setFirst] = useState<T | 'awaited' | 'failed'>('awaited');
  const fetchFirst = useCallback(() => load().then((answer) => setFirst(() => answer ?? 'failed')), [load]);
  useEffect(() => {
    void fetchFirst();
  }, [fetchFirst]);
  return (
    <section className="section part comments-part" aria-labelledby={id} aria-busy={first === 'awaited'}>
      <h2 id={id}>{title}</h2>
      {first === 'awaited' && <p className="read soft fade-in-late">Fetching them…</p>}
      {first === 'failed' && (
        <div role="alert">
          <p className="error">We can’t show them at the moment. The rest of your account works.</p>
          <p className="row below">
            <button
              className="btn btn-small"
              type="button"
              onClick={() => {
                setFirst('awaited');
                void fetchFirst();
              }}
            >
              Try again
            </button>
          </p>
        </div>
      )}
      {first !== 'awaited' && first !== 'failed' && children(first)}
    </section>
  );
}
