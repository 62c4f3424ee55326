import type { Page } from '@playwright/test'

import { embed, heard, innerFrame, inside, pageWith, resize, settled } from './support/embed.ts'
import { expect, test } from './support/hosts.ts'

// Numbers are those of the list of acceptance for embedding.

const sizes = [
  [320, 180],
  [640, 360],
  [960, 540],
  [1920, 1080],
  [3840, 2160],
  [800, 600],
  [405, 720],
] as const

/** What does not fit into the frame: scroll bars, and labels over the edge of the drawing. */
const misfits = (page: Page) =>
  innerFrame(page).evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
    // The drawing; on stage the whole of it.
    const picture = document.querySelector('[data-print-drawing]') ?? document.querySelector('main')
    const drawing = picture?.getBoundingClientRect() ?? new DOMRect()
    const cut = [...(picture?.querySelectorAll('svg text') ?? [])].filter((label) => {
      const { left, right, top, bottom } = label.getBoundingClientRect()
      const isBeside = left < drawing.left - 1 || right > drawing.right + 1
      return isBeside || top < drawing.top - 1 || bottom > drawing.bottom + 1
    })
    return {
      scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight,
      cut: cut.map((label) => label.textContent),
    }
  })

for (const query of ['', 'mode=present&step=10']) {
  test(`D38 at every size nothing scrolls and no label is cut${query && ', on stage neither'}`, async ({
    page,
    hostUrl,
  }) => {
    const [[width, height], ...others] = sizes
    await page.goto(hostUrl(pageWith({ query, width, height })))
    for (const [w, h] of [[width, height], ...others] as const) {
      await resize(page, w, h)
      await expect.poll(() => innerFrame(page).evaluate(() => innerWidth)).toBe(w)
      if (query === '') await settled(page)
      else await expect(embed(page).getByRole('heading', { level: 1 })).toBeVisible()
      await expect
        .poll(() => misfits(page), { message: `${w}×${h}` })
        .toEqual({ scrolls: false, cut: [] })
      if (query === '') expect((await inside.drawn(page))?.labels).toBeGreaterThan(0)
    }
  })
}

test('D39 where there is no room a poster leads to the whole', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ width: 240, height: 140, query: 'org=webank' })))
  const poster = embed(page).locator('[data-poster]')
  await expect(poster).toContainText('The bank that opened its code')
  await expect(poster.locator('svg')).toBeVisible()
  await expect(poster).toHaveAttribute('target', '_blank')
  await expect(poster).toHaveAttribute('href', /embed\.html\?.*org=webank/)
  await resize(page, 960, 540)
  await settled(page)
})

const secret = '#?secret=abc123XYZ9'
const dialects = ['tl', 'pym', 'medium', 'amp', 'wp'] as const
type Dialect = (typeof dialects)[number]

/** How many messages in each way of telling a height the page has heard. */
async function heights(page: Page): Promise<Readonly<Record<Dialect, number>>> {
  const counts = { tl: 0, pym: 0, medium: 0, amp: 0, wp: 0 }
  for (const message of await heard(page)) {
    if (typeof message === 'string') counts[message.startsWith('pym') ? 'pym' : 'medium'] += 1
    else if ('sentinel' in message) counts.amp += 1
    else if ('secret' in message) counts.wp += 1
    else if (message.type === 'size') counts.tl += 1
  }
  return counts
}

/** Shows so many events that the list needs another height. */
const show = (page: Page, q: string) =>
  innerFrame(page).evaluate((sought) => window.__throughline?.filter({ q: sought }), q)

const frameHeight = (page: Page) => innerFrame(page).evaluate(() => innerHeight)

test('D35 D36 every kind of page gets its height from one address, once for each change, and none when idle', async ({
  page,
  hostUrl,
}) => {
  // A minute of doing nothing takes no minute.
  await page.clock.install()
  const query = `resize=${dialects.join(',')}&childId=chart&view=list`
  await page.goto(hostUrl(pageWith({ query, hash: secret, height: 300 })))
  await expect(embed(page).getByRole('table')).toBeVisible()
  const all = (count: number) => Object.fromEntries(dialects.map((name) => [name, count]))
  await expect.poll(() => heights(page)).toEqual(all(1))
  let told = 1
  for (const dialect of dialects) {
    // What follows at once upon another size of the frame would pass for its echo.
    await page.clock.runFor(2_000)
    await page.evaluate((name) => Reflect.set(window, 'heights', name), dialect)
    const before = await frameHeight(page)
    await show(page, told % 2 === 1 ? 'macao' : '')
    await expect.poll(() => frameHeight(page), { message: dialect }).not.toBe(before)
    told += 1
    await expect.poll(() => heights(page), { message: dialect }).toEqual(all(told))
  }
  await page.clock.runFor(60_000)
  expect(await heights(page)).toEqual(all(told))
})

test('D36 resize=auto speaks to those who have shown themselves, and to no others', async ({
  page,
  hostUrl,
}) => {
  const query = 'resize=auto&childId=chart&view=list'
  await page.goto(hostUrl(pageWith({ query, hash: secret, height: 300 })))
  await expect.poll(() => heights(page)).toEqual({ tl: 1, pym: 1, medium: 0, amp: 0, wp: 1 })
  expect(await heard(page)).toContain('pymxPYMxchartxPYMxheightxPYMx900')
})

test('D37 a page that adds to every height does not make it grow without end', async ({
  page,
  hostUrl,
}) => {
  await page.clock.install()
  const query = 'resize=tl,pym,wp&childId=chart'
  await page.goto(hostUrl(pageWith({ query, hash: secret, height: 300 })))
  await settled(page)
  for (const dialect of ['tl', 'pym', 'wp']) {
    await page.evaluate(
      (name) => Object.assign(window, { heights: name, added: 10, heard: [] }),
      dialect,
    )
    await show(page, 'macao')
    await settled(page)
    await page.clock.runFor(5_000)
    const rested = await frameHeight(page)
    await show(page, '')
    await settled(page)
    await page.clock.runFor(60_000)
    // Each of the two changes may bring two rounds, as docs/messages.md has it.
    expect((await heights(page)).tl, dialect).toBeLessThanOrEqual(4)
    expect(await frameHeight(page)).toBeLessThan(Math.max(rested, 800) + 30)
  }
})
