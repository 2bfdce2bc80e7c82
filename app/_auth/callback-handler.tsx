'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import {
  type Arrival,
  closeArrival,
  currentArrival,
  follow,
  subscribeArrival,
  visitPage,
} from './callback-notice';
import { progress } from './callback';
import { Notice } from '../_components/form/notice';
import { pendingEmailChange } from './pending-email-change';
import { useSession } from '../_session/session-provider';

/** In the root layout, once: whatever a mail or another sign-in service put into the hash of the address ends here. */
export function CallbackHandler() {
  const router = useRouter();
  const pathname = usePathname();
  const { state, error } = useSession();
  const arrival = useSyncExternalStore(subscribeArrival, currentArrival, () => null);

  useEffect(() => {
    const visit = () => visitPage((place) => router.replace(place));
    if (pathname) visit();
    window.addEventListener('hashchange', visit);
    return () => window.removeEventListener('hashchange', visit);
  }, [router, pathname]);

  useEffect(() => {
    if (state !== 'member' || error) return;
    const token = pendingEmailChange.take();
    if (token) void follow({ kind: 'email-change', token }, (place) => router.replace(place));
  }, [router, state, error]);

  if (!arrival || arrival.pathname !== pathname) return null;
  const again = () => {
    if (arrival.callback) void follow(arrival.callback, (place) => router.replace(place));
  };
  return (
    <div className="page callback-notice">
      <ArrivalNotice arrival={arrival} onAgain={again} />
    </div>
  );
}

function ArrivalNotice({ arrival, onAgain }: { arrival: Arrival; onAgain(): void }) {
  const { message, callback } = arrival;
  if (!message) {
    return (
      <Notice tone="note" title={`${callback ? progress[callback.kind] : 'Working'}…`}>
        <p>This takes a second or two.</p>
      </Notice>
    );
  }
  const extra = (
    <>
      {message.again && (
        <button className="btn btn-small" type="button" onClick={onAgain}>
          Try again
        </button>
      )}
      <button className="btn-link" type="button" onClick={closeArrival}>
        Close
      </button>
    </>
  );
  return (
    <Notice tone={message.tone} title={message.title} actions={message.actions ?? []} extra={extra}>
      <p>{message.text}</p>
    </Notice>
  );
}
