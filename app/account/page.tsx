import type { Metadata } from 'next';
import { getMe } from '@/lib/members/me';
import { currentSession } from '../current-session';
import { AccountPanel, type FirstView } from './account-panel';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

/** Private: the first paint is what the cookie says, the rest is this browser's session. */
export default async function AccountPage() {
  return <AccountPanel first={await firstView()} />;
}

async function firstView(): Promise<FirstView> {
  const { state, session } = await currentSession();
  if (session) return { state: 'member', me: (await getMe(session)).user };
  // A cookie outlives its token: this browser may still hold what renews it, so nothing is said before it has answered.
  return { state: state === 'ended' ? 'unknown' : state, me: null };
}
