import type { Metadata } from 'next';
import { currentSession } from '../current-session';
import { AccountPanel, type FirstView } from './account-panel';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

/** Private: the first paint is what the cookie says, the rest is this browser's session. */
export default async function AccountPage() {
  return <AccountPanel first={await firstView()} />;
}

async function firstView(): Promise<FirstView> {
  const { state } = await currentSession();
  return { state: state === 'ended' ? 'unknown' : state, me: null };
}
