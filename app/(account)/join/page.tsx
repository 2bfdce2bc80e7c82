import type { Metadata } from 'next';
import { cinema } from '@/lib/cinema';
import { NoScriptNotice } from '@/app/_auth/no-script-notice';
import { JoinForm } from './join-form';

export const metadata: Metadata = {
  title: 'Join',
  description: `Make a free account at ${cinema.name} to comment on films.`,
};

export default function JoinPage() {
  return (
    <div className="beside">
      <div className="lead">
        <h1>Join {cinema.name}</h1>
        <p className="read">An account lets you comment on films. It’s free and takes a minute.</p>
        <NoScriptNotice />
      </div>
      <JoinForm />
      <section className="section next" aria-labelledby="next">
        <h2 id="next">What happens next</h2>
        <ol className="read steps">
          <li>
            <span>We’ll send an e-mail to confirm your address. Its link works for 24 hours.</span>
          </li>
          <li>
            <span>You’ll come back to the page you were on. We’ve kept what you typed.</span>
          </li>
          <li>
            <span>Now you can comment. Others see your name, never your address.</span>
          </li>
        </ol>
      </section>
    </div>
  );
}
