import type { ReactNode } from 'react';

/** What a film page's JavaScript is compared with, and what the site's speed is: Next, the driver, and nothing else. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
