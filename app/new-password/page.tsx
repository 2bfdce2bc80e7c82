import type { Metadata } from 'next';
import { NeedScript } from '../identity/need-script';
import { NewPasswordForm } from './new-password-form';

export const metadata: Metadata = { title: 'Choose a password', robots: { index: false } };

export default function NewPasswordPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Choose a password</h1>
        <NeedScript />
      </div>
      <NewPasswordForm />
    </div>
  );
}
