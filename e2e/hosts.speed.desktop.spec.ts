import type { CDPSession, Page } from '@playwright/test'

import { expect, test } from './support/hosts.ts'

// Wall clocks tell how busy the machine is: what is compared is the time that the page's own thread
// has worked, which a busy machine only makes a little longer.

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

/** Seconds that the thread of the page has worked on scripts. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN
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

test('D88 until it has settled, the scripts of the page work for at most half a second here', async ({
  page,
  baseURL,
}) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(new URL('embed.html?steps=story&testing=1', baseURL).href)
  await page.waitForFunction(() => window.__throughline !== undefined)
  await page.evaluate(() => window.__throughline?.whenSettled())
  const time = await scriptTime(session)
  test.info().annotations.push({ type: 'seconds of script', description: time.toFixed(3) })
  expect(time).toBeLessThan(0.5)
})

test('D89 with 2,000 events a frame of a step takes at most 16 ms of script', async ({
  page,
  baseURL,
}) => {
  await openMany(page, baseURL, 'mode=present&motion=on')
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const before = await scriptTime(session)
  await page.evaluate(() => {
    Reflect.set(window, 'frames', 0)
    const count = (): void => {
      Reflect.set(window, 'frames', Number(Reflect.get(window, 'frames')) + 1)
      requestAnimationFrame(count)
    }
    requestAnimationFrame(count)
  })
  for (let step = 0; step < 3; step += 1) {
    await page.keyboard.press('PageDown')
    await page.evaluate(() => window.__throughline?.whenSettled())
  }
  const frames = await page.evaluate(() => Number(Reflect.get(window, 'frames')))
  const each = ((await scriptTime(session)) - before) / frames
  test.info().annotations.push({ type: 'ms a frame', description: (each * 1000).toFixed(2) })
  expect(frames).toBeGreaterThan(10)
  expect(each).toBeLessThan(0.016)
})

for (const mode of ['embed', 'present']) {
  test(`D89 without motion a step is there at once: mode=${mode}`, async ({ page, baseURL }) => {
    await openMany(page, baseURL, `mode=${mode}&motion=off`)
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
