'use client';

import { sessionStore } from '../_session/storage';

const KEY = 'marquee.pending-email-change';

/** The token of a change of address that waits until its owner has signed in. */
export const pendingEmailChange = {
  take(): string | null {
    const token = sessionStore.read(KEY);
    sessionStore.remove(KEY);
    return typeof token === 'string' ? token : null;
  },
  keep: (token: string) => sessionStore.write(KEY, token),
};
