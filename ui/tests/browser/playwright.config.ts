import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Runs the built pages against the real core, which the bridge serves to a browser. */
export default defineConfig({
  testDir: '.',
  outputDir: fileURLToPath(new URL('../../test-results/browser', import.meta.url)),
  globalSetup: './setup.ts',
  workers: 2,
  // A loaded machine may make one story wait too long; that it was tried twice is told.
  retries: 1,
  fullyParallel: true,
  reporter: 'line',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  projects: [
    { name: 'browser', testIgnore: 'pictures.spec.ts' },
    { name: 'pictures', testMatch: 'pictures.spec.ts', timeout: 180_000 },
    { name: 'bench', testMatch: '*.bench.ts' },
  ],
  use: {
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      // The first two let it run as root and without a display; the rest keep it from asking the network.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
