import './globals.css';
import archivo from '@fontsource-variable/archivo/files/archivo-latin-wdth-normal.woff2';
import brygada from '@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { preload } from 'react-dom';
import { cinema } from '@/lib/cinema';
import { AccountMenu } from './_auth/account-menu';
import { stripCallbackScript } from './_auth/callback';
import { CallbackHandler } from './_auth/callback-handler';
import { Footer } from './_components/layout/footer';
import { Header } from './_components/layout/header';
import { openGraph, siteUrl } from './_format/site-url';
import { SessionProvider } from './_session/session-store';

/** A function, because the site's address is known where it runs, not where it is built. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: siteUrl(),
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

/** The two files that every page needs; the same hashed addresses as in the style sheet, so each is fetched once. */
function PreloadFonts() {
  for (const href of [archivo, brygada]) {
    preload(href, { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' });
  }
  return null;
}
