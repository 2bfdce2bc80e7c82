import type { Metadata } from 'next';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { ConfirmPanel } from './confirm-panel';

export const metadata: Metadata = { title: 'Check your e-mail', robots: { index: false } };

export default function ConfirmPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Check your e-mail</h1>
        <NoScriptNotice />
      </div>
      <ConfirmPanel />
      <section className="section next" aria-labelledby="next">
        <h2 id="next">Nothing there</h2>
        <ol className="read steps">
          <li>
            <span>Wait two minutes, then check your spam folder.</span>
          </li>
          <li>
            <span>Check that your address is spelled correctly. If not, go back and change it.</span>
          </li>
          <li>
            <span>Send the e-mail again. You can do this every 15 minutes.</span>
          </li>
        </ol>
      </section>
    </div>
  );
}
