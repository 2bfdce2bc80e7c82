'use client';

import { useEffect, useState } from 'react';
import { useComments } from '../talk-context';
import type { RemovedList as list } from './removed-list';

type RemovedList = typeof list;

let fetching: Promise<RemovedList> | null = null;

/** The list of what was removed, fetched when there is something in it for this person: for most people there never is. */
export function RemovedPart() {
  const { removed } = useComments();
  const [List, setList] = useState<RemovedList | null>(null);
  const isNeeded = removed.length > 0;
  useEffect(() => {
    if (!isNeeded) return;
    fetching ??= import('./removed-list').then(({ RemovedList }) => RemovedList);
    fetching.then(
      (loaded) => setList(() => loaded),
      () => (fetching = null),
    );
  }, [isNeeded]);
  return isNeeded && List ? <List removed={removed} /> : null;
}
