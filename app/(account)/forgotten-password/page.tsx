import type { Metadata } from 'next';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { ForgottenPasswordForm } from './forgotten-password-form';

export const metadata: Metadata = { title: 'New password', robots: { index: false } };

export default function ForgottenPasswordPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Set a new password</h1>
        <p className="read">We’ll send a link to your address. It lets you choose a new password.</p>
        <NoScriptNotice />
      </div>
      <ForgottenPasswordForm />
      <section className="section next" aria-labelledby="next">
        <h2 id="next">What happens next</h2>
        <ol className="read steps">
          <li>
            <span>One e-mail with a link. It works once, for 24 hours.</span>
          </li>
          <li>
            <span>Choose a new password and you’re signed in.</span>
          </li>
          <li>
            <span>Until then the old password still works.</span>
          </li>
        </ol>
      </section>
    </div>
  );
}
