'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { cinema } from '@/lib/cinema';

/** The links in the header. An island only because the root layout does not know which page it is on. */
export function MainNav() {
  const path = usePathname();
  return (
    <nav className="nav" aria-label="Main">
      {cinema.links.map(({ label, href }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={isCurrent(path, href) ? 'page' : undefined}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}

/** Whether a link is the current page; all addresses of the programme belong to the link to `/`. */
function isCurrent(path: string, href: string): boolean {
  return href === '/' ? path === '/' || path.startsWith('/programme') : path.startsWith(href);
}
