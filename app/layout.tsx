import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { cinema } from '@/lib/cinema';
import { Footer } from './_components/layout/footer';
import { Header } from './_components/layout/header';
import { openGraph } from './_format/open-graph';
import { siteAddress } from './_format/site-url';
import { PreloadFonts } from './_components/layout/preload-fonts';
import { AccountMenu } from './_auth/account-menu';
import { CallbackHandler } from './_auth/callback-handler';
import { stripCallbackScript } from './_auth/callback';
import { SessionProvider } from './_session/session-store';
import './globals.css';

/** A function, because the site's address is known where it runs, not where it is built. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: siteAddress(),
    title: { default: cinema.name, template: `%s | ${cinema.name}` },
    description: `${cinema.strapline}.`,
    openGraph,
    twitter: { card: 'summary_large_image' },
  };
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f5f2' },
    { media: '(prefers-color-scheme: dark)', color: '#131312' },
  ],
};

/** Reads no cookies and no headers: who is signed in is an island. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <script dangerouslySetInnerHTML={{ __html: stripCallbackScript }} />
        <PreloadFonts />
        <a className="skip" href="#main">
          Skip to content
        </a>
        <SessionProvider>
          <Header account={<AccountMenu />} />
          <CallbackHandler />
          <main id="main" className="page" tabIndex={-1}>
            {children}
          </main>
          <Footer />
        </SessionProvider>
      </body>
    </html>
  );
}
