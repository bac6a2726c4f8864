import { defineConfig } from '@playwright/test'

/**
 * The end-to-end tests run against an app that is up: E2E_ORIGIN is its address, DATABASE_URL its database (tests seed into it) and
 * NEXTAUTH_SECRET its key (tests open sessions with it). `npm test` starts one and sets all three.
 */
const origin = process.env.E2E_ORIGIN ?? 'http://localhost:3100'
const isRoot = process.getuid?.() === 0
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  // Bounds for a test that hangs, not for a slow machine.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.E2E_REPORT ?? 'test-results/report.json' }]],
  use: {
    baseURL: origin,
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'America/New_York',
    trace: 'retain-on-failure',
    launchOptions: {
      // Without a UTF-8 locale Chromium names a download in another script just "download".
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      ...(process.env.PLAYWRIGHT_CHROMIUM_PATH ? { executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH } : {}),
      args: isRoot ? ['--no-sandbox', ...QUIET] : QUIET,
    },
  },
})
