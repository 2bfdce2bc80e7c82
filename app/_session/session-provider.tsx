'use client';

import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { endSession } from './sign-out';
import {
  getSnapshot,
  followSession,
  refreshSession,
  type SessionSnapshot,
  subscribe,
  initialSnapshot,
} from './session-store';

interface SessionOfThisTab extends SessionSnapshot {
  /** Signs this browser out, in all its tabs; other devices stay signed in. */
  signOut(): Promise<void>;
  /** Asks again who is signed in, and answers with what is known then. */
  refresh(): Promise<SessionSnapshot>;
}

/** In the root layout, once: follows the session of this browser. */
export function SessionProvider({ children }: { children: ReactNode }) {
  useEffect(followSession, []);
  return children;
}

/** Who is signed in, for islands. On the server and until the first answer: `unknown`. */
export function useSession(): SessionOfThisTab {
  const view = useSyncExternalStore(subscribe, getSnapshot, () => initialSnapshot);
  return { ...view, signOut: () => endSession(), refresh: refreshSession };
}
