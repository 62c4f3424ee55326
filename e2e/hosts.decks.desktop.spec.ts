import type { Page } from '@playwright/test'

import { deckPlace, deckReady, expect, focused, test } from './support/hosts.ts'

/** What the page of two decks offers. */
interface Decks {
  readonly started: Promise<unknown>
  readonly decks: readonly { next(): void; toggleOverview(on: boolean): void }[]
  start(plugins?: readonly unknown[]): Promise<unknown>
  stop(): void
}

const stepsOf = (page: Page) =>
  page
    .locator('through-line')
    .evaluateAll((all) => all.map((one): unknown => Reflect.get(one, 'step')))

const allSettled = (page: Page) =>
  page
    .locator('through-line')
    .evaluateAll((all) =>
      Promise.all(all.map((one) => (Reflect.get(one, 'settled') as () => Promise<void>).call(one))),
    )

async function openTwo(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await page.evaluate(() => (window as unknown as Decks).started)
}

test('D22 two decks on a page share one engine and no step, and start anew after their end', async ({
  page,
  hostUrl,
}) => {
  const engines: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/element.js')) engines.push(request.url())
  })
  await openTwo(page, hostUrl('decksBeside.html'))
  for (let life = 0; life < 2; life += 1) {
    await page.evaluate(() => {
      const { decks } = window as unknown as Decks
      decks[0]?.next()
      decks[1]?.next()
      decks[1]?.next()
    })
    await expect.poll(() => stepsOf(page)).toEqual([1, 2])
    await page.evaluate(() => (window as unknown as Decks).stop())
    await expect(page.locator('through-line, .tl-step')).toHaveCount(0)
    await page.evaluate(() => (window as unknown as Decks).start())
    await expect.poll(() => stepsOf(page)).toEqual([0, 0])
  }
  expect(engines).toHaveLength(1)
})

test('D22 decks that come and go leave no listener and no element of ours behind', async ({
  page,
  hostUrl,
}) => {
  await openTwo(page, hostUrl('decksBeside.html'))
  const session = await page.context().newCDPSession(page)
  const count = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return session.send('Memory.getDOMCounters')
  }
  /** How much one life of both decks leaves, on the average; reveal.js itself leaves something. */
  const left = async (withPlugin: boolean) => {
    const lives = 5
    const live = async () => {
      await page.evaluate(
        (ours) => (window as unknown as Decks).start(ours ? undefined : []),
        withPlugin,
      )
      await allSettled(page)
      await page.evaluate(() => (window as unknown as Decks).stop())
    }
    await live()
    const before = await count()
    for (let life = 0; life < lives; life += 1) await live()
    // The last word of a timeline on its state is a tenth of a second late.
    await page.waitForTimeout(200)
    const after = await count()
    return {
      nodes: (after.nodes - before.nodes) / lives,
      listeners: (after.jsEventListeners - before.jsEventListeners) / lives,
    }
  }
  await page.evaluate(() => (window as unknown as Decks).stop())
  const plain = await left(false)
  const ours = await left(true)
  expect(ours.nodes).toBeLessThan(plain.nodes + 8)
  expect(ours.listeners).toBeLessThan(plain.listeners + 2)
})

test('D22 in the overview the timeline stands, and goes on from its step after it', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('plugin.html#/1/0/3'))
  await deckReady(page)
  await expect.poll(() => stepsOf(page)).toEqual([4])
  await page.keyboard.press('o')
  await expect(page.locator('.reveal.overview')).toHaveCount(1)
  await expect(page.locator('through-line [part=drawing] svg').first()).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.locator('.reveal.overview')).toHaveCount(0)
  await page.keyboard.press('PageDown')
  await expect.poll(() => stepsOf(page)).toEqual([5])
})

test('D22 scrolled, each step has its place, also where reveal.js makes its slides anew', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('scroll.html'))
  await deckReady(page)
  const timeline = page.locator('through-line')
  await expect.poll(() => timeline.evaluate((one) => one.clientHeight)).toBe(720)
  const pages = page.locator('.reveal-viewport')
  const height = await pages.evaluate((one) => one.clientHeight)
  for (const step of [0, 1, 2, 3]) {
    await pages.evaluate((one, top) => one.scrollTo(0, top), (step + 1) * height)
    await expect.poll(() => stepsOf(page)).toEqual([step])
  }
  // As on a phone that is turned.
  await page.evaluate(() => {
    const deck: unknown = Reflect.get(window, 'Reveal')
    const toggle = Reflect.get(deck as object, 'toggleScrollView') as (on: boolean) => void
    Reflect.apply(toggle, deck, [false])
  })
  await expect.poll(() => stepsOf(page)).toEqual([3])
  await page.keyboard.press('PageUp')
  await expect.poll(() => stepsOf(page)).toEqual([2])
  await expect(timeline.getByRole('heading', { level: 1 })).toHaveText('A team of its own')
})

test('D9 a reload finds slide and step of the deck again', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('plugin.html#/1'))
  await deckReady(page)
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown')
  await expect.poll(() => stepsOf(page)).toEqual([3])
  // reveal.js writes the address a second after the last step.
  await expect(page).toHaveURL(/#\/1\/0\/2$/)
  await page.reload()
  await deckReady(page)
  await expect.poll(() => stepsOf(page)).toEqual([3])
  expect(await deckPlace(page)).toEqual({ h: 1, f: 2 })
})

test('D25 a flight that leaving the slide cuts is over when it comes back', async ({
  page,
  hostUrl,
}) => {
  const title = page.locator('through-line').getByRole('heading', { level: 1 })
  const marks = () =>
    page
      .locator('through-line [part=drawing]')
      .evaluate((drawing) => drawing.querySelector('svg')?.innerHTML.replaceAll(/tl\d+/g, ''))
  // Where it comes to rest when nobody disturbs it.
  await page.goto(hostUrl('plugin.html#/1/0/1'))
  await deckReady(page)
  await allSettled(page)
  const atRest = await marks()

  await page.goto(hostUrl('plugin.html?again#/1/0/0'))
  await deckReady(page)
  await allSettled(page)
  await page.evaluate(() => {
    const deck: unknown = Reflect.get(window, 'Reveal')
    const call = (name: string, ...given: number[]): void =>
      Reflect.apply(Reflect.get(deck as object, name) as () => void, deck, given)
    call('next')
    // In the middle of the flight.
    setTimeout(() => call('slide', 2), 60)
  })
  await expect.poll(async () => (await deckPlace(page)).h).toBe(2)
  await page.keyboard.press('PageUp')
  // A slide that is come back to stands at its last step; from there to the one that was cut.
  await page.evaluate(() => {
    const deck: unknown = Reflect.get(window, 'Reveal')
    Reflect.apply(Reflect.get(deck as object, 'slide') as () => void, deck, [1, 0, 1])
  })
  await expect(title).toHaveAccessibleName('The world discovers blockchain')
  await allSettled(page)
  expect(await marks()).toBe(atRest)
})

test('D25 so it is in a frame that is hidden, where no frames are drawn', async ({
  page,
  hostUrl,
}) => {
  const query = new URLSearchParams({ query: 'steps=story&mode=present&lang=en&testing=1' })
  await page.goto(hostUrl(`any.html?${query}`))
  const inner = page.frameLocator('iframe')
  await expect(inner.getByRole('heading', { level: 1 })).toBeVisible()
  const marks = () =>
    inner.locator('[part=drawing] svg').evaluate((svg) => svg.innerHTML.replaceAll(/tl\d+/g, ''))
  const go = (step: number, hides: boolean) =>
    page.evaluate(
      async ([wanted, leaves]) => {
        const frame = document.querySelector('iframe')
        const connect = Reflect.get(window, 'connect') as (frame: Element | null) => Promise<{
          goto(place: { step: number }): Promise<unknown>
          settled(): Promise<void>
          disconnect(): void
        }>
        const timeline = await connect(frame)
        await timeline.goto({ step: wanted })
        if (leaves && frame) {
          await new Promise((done) => setTimeout(done, 60))
          frame.style.display = 'none'
          await new Promise((done) => setTimeout(done, 1500))
          frame.style.display = 'block'
          // Two frames, and no time for another flight.
          await new Promise(requestAnimationFrame)
          await new Promise(requestAnimationFrame)
        } else {
          await timeline.settled()
        }
        timeline.disconnect()
      },
      [step, hides] as const,
    )
  await go(3, false)
  await go(4, false)
  const atRest = await marks()
  await go(3, false)
  await go(4, true)
  expect(await marks()).toBe(atRest)
})

test('a deck opened at the slide of its frame is known for one where the frame may look', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('frame.html?own#/1'))
  await deckReady(page)
  const embed = page.frameLocator('iframe')
  await expect(embed.locator('[role=group][data-steps]')).toBeVisible()
  const box = await page.locator('iframe').boundingBox()
  if (box === null) throw new Error('The frame is not to be seen.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.06)
  expect(await focused(page)).toBe('iframe')
  // A deck of unknown make would not hear of this.
  await page.keyboard.press('.')
  await expect(page.locator('.reveal.paused')).toHaveCount(1)
  await page.keyboard.press('.')
  await expect(page.locator('.reveal.paused')).toHaveCount(0)
  expect(await focused(page)).toBe('body')
})
