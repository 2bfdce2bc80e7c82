'use client';

import { useEffect, useState } from 'react';
import { canModerate } from '@/lib/comments/policy';
import { useSession } from '@/app/_session/session-store';
import type * as tools from './moderation';
import { useComments } from './context';
import type { RemovedList as list } from './removed-list';
import { type RemovedComment, removedCommentsSchema } from '@/lib/comments/schema';
import { hasPermission } from '@/lib/auth/policy';
import { callApi } from '@/app/_session/api';

type StaffTools = typeof tools;

/** Fetched once in this tab, when somebody of the staff is signed in. */
let fetchingTools: Promise<StaffTools> | null = null;

/** What staff can do on a film's page; null for everybody else, and until it has come. */
export function useStaffTools(): StaffTools | null {
  const { me } = useSession();
  const [tools, setTools] = useState<StaffTools | null>(null);
  const isStaff = me?.ban === null && canModerate(me);
  useEffect(() => {
    if (!isStaff) return;
    fetchingTools ??= import('./moderation');
    // Not there just now: the next page asks again.
    fetchingTools.then(setTools, () => (fetchingTools = null));
  }, [isStaff]);
  return isStaff ? tools : null;
}

type RemovedList = typeof list;

let fetchingList: Promise<RemovedList> | null = null;

/** The list of removed comments, loaded only if this person has access to any, which is rare. */
export function RemovedPart() {
  const { removed } = useComments();
  const [List, setList] = useState<RemovedList | null>(null);
  const isNeeded = removed.length > 0;
  useEffect(() => {
    if (!isNeeded) return;
    fetchingList ??= import('./removed-list').then(({ RemovedList }) => RemovedList);
    fetchingList.then(
      (loaded) => setList(() => loaded),
      () => (fetchingList = null),
    );
  }, [isNeeded]);
  return isNeeded && List ? <List removed={removed} /> : null;
}

/** What staff have removed from a film's comments, as far as this person may see it. Visitors ask nothing, nobody waits for it. */
export function useRemoved(slug: string) {
  const { me, error } = useSession();
  const [removed, setRemoved] = useState<{ reader: string; items: RemovedComment[] } | null>(null);
  // While nobody can be asked who is here, this need not be asked either.
  const mayAsk = !error && me?.ban === null && hasPermission(me.roles, 'comments:write');
  const reader = mayAsk ? me.id : null;

  useEffect(() => {
    if (reader === null) return;
    let isCurrent = true;
    void fetchRemoved(slug).then((items) => {
      if (isCurrent) setRemoved({ reader, items });
    });
    return () => {
      isCurrent = false;
    };
  }, [slug, reader]);

  function change(next: (items: RemovedComment[]) => RemovedComment[]) {
    if (reader === null) return;
    setRemoved((before) => ({ reader, items: next(before?.reader === reader ? before.items : []) }));
  }

  return {
    // Nobody sees what the person before them could see.
    removed: removed && removed.reader === reader ? removed.items : [],
    addRemoved: (one: RemovedComment) => change((items) => [one, ...items]),
    dropRemoved: (id: string) => change((items) => items.filter(({ comment }) => comment.id !== id)),
  };
}

async function fetchRemoved(slug: string): Promise<RemovedComment[]> {
  const path = `/api/films/${slug}/removed-comments` as const;
  const removed = await callApi('GET', path, { response: removedCommentsSchema });
  return removed.ok ? removed.data.items : [];
}
