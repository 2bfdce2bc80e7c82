'use client';

import { useEffect, useState } from 'react';
import { isFollowUp } from './keep-focus';

interface ResultLineProps {
  words: string;
  /** Nobody asked for it: said, and not shown. */
  quiet: boolean;
}

/** How much the programme shows, said after each change. It comes empty when it is made anew: only a change is read aloud. */
export function ResultLine({ words, quiet }: ResultLineProps) {
  const [said, setSaid] = useState(() => (isFollowUp() ? '' : words));
  // oxlint-disable-next-line react/set-state-in-effect -- what changes after it was there is read aloud, what comes with it is not
  useEffect(() => setSaid(words), [words]);
  return <output className={quiet ? 'result hidden' : 'result'}>{said}</output>;
}
