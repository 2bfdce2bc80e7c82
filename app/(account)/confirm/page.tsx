import type { Metadata } from 'next';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { ConfirmPanel } from './confirm-panel';

export const metadata: Metadata = { title: 'Look in your mail', robots: { index: false } };

export default function ConfirmPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Look in your mail</h1>
        <NoScriptNotice />
      </div>
      <ConfirmPanel />
      <section className="section next" aria-labelledby="next">
        <h2 id="next">Nothing there</h2>
        <ol className="read steps">
          <li>
            <span>Give it two minutes, then look in the spam folder.</span>
          </li>
          <li>
            <span>Check the address on this page for a slip. If it is wrong, go back and mend it.</span>
          </li>
          <li>
            <span>Have the mail sent again. One can go out every 15 minutes.</span>
          </li>
        </ol>
      </section>
    </div>
  );
}
