import type { CDPSession, Page } from '@playwright/test'

import { deckReady, expect, focused, stepIn, test } from './support/hosts.ts'

test.describe('by finger', () => {
  test.use({ hasTouch: true, viewport: { width: 1024, height: 700 } })

  /** A finger, or two, that go a way together; as the browser's own input, which can scroll. */
  async function swipe(
    session: CDPSession,
    from: { x: number; y: number },
    by: { x: number; y: number },
    fingers = 1,
  ): Promise<void> {
    const steps = 12
    const at = (step: number) =>
      Array.from({ length: fingers }, (_, finger) => ({
        x: from.x + (by.x * step) / steps + finger * 80,
        y: from.y + (by.y * step) / steps,
        id: finger,
      }))
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) })
    for (let step = 1; step <= steps; step += 1) {
      await session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(step) })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }

  const scrolled = (page: Page) => page.evaluate(() => window.scrollY)

  for (const mode of ['embed', 'present']) {
    for (const place of ['frame', 'element']) {
      test(`D12 one finger on a timeline in a ${place} scrolls the page: mode=${mode}`, async ({
        page,
        hostUrl,
      }) => {
        const wish = new URLSearchParams({ query: `mode=${mode}&lang=en&motion=off`, tall: '1' })
        if (place === 'element') wish.set('element', '1')
        await page.goto(hostUrl(`any.html?${wish}`))
        const inner = place === 'frame' ? page.frameLocator('iframe') : page.locator('#place')
        await expect(inner.locator('[part=drawing] svg').first()).toBeVisible()
        await expect(inner.locator('[part=drawing] svg text').nth(5)).toBeVisible()
        const box = await page.locator('#place > *').boundingBox()
        if (box === null) throw new Error('There is no timeline.')
        const middle = { x: box.x + box.width / 2, y: box.y + box.height * 0.6 }
        const session = await page.context().newCDPSession(page)
        await swipe(session, middle, { x: 0, y: -220 })
        await expect.poll(() => scrolled(page)).toBeGreaterThan(80)
      })
    }
  }

  test('D12 sideways one finger moves time, and the page stays', async ({ page, hostUrl }) => {
    const wish = { query: 'lang=en&motion=off&testing=1&range=2016/2018', tall: '1' }
    await page.goto(hostUrl(`any.html?${new URLSearchParams(wish)}`))
    const inner = page.frames()[1]
    await expect(page.frameLocator('iframe').locator('[part=drawing] svg').first()).toBeVisible()
    const view = () => inner?.evaluate(() => window.__throughline?.view().from)
    await inner?.evaluate(() => window.__throughline?.whenSettled())
    const before = await view()
    const box = await page.locator('iframe').boundingBox()
    if (box === null || before === undefined) throw new Error('There is no timeline.')
    const session = await page.context().newCDPSession(page)
    await swipe(
      session,
      { x: box.x + box.width * 0.7, y: box.y + box.height * 0.5 },
      { x: -200, y: 0 },
    )
    await expect.poll(view).toBeGreaterThan(before)
    expect(await scrolled(page)).toBe(0)
  })
})

test('the keys go back across origins when the pointer leaves, and stay with an open search', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('frame.html'))
  await deckReady(page)
  const embed = page.frameLocator('iframe')
  await page.keyboard.press('PageDown')
  await expect(embed.locator('[role=group][data-steps]')).toBeVisible()
  const box = await page.locator('iframe').boundingBox()
  if (box === null) throw new Error('The frame is not to be seen.')
  const paper = { x: box.x + box.width / 2, y: box.y + box.height * 0.06 }
  await page.mouse.click(paper.x, paper.y)
  expect(await focused(page)).toBe('iframe')
  await page.mouse.move(4, 4)
  await expect.poll(() => focused(page)).toBe('body')
  // The next press is the deck's.
  await page.keyboard.press('PageDown')
  expect(await stepIn(embed)).toBe('Overview')
  await page.keyboard.press('PageUp')

  await embed.getByRole('button', { name: /^Search/ }).click()
  await embed.getByRole('searchbox').fill('Ma')
  await page.mouse.move(4, 4)
  // Longer than it waits for the pointer to come back.
  await page.waitForTimeout(700)
  await page.keyboard.type('cao')
  await expect(embed.getByRole('searchbox')).toHaveValue('Macao')
})
