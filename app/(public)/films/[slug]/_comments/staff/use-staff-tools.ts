'use client';

import { useEffect, useState } from 'react';
import { canModerate } from '@/lib/comments/policy';
import { useSession } from '@/app/_session/session-provider';
import type * as tools from './staff-tools';

type StaffTools = typeof tools;

/** Fetched once in this tab, when somebody of the staff is signed in. */
let fetching: Promise<StaffTools> | null = null;

/** What staff can do on a film's page; null for everybody else, and until it has come. */
export function useStaffTools(): StaffTools | null {
  const { me } = useSession();
  const [tools, setTools] = useState<StaffTools | null>(null);
  const isStaff = me?.ban === null && canModerate(me);
  useEffect(() => {
    if (!isStaff) return;
    fetching ??= import('./staff-tools');
    // Not there just now: the next page asks again.
    fetching.then(setTools, () => (fetching = null));
  }, [isStaff]);
  return isStaff ? tools : null;
}
