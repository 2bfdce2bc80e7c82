import type { ReactNode } from 'react';
import { MainNav } from './main-nav';
import { Logo } from './logo';

/** `account` is the menu of whoever is signed in. */
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
