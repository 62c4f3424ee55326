import { defineConfig } from '@playwright/test'
import type { LaunchOptions } from '@playwright/test'

// The launcher (scripts/e2e.mjs) finds the browser and two free ports, and leaves them here.
const port = Number(process.env.E2E_PORT ?? 4610)
const chromium: LaunchOptions = JSON.parse(process.env.E2E_CHROMIUM ?? '{}')
const otherEngines = (process.env.E2E_OTHER_ENGINES ?? '').split(',')

const desktop = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results',
  snapshotPathTemplate: '{testDir}/screens/{arg}{ext}',
  fullyParallel: true,
  workers: 2,
  // A test that fails now and then is a defect, here or in the page: at a desk it fails. A shared
  // machine that stalls is neither, so there a second try is made, and told as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: process.env.E2E_REPORT
    ? [['list'], ['json', { outputFile: `../${process.env.E2E_REPORT}` }]]
    : [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    locale: 'en-GB',
    timezoneId: 'UTC',
    colorScheme: 'light',
    // Recording costs a third of the time: only what failed once is recorded.
    trace: process.env.E2E_TRACE === undefined ? 'on-first-retry' : 'retain-on-failure',
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
  },
  // Both sizes run every file, but `x.desktop.spec.ts` and `x.phone.spec.ts` only their own.
  projects: [
    {
      name: 'desktop',
      testIgnore: '*.phone.spec.ts',
      use: { ...desktop, launchOptions: chromium },
    },
    {
      name: 'phone',
      testIgnore: '*.desktop.spec.ts',
      use: { ...phone, launchOptions: chromium },
    },
    ...(['firefox', 'webkit'] as const)
      .filter((name) => otherEngines.includes(name))
      .map((name) => ({
        name,
        testMatch: 'smoke.spec.ts',
        use: { ...desktop, browserName: name },
      })),
  ],
  webServer: {
    command: `node scripts/serveDist.mjs ${port}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
  },
})
