import type { Metadata } from 'next';
import Link from 'next/link';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default function SignInPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Sign in</h1>
        <p className="read">You’ll come back to the page you were on. We’ve kept what you typed.</p>
        <NoScriptNotice />
      </div>
      <SignInForm />
      <section className="section next" aria-labelledby="next">
        <h2 id="next">No account yet</h2>
        <p className="read">It’s free, takes a minute and lets you comment on films.</p>
        <p className="row below">
          <Link className="btn" href="/join">
            Join
          </Link>
        </p>
      </section>
    </div>
  );
}
