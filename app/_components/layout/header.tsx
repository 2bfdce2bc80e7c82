import Link from 'next/link';
import type { ReactNode } from 'react';
import { cinema } from '@/lib/cinema';
import { MainNav } from './main-nav';

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

const WIDEST = 125;
const NARROWEST = 66;

/** Wide at both ends and narrow in the middle, like a canopy seen from the pavement; works for a name of any length. */
function letterWidth(index: number, count: number): string {
  const middle = (count - 1) / 2;
  const fromMiddle = middle === 0 ? 1 : Math.abs(index - middle) / middle;
  return `${Math.round(NARROWEST + (WIDEST - NARROWEST) * fromMiddle)}%`;
}

/** The cinema's name as text, linked to the programme. */
function Logo() {
  const letters = [...cinema.name];
  return (
    <Link className="logo" href="/" aria-label={`${cinema.name}, to the programme`}>
      {letters.map((letter, index) => (
        <i key={index} aria-hidden="true" style={{ fontStretch: letterWidth(index, letters.length) }}>
          {letter === ' ' ? '\u00a0' : letter}
        </i>
      ))}
    </Link>
  );
}
