import { AccountSlot } from '../identity/account-slot';
import { MainNav } from './main-nav';
import { Wordmark } from './wordmark';

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
