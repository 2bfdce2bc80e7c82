'use client';

import { useLinkStatus } from 'next/link';

/**
 * Inside a link: shows that its page is loading, if that takes longer than a moment (the delay is in the style
 * sheet).
 */
export function Fetching() {
  const { pending } = useLinkStatus();
  return pending ? <output className="fetching">Fetching…</output> : null;
}
