'use client';

import { useCallback, useEffect, useState } from 'react';
import type { Profile } from '@/lib/profiles/schema';
import { fetchProfile } from './profile';

/** What the first paint had, else what our server says. */
export function useProfile(first: Profile | null) {
  const [fetched, setFetched] = useState<Profile | null>(null);
  const [failed, setFailed] = useState(false);
  const load = useCallback(
    () =>
      fetchProfile().then((profile) => {
        setFetched(profile);
        setFailed(profile === null);
      }),
    [],
  );
  useEffect(() => {
    if (!first) void load();
  }, [first, load]);
  const again = () => {
    setFailed(false);
    void load();
  };
  return { profile: first ?? fetched, failed, again };
}
