import type { Metadata } from 'next';
import { connection } from 'next/server';
import { getMe } from '@/lib/accounts/me';
import type { Session } from '@/lib/auth/authenticate';
import { authorize } from '@/lib/auth/authorize';
import { getProfile } from '@/lib/members/profile';
import type { Profile } from '@/lib/members/schema';
import { nullIfNotFound } from '@/lib/problem';
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
    const profile = nullIfNotFound(profileOf(session), ['banned', 'forbidden', 'identity-unavailable']);
    const [{ user }, shown] = await Promise.all([getMe(session), profile]);
    return { state: 'member', me: user, profile: shown };
  }
  // A cookie outlives its token: this browser may still have a refresh token, so the page waits until that is known.
  return { state: state === 'ended' ? 'unknown' : state, me: null, profile: null };
}

/** As `GET /api/me/profile` answers it: this page shows nothing that the route refuses. */
async function profileOf(session: Session): Promise<Profile> {
  const { user } = await authorize(session, 'profile:edit');
  return getProfile(user.id);
}
