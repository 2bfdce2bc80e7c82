'use client';

import { tabItems } from './items';

const KEY = 'marquee.pending-email-change';

/** The token of a change of address that waits until its owner has signed in. */
export const pendingEmailChange = {
  take(): string | null {
    const token = tabItems.read(KEY);
    tabItems.remove(KEY);
    return typeof token === 'string' ? token : null;
  },
  keep: (token: string) => tabItems.write(KEY, token),
};
