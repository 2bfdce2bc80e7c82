import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getMe } from '@/lib/accounts/me';
import { getProfile } from '@/lib/members/profile';
import { currentSession } from '../current-session';
import { withPageError } from '@/app/_errors/page-error';
import { AccountPanel, type FirstView } from './_components/account';

export const metadata: Metadata = { title: 'Your account', robots: { index: false } };

/** Private: the first paint is what the cookie says, the rest is this browser's session. */
export default async function AccountPage() {
  await connection();
  return <AccountPanel first={await withPageError('/account', firstView)} />;
}

async function firstView(): Promise<FirstView> {
  const { state, session } = await currentSession();
  if (session) {
    const [{ user }, profile] = await Promise.all([getMe(session), getProfile(session.user.id)]);
    return { state: 'member', me: user, profile: user?.ban ? null : profile };
  }
  // A cookie outlives its token: this browser may still hold what renews it, so nothing is said before it has answered.
  return { state: state === 'ended' ? 'unknown' : state, me: null, profile: null };
}
