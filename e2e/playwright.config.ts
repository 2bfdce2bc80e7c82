import { defineConfig } from '@playwright/test';
import { browserPath } from './fixtures/browser-path';

const executablePath = browserPath();

/** Journeys in a real browser against the artifact. No retries: they would hide a race. */
export default defineConfig({
  testDir: 'journeys',
  globalSetup: './journeys/global-setup.ts',
  outputDir: '../.local/test/journeys',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../.local/test/journeys/report.json' }]],
  use: {
    locale: 'en-IE',
    timezoneId: 'Europe/Dublin',
    colorScheme: 'light',
    viewport: { width: 1280, height: 900 },
    launchOptions: executablePath ? { executablePath } : {},
    // It has the page as it stood at each step; pictures besides would cost every journey a good part of its time.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
});
