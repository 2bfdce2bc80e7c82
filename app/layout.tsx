import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { cinema } from '@/lib/cinema';
import { Foot } from './house/foot';
import { Masthead } from './house/masthead';
import { PreloadFonts } from './house/preload-fonts';
import { CallbackHandler } from './identity/callback-handler';
import { earlyHashScript } from './identity/early-hash';
import { SessionProvider } from './identity/session-provider';
import './globals.css';

export const metadata: Metadata = {
  title: { default: cinema.name, template: `%s | ${cinema.name}` },
  description: `${cinema.strapline}.`,
};

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
        <script dangerouslySetInnerHTML={{ __html: earlyHashScript }} />
        <PreloadFonts />
        <a className="skip" href="#main">
          Skip to content
        </a>
        <SessionProvider>
          <Masthead />
          <CallbackHandler />
          <main id="main" className="page" tabIndex={-1}>
            {children}
          </main>
          <Foot />
        </SessionProvider>
      </body>
    </html>
  );
}
