'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useSyncExternalStore } from 'react';
import { Notice } from '../_components/form/notice';
import { useSession } from '../_session/session-store';
import { progress } from './callback';
import {
  dismissNotice,
  handleCallback,
  handlePageVisit,
  type ShownNotice,
  shownNotice,
  subscribe,
} from './callback-notice';
import { pendingEmailChange } from './emailed-links';

/** In the root layout, once: whatever a mail or another sign-in service put into the hash of the address ends here. */
export function CallbackHandler() {
  const router = useRouter();
  const pathname = usePathname();
  const { state, error } = useSession();
  const shown = useSyncExternalStore(subscribe, shownNotice, () => null);

  useEffect(() => {
    const onVisit = () => handlePageVisit((href) => router.replace(href));
    if (pathname) onVisit();
    window.addEventListener('hashchange', onVisit);
    return () => window.removeEventListener('hashchange', onVisit);
  }, [router, pathname]);

  useEffect(() => {
    if (state !== 'member' || error) return;
    const token = pendingEmailChange.take();
    if (token) void handleCallback({ kind: 'email-change', token }, (href) => router.replace(href));
  }, [router, state, error]);

  if (!shown || shown.pathname !== pathname) return null;
  const retry = () => {
    if (shown.callback) void handleCallback(shown.callback, (href) => router.replace(href));
  };
  return (
    <div className="page callback-notice">
      <NoticeAboveThePage shown={shown} onRetry={retry} />
    </div>
  );
}

function NoticeAboveThePage({ shown, onRetry }: { shown: ShownNotice; onRetry(): void }) {
  const { notice, callback } = shown;
  if (!notice) {
    return (
      <Notice tone="info" title={`${callback ? progress[callback.kind] : 'Working'}…`}>
        <p>This takes a second or two.</p>
      </Notice>
    );
  }
  const extra = (
    <>
      {notice.canRetry && (
        <button className="btn btn-small" type="button" onClick={onRetry}>
          Try again
        </button>
      )}
      <button className="btn-link" type="button" onClick={dismissNotice}>
        Close
      </button>
    </>
  );
  return (
    <Notice tone={notice.tone} title={notice.title} actions={notice.actions ?? []} extra={extra}>
      <p>{notice.text}</p>
    </Notice>
  );
}
