import type { Page } from '@playwright/test'

import { deckPlace, deckReady, expect, test } from './support/hosts.ts'
import { inLanguage } from './support/story.ts'
import { readFileSync } from 'node:fs'

interface Told {
  readonly title: string | Readonly<Record<string, string>>
}
const told: { readonly story: readonly Told[] } = JSON.parse(
  readFileSync(new URL('../public/timeline.json', import.meta.url), 'utf8'),
)
const titles = told.story.map(({ title }) => inLanguage(title))

const stepOf = (page: Page) =>
  page.evaluate(() => Number(Reflect.get(document.querySelector('through-line') ?? {}, 'step')))

/** Requests for the engine's script by a page and all that stands in it. */
function countEngines(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/element.js')) count += 1
  })
  return () => count
}

async function openDeck(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await deckReady(page)
}

test('D15 a slide has a state for each step, is entered backwards at the last, and opened by a link', async ({
  page,
  hostUrl,
}) => {
  await openDeck(page, hostUrl('plugin.html'))
  await page.keyboard.press('PageDown')
  for (let step = 0; step < titles.length; step += 1) {
    expect(await deckPlace(page)).toEqual({ h: 1, f: step - 1 })
    await expect.poll(() => stepOf(page)).toBe(step)
    await page.keyboard.press('PageDown')
  }
  expect(await deckPlace(page)).toEqual({ h: 1, f: titles.length - 1 })
  await page.keyboard.press('PageDown')
  expect((await deckPlace(page)).h).toBe(2)
  await page.keyboard.press('PageUp')
  expect(await deckPlace(page)).toEqual({ h: 1, f: titles.length - 1 })
  await expect.poll(() => stepOf(page)).toBe(titles.length)

  await openDeck(page, hostUrl('plugin.html?again#/1/0/4'))
  await expect.poll(() => stepOf(page)).toBe(5)
  await expect(page.getByRole('heading', { name: titles[4] ?? '' })).toBeVisible()
})

test('D16 in print each step has a page with its own picture, and no engine is left', async ({
  page,
  hostUrl,
}) => {
  const engines = countEngines(page)
  await openDeck(page, hostUrl('plugin.html?print-pdf'))
  const pictures = page.locator('.pdf-page img[data-throughline-slide]')
  await expect(pictures).toHaveCount(titles.length + 1)
  await expect
    .poll(() =>
      pictures.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['step'])),
    )
    .toEqual(Array.from({ length: titles.length + 1 }, (_, step) => String(step)))
  await expect(page.locator('iframe, through-line')).toHaveCount(0)
  expect(engines()).toBe(1)
  // What stands in the pictures is text, which a PDF keeps as text.
  const words = await pictures.evaluateAll((all) =>
    Promise.all(all.map(async (one) => (await fetch((one as HTMLImageElement).src)).text())),
  )
  for (const [index, title] of titles.entries()) {
    const [first = ''] = title.split(' ')
    expect(words[index + 1]).toContain(first)
  }
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(titles.length + 3)
})

interface Turn {
  /** The step whose picture stands in the preview as reveal.js tells of a step, and that step. */
  readonly step: number
  readonly wanted: number
  /** Frames until the picture was there. */
  readonly frames: number
}

/** Notes how the preview of the speaker's window follows its deck; the answer gives what was noted. */
async function recordTurns(speaker: Page): Promise<() => Promise<readonly Turn[]>> {
  const preview = await (
    await speaker.locator('#current-slide iframe').elementHandle()
  )?.contentFrame()
  if (!preview) throw new Error('There is no preview.')
  await preview.evaluate(() => {
    const turns: Turn[] = []
    Reflect.set(window, 'turns', turns)
    const deck = Reflect.get(window, 'Reveal') as {
      on(type: string, listener: () => void): void
    }
    const note = (): void => {
      const section = document.querySelector('section.present')
      const image = section?.querySelector('img')
      if (!section || !image) return
      const wanted = section.querySelectorAll('.tl-step.visible').length
      const step = Number(image.dataset['step'])
      let frames = 0
      const look = (): void => {
        if (image.complete && image.naturalWidth > 0) turns.push({ step, wanted, frames })
        else {
          frames += 1
          requestAnimationFrame(look)
        }
      }
      look()
    }
    for (const type of ['fragmentshown', 'fragmenthidden', 'slidechanged']) deck.on(type, note)
  })
  return () => preview.evaluate(() => Reflect.get(window, 'turns') as Turn[])
}

test('D17 D18 D19 the previews of the speaker show pictures and notes, without an engine', async ({
  page,
  context,
  hostUrl,
}) => {
  await openDeck(page, hostUrl('plugin.html#/1'))
  const opened = context.waitForEvent('page')
  await page.keyboard.press('s')
  const speaker = await opened
  let engines = 0
  speaker.on('request', (request) => {
    if (request.url().endsWith('/element.js')) engines += 1
  })
  const current = speaker.frameLocator('#current-slide iframe')
  const picture = current.locator('section.present img')
  await expect(picture).toHaveAttribute('data-step', '0', { timeout: 15_000 })
  await expect(
    speaker.frameLocator('#upcoming-slide iframe').locator('section.present img'),
  ).toHaveAttribute('data-step', '1')

  // By frames, not by the clock, which tells how busy the machine is: 300 ms are 18 of them.
  const turns = await recordTurns(speaker)
  await page.keyboard.press('PageDown')
  await expect(picture).toHaveAttribute('data-step', '1')
  await expect(speaker.locator('.speaker-controls-notes .value')).toContainText(titles[0] ?? '')
  await page.keyboard.press('PageDown')
  await expect(speaker.locator('.speaker-controls-notes .value')).toContainText(titles[1] ?? '')
  await expect(speaker.locator('.speaker-controls-notes .value')).toContainText('The Economist')
  await page.keyboard.press('PageUp')
  await expect(picture).toHaveAttribute('data-step', '1')
  await page.keyboard.press('PageDown')
  await expect(picture).toHaveAttribute('data-step', '2')
  // Entered from behind, it is at its last step at once.
  await page.evaluate(() => (Reflect.get(window, 'Reveal') as { slide(h: number): void }).slide(2))
  await expect(picture).toHaveCount(0)
  await page.keyboard.press('PageUp')
  await expect(picture).toHaveAttribute('data-step', String(titles.length))
  await expect.poll(async () => (await turns()).at(-1)?.wanted).toBe(titles.length)
  expect((await turns()).length).toBeGreaterThanOrEqual(5)
  for (const { step, wanted, frames } of await turns()) {
    expect(step, 'the picture is that of the step, in the same task').toBe(wanted)
    expect(frames, 'and it is there').toBeLessThanOrEqual(18)
  }

  await page.evaluate(() =>
    (Reflect.get(window, 'Reveal') as { slide(h: number, v: number, f: number): void }).slide(
      1,
      0,
      1,
    ),
  )
  await expect(picture).toHaveAttribute('data-step', '2')
  // Walking in the speaker's window walks the deck.
  await speaker.bringToFront()
  await speaker.locator('body').press('PageDown')
  await expect.poll(() => stepOf(page)).toBe(3)
  // reveal.js sends states both ways and drops some of many quick presses; both must end up alike.
  for (let press = 0; press < 50; press += 1) {
    await speaker.keyboard.press(press % 10 < 6 ? 'PageDown' : 'PageUp')
  }
  await expect
    .poll(async () => (await picture.getAttribute('data-step')) === String(await stepOf(page)))
    .toBe(true)
  expect((await deckPlace(page)).f + 1).toBe(await stepOf(page))
  expect(engines).toBe(0)
  for (const frame of speaker.frames()) {
    expect(await frame.locator('through-line').count()).toBe(0)
  }
  await speaker.close()
})

test('D20 the author’s own fragments keep their places around ours', async ({ page, hostUrl }) => {
  await openDeck(page, hostUrl('twoDecks.html'))
  const seen: string[] = []
  for (let press = 0; press <= 4; press += 1) {
    const first = await page.locator('#first.visible').count()
    const last = await page.locator('#last.visible').count()
    const expected = [0, 0, 1, 2, 2][press] ?? 0
    await expect.poll(() => stepOf(page)).toBe(expected)
    seen.push(`${first}${expected}${last}`)
    await page.keyboard.press('PageDown')
  }
  expect(seen).toEqual(['000', '100', '110', '120', '121'])
  expect((await deckPlace(page)).h).toBe(1)
})

test('D22 destroying the deck takes everything away', async ({ page, hostUrl }) => {
  await openDeck(page, hostUrl('plugin.html'))
  const counts = await page.evaluate(async () => {
    const count = () => [
      document.querySelectorAll('.tl-step').length,
      document.querySelectorAll('through-line').length,
    ]
    const before = count()
    const deck: unknown = Reflect.get(window, 'Reveal')
    Reflect.apply(Reflect.get(deck as object, 'destroy') as () => void, deck, [])
    return [before, count()]
  })
  expect(counts).toEqual([
    [titles.length, 1],
    [0, 0],
  ])
})

for (const scale of [0.5, 2]) {
  test(`D23 at a scale of ${scale} a click on a mark selects that event`, async ({
    page,
    hostUrl,
  }) => {
    await page.setViewportSize({ width: 1280 * scale, height: 720 * scale })
    await openDeck(page, hostUrl('twoDecks.html'))
    const buttons = page.locator('through-line [data-event-id]')
    await expect(buttons.first()).toBeVisible()
    await page.evaluate(() => {
      const element = document.querySelector('through-line')
      return element && (Reflect.get(element, 'settled') as () => Promise<void>).call(element)
    })
    const box = await buttons.first().boundingBox()
    const id = await buttons.first().getAttribute('data-event-id')
    if (box === null) throw new Error('The mark has no place.')
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
    await expect
      .poll(() =>
        page.evaluate(
          () =>
            (
              Reflect.get(document.querySelector('through-line') ?? {}, 'state') as {
                event?: string
              }
            ).event,
        ),
      )
      .toBe(id)
  })
}

test('D8 what is typed into the search of an element stays there', async ({ page, hostUrl }) => {
  await openDeck(page, hostUrl('twoDecks.html'))
  await page
    .locator('through-line')
    .getByRole('button', { name: /^Search/ })
    .click()
  const field = page.locator('through-line').getByRole('searchbox')
  await field.click()
  await page.keyboard.type('bnp.f')
  await expect(field).toHaveValue('bnp.f')
  expect(await deckPlace(page)).toEqual({ h: 0, f: -1 })
  await expect(page.locator('.reveal.paused')).toHaveCount(0)
  expect(await page.evaluate(() => document.fullscreenElement)).toBeNull()
})
