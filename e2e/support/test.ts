import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { timelinePage } from './timelinePage.ts'
import type { TimelinePage } from './timelinePage.ts'

interface Options {
  /** What a test provokes on purpose: complaints that match do not fail it. */
  readonly expectedComplaint: RegExp | undefined
}

interface Fixtures {
  readonly timeline: TimelinePage
  /** What the page complained of so far; checked to be empty after every test. */
  readonly complaints: readonly string[]
}

/**
 * Playwright's test, and stricter: it fails when the page logs an error, throws, breaks its own
 * content security policy, or asks a server that is not one of the test's two.
 */
export const test = base.extend<Fixtures & Options>({
  expectedComplaint: [undefined, { option: true }],
  complaints: [
    async ({ page, baseURL, expectedComplaint }, use) => {
      const complaints: string[] = []
      await collectComplaints(page, new URL(baseURL ?? '').hostname, complaints)
      await use(complaints)
      const unexpected = complaints.filter((one) => expectedComplaint?.test(one) !== true)
      expect(unexpected, 'what the page complained of').toEqual([])
    },
    { auto: true },
  ],
  timeline: async ({ page }, use) => {
    await use(timelinePage(page))
  },
})

export { expect } from '@playwright/test'

async function collectComplaints(page: Page, host: string, complaints: string[]): Promise<void> {
  page.on('console', (message) => {
    const text = message.text()
    if (message.type() !== 'error') return
    complaints.push(text.startsWith('policy: ') ? text : `console: ${text}`)
  })
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol.startsWith('http') && url.hostname !== host) {
      complaints.push(`request to a third party: ${request.url()}`)
    }
  })
  // The console is heard already: a function of ours in the page would be one more thing to set up per test.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (violation) => {
      const { effectiveDirective, blockedURI, sample } = violation
      console.error(`policy: ${effectiveDirective} blocked ${blockedURI} ${sample}`)
    })
  })
}
