import type { Page } from '@playwright/test'

import { expect, test } from './support/hosts.ts'

// Clocks tell how busy the machine is: what is tried here is what does not depend on it.

const letters = ['a', 'b', 'c']
const many = {
  version: 1,
  title: 'Two thousand events',
  organizations: letters.map((id) => ({ id, name: id.toUpperCase() })),
  events: Array.from({ length: 2000 }, (_, at) => ({
    id: `event-${at}`,
    date: `${1900 + (at % 120)}-${String(1 + (at % 12)).padStart(2, '0')}`,
    title: `Event number ${at} of two thousand`,
    organizations: [letters[at % 3]],
    importance: 1 + (at % 5),
  })),
  story: [
    { id: 'one', title: 'One', event: 'event-10', range: '1900/1930' },
    { id: 'two', title: 'Two', event: 'event-1500', range: '1950/1960' },
    { id: 'three', title: 'Three', event: 'event-900', range: '1990/2019' },
  ],
}

async function openMany(page: Page, base: string | undefined, query: string): Promise<void> {
  await page.route('**/many.json', (route) => route.fulfill({ json: many }))
  await page.goto(new URL(`embed.html?src=many.json&steps=story&testing=1&${query}`, base).href)
  await page.waitForFunction(() => window.__throughline !== undefined)
  await page.evaluate(() => window.__throughline?.whenSettled())
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('D88 the first picture needs no script: an axis, and every event in words', async ({
    page,
    baseURL,
  }) => {
    await page.goto(new URL('embed.html', baseURL).href)
    await expect(page.locator('.skeletonAxis')).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'The bank that opened its code',
    )
    expect(await page.getByRole('listitem').count()).toBeGreaterThan(60)
  })
})

for (const mode of ['embed', 'present']) {
  test(`D89 without motion a step is there at once: mode=${mode}`, async ({ page, baseURL }) => {
    await openMany(page, baseURL, `mode=${mode}&motion=off`)
    // Of so many events the picture is a canvas; as SVG it can be compared. The overview beside it, whose width
    // follows when the view has come to rest, is no part of the step.
    await page.evaluate(() => window.__throughline?.prefer('svg'))
    const drawing = page.locator('[part=drawing] svg').first()
    const picture = () => drawing.evaluate((svg) => svg.outerHTML)
    const overview = await picture()
    await page.keyboard.press('PageDown')
    await page.evaluate(
      () =>
        new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1)))),
    )
    const first = await picture()
    expect(first).not.toBe(overview)
    await page.evaluate(() => window.__throughline?.whenSettled())
    expect(await picture()).toBe(first)
  })
}
