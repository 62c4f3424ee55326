import type { Page } from '@playwright/test'

import { deckPlace, deckReady, expect, focused, stepIn, test } from './support/hosts.ts'

const embed = (page: Page) => page.frameLocator('iframe')

/** A click on paper, where nothing is pressed or selected. */
async function clickEmbed(page: Page): Promise<void> {
  await expect(embed(page).locator('[role=group][data-steps]')).toBeVisible()
  const box = await page.locator('iframe').boundingBox()
  if (box === null) throw new Error('The frame is not to be seen.')
  // Through the page, as a mouse does: the deck scales the frame.
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.06)
  // Into a frame of another process the focus comes a moment after the click, and a key before it is lost.
  const [, frame] = page.frames()
  await expect.poll(() => frame?.evaluate(() => document.hasFocus())).toBe(true)
}

/**
 * Comes to the timeline's slide from the one before, once its frame has loaded: reveal.js tells a frame
 * that its slide is there when it comes, and a frame that is still loading does not hear it.
 */
async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await deckReady(page)
  const [, frame] = page.frames()
  await frame?.waitForLoadState('load')
  await page.keyboard.press('PageDown')
  await clickEmbed(page)
}

for (const { name, query } of [
  { name: 'D1 D2 in a frame of another origin', query: '' },
  { name: 'D3 in sandbox="allow-scripts"', query: '?sandbox' },
]) {
  test(`${name}: six presses are five steps and the next slide, and the keys are the deck's`, async ({
    page,
    hostUrl,
  }) => {
    await page.goto(hostUrl(`frame.html${query}#/1`))
    await deckReady(page)
    await clickEmbed(page)
    for (let step = 1; step <= 5; step += 1) {
      await page.keyboard.press('PageDown')
      await expect.poll(() => stepIn(embed(page))).toBe(`${step} of 5`)
      expect((await deckPlace(page)).h).toBe(1)
    }
    await page.keyboard.press('PageDown')
    await expect.poll(async () => (await deckPlace(page)).h).toBe(2)
    expect(await focused(page)).toBe('body')
    await page.keyboard.press('PageUp')
    await expect.poll(async () => (await deckPlace(page)).h).toBe(1)
  })
}

test('D4 on a page of unknown make the focus is back at the last step, and no press is lost', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('unknown.html'))
  await clickEmbed(page)
  expect(await focused(page)).toBe('iframe')
  for (let step = 1; step <= 3; step += 1) {
    await page.keyboard.press('PageDown')
    await expect.poll(() => stepIn(embed(page))).toBe(`${step} of 3`)
  }
  await expect.poll(() => focused(page)).toBe('body')
  await page.keyboard.press('PageDown')
  await expect(page.locator('#slide')).toHaveText('1')
})

test('D5 loading, slide:start, hello, goto and playing leave the focus where it is', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('frame.html'))
  await deckReady(page)
  await page.evaluate(() => {
    const seen: string[] = []
    Reflect.set(window, 'focusSeen', seen)
    const look = (): void => {
      seen.push(document.activeElement?.localName ?? '')
      requestAnimationFrame(look)
    }
    look()
  })
  await page.keyboard.press('PageDown')
  await expect(embed(page).locator('[role=group][data-steps]')).toBeVisible()
  await page.evaluate(async () => {
    const client: string = '/tl/host.js'
    const { connect } = await import(client)
    const timeline = await connect(document.querySelector('iframe'), { host: 'reveal' })
    await timeline.goto({ step: 2 })
    await timeline.set({ play: '1' })
    await timeline.goto({ event: 'macao-agreement' })
    await timeline.settled()
  })
  // Three seconds are what the list asks for: nothing is waited for here.
  await page.waitForTimeout(3000)
  const seen = await page.evaluate(() => [...new Set(Reflect.get(window, 'focusSeen') as string[])])
  expect(seen).toEqual(['body'])
})

test('D7 a full stop in the embed blanks the deck, and again brings it back', async ({
  page,
  hostUrl,
}) => {
  await openDeck(page, hostUrl('frame.html'))
  await page.keyboard.press('.')
  await expect(page.locator('.reveal.paused')).toHaveCount(1)
  await page.keyboard.press('.')
  await expect(page.locator('.reveal.paused')).toHaveCount(0)
})

test('D24 a frame that begins at 0 by 0 draws when its slide comes', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('frame.html'))
  await deckReady(page)
  await expect(embed(page).locator('body')).toBeAttached()
  await page.keyboard.press('PageDown')
  await expect(embed(page).locator('[data-event-id]').first()).toBeVisible()
  expect(await embed(page).locator('svg text').count()).toBeGreaterThan(5)
})

test('D26 no string is posted to the page but the key of a person', async ({ page, hostUrl }) => {
  await openDeck(page, hostUrl('frame.html'))
  const strings = () => page.evaluate(() => Reflect.get(window, 'strings') as string[])
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('PageDown')
  await expect.poll(() => stepIn(embed(page))).toBe('5 of 5')
  await embed(page).getByRole('group', { name: 'Steps' }).getByRole('button').first().click()
  await expect.poll(() => stepIn(embed(page))).toBe('4 of 5')
  expect(await strings()).toEqual([])
  await page.keyboard.press('b')
  await expect.poll(strings).toEqual(['{"method":"triggerKey","args":[66]}'])
})
