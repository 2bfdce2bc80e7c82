import type { Metadata } from 'next';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { NewPasswordForm } from './new-password-form';

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false } };

export default function NewPasswordPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Choose a password</h1>
        <NoScriptNotice />
      </div>
      <NewPasswordForm />
    </div>
  );
}
