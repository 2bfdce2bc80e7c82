import { AccountSlot } from '@/app/_auth/account-menu';
import { MainNav } from './main-nav';
import { Wordmark } from './logo';

export function Masthead() {
  return (
    <header className="masthead">
      <div className="page">
        <Wordmark />
        <MainNav />
        <AccountSlot />
      </div>
    </header>
  );
}
