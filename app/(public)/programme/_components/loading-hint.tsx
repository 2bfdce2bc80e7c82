'use client';

import { useLinkStatus } from 'next/link';

/** Inside a link: says that its page is on its way, once that takes longer than a moment (the style sheet waits). */
export function Fetching() {
  const { pending } = useLinkStatus();
  return pending ? <output className="fetching">Fetching…</output> : null;
}
