import type { ReactNode } from 'react';
import { MainNav } from './main-nav';
import { Logo } from './logo';

/** The header. `account` is the account menu. */
export function Header({ account }: { account: ReactNode }) {
  return (
    <header className="header">
      <div className="page">
        <Logo />
        <MainNav />
        {account}
      </div>
    </header>
  );
}
