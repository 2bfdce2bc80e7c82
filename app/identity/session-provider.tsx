'use client';

import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { endSession } from './end-session';
import {
  currentView,
  followSession,
  refreshSession,
  type SessionView,
  subscribe,
  unknownSession,
} from './session-store';

interface SessionOfThisTab extends SessionView {
  /** Signs this browser out, in all its tabs; other devices stay signed in. */
  signOut(): Promise<void>;
  /** Asks again who is signed in, and answers with what is known then. */
  refresh(): Promise<SessionView>;
}

/** In the root layout, once: follows the session of this browser. */
export function SessionProvider({ children }: { children: ReactNode }) {
  useEffect(followSession, []);
  return children;
}

/** Who is signed in, for islands. On the server and until the first answer: `unknown`. */
export function useSession(): SessionOfThisTab {
  const view = useSyncExternalStore(subscribe, currentView, () => unknownSession);
  return { ...view, signOut: () => endSession(), refresh: refreshSession };
}
