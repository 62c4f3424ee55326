import type { Page } from '@playwright/test'

import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { story } from './support/story.ts'
import { expect, test } from './support/test.ts'

// Numbers in brackets are those of the acceptance list for stages and embeds.

const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
]
const lastStep = 12

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const stepOf = (page: Page) => Number(new URL(page.url()).searchParams.get('step') ?? 0)

async function expectStep(page: Page, step: number): Promise<void> {
  await expect.poll(() => stepOf(page)).toBe(step)
}

interface SeenText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly size: number
  readonly contrast: number
}

/** Every text on the stage that can be seen, with the box of its letters and its contrast. */
function seenTexts(page: Page): Promise<SeenText[]> {
  return page.evaluate(() => {
    const stage = document.querySelector('main')!
    const channels = (color: string): number[] =>
      (/\d[\d., ]*/.exec(color)?.[0] ?? '0,0,0').split(',').slice(0, 3).map(Number)
    const luminance = (color: string): number => {
      const [r = 0, g = 0, b = 0] = channels(color).map((part) => {
        const share = part / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const paper = luminance(getComputedStyle(stage).backgroundColor)
    const ratio = (color: string): number => {
      const ink = luminance(color)
      return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
    }
    const seen: SeenText[] = []
    const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      const parent = node.parentElement!
      if ((node.textContent ?? '').trim() === '') continue
      if (parent.closest('.tl-visually-hidden, nav, button') !== null) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      const style = getComputedStyle(parent)
      const svg = parent.closest('svg')
      const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1
      const size = Number.parseFloat(style.fontSize) * scale
      // Fonts differ in the air over their letters: the letters are about as high as the size.
      const middle = box.y + box.height / 2
      seen.push({
        text: node.textContent ?? '',
        x: box.x,
        y: middle - size / 2,
        width: box.width,
        height: size,
        size,
        contrast: ratio(svg ? style.fill : style.color),
      })
    }
    return seen
  })
}

for (const size of sizes) {
  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'zh-Hans'],
  ] as const) {
    test(`every step is read from the last row (85, 86): ${size.width}×${size.height}, ${theme}, ${lang}`, async ({
      page,
      timeline,
    }) => {
      test.setTimeout(90_000)
      await page.setViewportSize(size)
      await timeline.open(`mode=present&theme=${theme}&lang=${lang}`)
      for (let step = 0; step <= lastStep; step += 1) {
        if (step > 0) await page.keyboard.press('PageDown')
        await expectStep(page, step)
        await timeline.settled()
        const texts = await seenTexts(page)
        expect(texts.length).toBeGreaterThan(4)
        const title = Math.max(
          ...(await heading(page)
            .locator('span span')
            .evaluateAll((lines) =>
              lines.map((line) => Number.parseFloat(getComputedStyle(line).fontSize)),
            )),
        )
        expect(title).toBeGreaterThanOrEqual(size.height / 14)
        for (const [at, one] of texts.entries()) {
          expect(one.size, one.text).toBeGreaterThanOrEqual(size.height / 45)
          expect(one.contrast, one.text).toBeGreaterThanOrEqual(7)
          expect(one.x, one.text).toBeGreaterThanOrEqual(size.width * 0.05 - 0.5)
          expect(one.x + one.width, one.text).toBeLessThanOrEqual(size.width * 0.95 + 0.5)
          expect(one.y, one.text).toBeGreaterThanOrEqual(size.height * 0.05 - 0.5)
          expect(one.y + one.height, one.text).toBeLessThanOrEqual(size.height * 0.95 + 0.5)
          for (const other of texts.slice(at + 1)) {
            const meet =
              one.x < other.x + other.width - 0.5 &&
              other.x < one.x + one.width - 0.5 &&
              one.y < other.y + other.height - 0.5 &&
              other.y < one.y + one.height - 0.5
            expect(meet, `${one.text} | ${other.text}`).toBe(false)
          }
        }
      }
    })
  }
}

test('both shapes show the same events at every step (87)', async ({ page, timeline }) => {
  test.setTimeout(60_000)
  const ids = story.events.map(({ id }) => id)
  const shown: string[][][] = []
  for (const size of sizes) {
    await page.setViewportSize(size)
    await timeline.open('mode=present')
    const steps: string[][] = []
    for (let step = 0; step <= lastStep; step += 1) {
      if (step > 0) await page.keyboard.press('PageDown')
      await expectStep(page, step)
      await timeline.settled()
      steps.push(
        await page.evaluate(
          (ids) => ids.filter((id) => window.__throughline!.positionOf(id) !== null),
          ids,
        ),
      )
    }
    shown.push(steps)
  }
  expect(shown[0]).toEqual(shown[1])
  expect(shown[0]?.every((events) => events.length > 0)).toBe(true)
})

test('every key of a clicker and of a keyboard does its part (6)', async ({ page, timeline }) => {
  await timeline.open('mode=present&step=5')
  const walk: readonly (readonly [string, number])[] = [
    ['PageDown', 6],
    ['ArrowRight', 7],
    ['ArrowDown', 8],
    ['Space', 9],
    ['Enter', 10],
    ['n', 11],
    ['N', 12],
    ['PageDown', 12],
    ['PageUp', 11],
    ['ArrowLeft', 10],
    ['ArrowUp', 9],
    ['Shift+Space', 8],
    ['p', 7],
    ['P', 6],
    ['Backspace', 5],
    ['Home', 0],
    ['PageUp', 0],
    ['End', 12],
  ]
  for (const [key, step] of walk) {
    await page.keyboard.press(key)
    await expectStep(page, step)
  }
})

test('keys that are not ours are left alone', async ({ page, timeline }) => {
  await timeline.open('mode=present&step=5')
  await page.evaluate(() => {
    Reflect.set(window, 'taken', [])
    window.addEventListener('keydown', (event) => {
      if (event.defaultPrevented) (Reflect.get(window, 'taken') as string[]).push(event.key)
    })
  })
  for (const key of ['F1', 'w', 'o', 's', '7', 'Control+ArrowRight', 'Alt+ArrowUp', 'Tab']) {
    await page.keyboard.press(key)
  }
  expect(await page.evaluate(() => Reflect.get(window, 'taken'))).toEqual([])
  expect(stepOf(page)).toBe(5)
})

test('. and b blank the screen, and any key brings it back where it was', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=4')
  for (const [blank, back] of [
    ['.', 'PageDown'],
    ['b', '.'],
    ['b', 'x'],
  ] as const) {
    await page.keyboard.press(blank)
    await expect(page.locator('[data-blank]')).toBeVisible()
    await expect(page.getByRole('status')).toHaveText(/blank/)
    await page.keyboard.press(back)
    await expect(page.locator('[data-blank]')).toHaveCount(0)
    expect(stepOf(page)).toBe(4)
  }
})

test('D9 a reload, the back button and a link find the step', async ({ page, timeline }) => {
  await timeline.open('mode=present')
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('PageDown')
  await expectStep(page, 3)
  await page.reload()
  await timeline.settled()
  await expect(heading(page)).toHaveText('A team of its own')
  await page.keyboard.press('PageDown')
  await expect(heading(page)).toHaveAccessibleName('Twenty become an alliance')
  await page.goBack()
  await expect(heading(page)).toHaveAccessibleName('A team of its own')
})

test('D9 in full screen F5, which a clicker sends to start, ends nothing', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=3')
  const isTaken = () =>
    page.evaluate(
      () =>
        !document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true }),
        ),
    )
  // Elsewhere a reload is the browser's, and finds the step again.
  expect(await isTaken()).toBe(false)
  await page.mouse.move(400, 300)
  await page.getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.fullscreenElement?.localName)).toBe('main')
  expect(await isTaken()).toBe(true)
  await page.keyboard.press('PageDown')
  await expectStep(page, 4)
})

test('Esc leads back to exploring, with the event of the step', async ({ page, timeline }) => {
  await timeline.open('mode=present&step=10')
  await page.keyboard.press('Escape')
  await expect(timeline.detail()).toBeVisible()
  await timeline.settled()
  const state = await timeline.state()
  expect(state['event']).toBe('ten-releases')
  expect(state['mode']).toBeUndefined()
  await page.goBack()
  await expect(heading(page)).toHaveAccessibleName('Ten in one day')
})

test('steps can be chosen events, and all events', async ({ page, timeline }) => {
  await timeline.open('mode=present&steps=first-award,founding&step=1')
  await expect(heading(page)).toHaveAccessibleName('An award rests on chain evidence')
  await page.keyboard.press('End')
  await expect(heading(page)).toHaveAccessibleName('A new bank bets on open source')
  await expect(page.getByText('Step 2 of 2')).toBeVisible()

  await timeline.open('mode=present&steps=events&step=9999')
  await expect(page.getByText('Step 61 of 61')).toBeVisible()
})

test('with edge=loop the end leads to the start', async ({ page, timeline }) => {
  await timeline.open('mode=present&edge=loop&step=12')
  await page.keyboard.press('PageDown')
  await expectStep(page, 0)
  await page.keyboard.press('PageUp')
  await expectStep(page, 12)
})

test('it plays by itself, in a loop, until somebody takes over', async ({ page, timeline }) => {
  test.setTimeout(60_000)
  await timeline.open('mode=present&edge=loop&play=0.4&step=10')
  const shown = () => page.evaluate(() => Number(window.__throughline!.state()['step'] ?? 0))
  // A slow machine looks too seldom: the page itself notes each step.
  await page.evaluate(() => {
    const walked: number[] = []
    Reflect.set(window, 'walked', walked)
    setInterval(() => {
      const step = Number(window.__throughline!.state()['step'] ?? 0)
      if (walked.at(-1) !== step) walked.push(step)
    }, 20)
  })
  const walked = () => page.evaluate(() => (Reflect.get(window, 'walked') as number[]).join(' '))
  const entries = await page.evaluate(() => history.length)
  await expect.poll(walked, { timeout: 15_000 }).toMatch(/12 0 1 2/)
  expect(await page.evaluate(() => history.length)).toBe(entries)

  await expect(page.getByRole('button', { name: 'Pause' })).toHaveCSS('opacity', '1')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('button', { name: 'Play' })).toBeAttached()
  const stopped = await shown()
  await page.waitForTimeout(900)
  expect(await shown()).toBe(stopped)

  await page.getByRole('button', { name: 'Play' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(shown).not.toBe(stopped)
})

test('a hidden page does not play on', async ({ page, timeline }) => {
  await timeline.open('mode=present&play=0.3&step=1')
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  const step = await page.evaluate(() => window.__throughline!.state()['step'])
  await page.waitForTimeout(800)
  expect(await page.evaluate(() => window.__throughline!.state()['step'])).toBe(step)
})

test('the speaker window has notes, what is next and the time, and keeps in step (19)', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=9')
  const opening = page.waitForEvent('popup')
  await page.getByRole('button', { name: 'Speaker window' }).click()
  const speaker = await opening
  await expect(speaker.getByRole('heading', { level: 1 })).toHaveText(
    'Data goes back to its people',
  )
  await expect(speaker.getByText(/^WeIdentity is the piece/)).toBeVisible()
  await expect(speaker.getByText('Ten in one day')).toBeVisible()
  await expect(speaker.getByText(/^\d{2}:\d{2}$/)).toBeVisible()
  await expect(speaker.getByText(/^\d:\d{2}$/)).toBeVisible()
  // Dressed by the page's own sheets, under the page's own policy.
  await expect(speaker.getByRole('heading', { level: 1 })).toHaveCSS('font-size', '27px')

  await speaker.getByRole('button', { name: 'Next step' }).click()
  await expectStep(page, 10)
  await expect(speaker.getByRole('heading', { level: 1 })).toHaveText('Ten in one day')
  await speaker.locator('body').press('PageDown')
  await expectStep(page, 11)
  await page.keyboard.press('PageDown')
  await expect(speaker.getByText('This is the last step.')).toBeVisible()
  const closed = speaker.waitForEvent('close')
  await page.keyboard.press('Escape')
  await closed
})

test('a blocked speaker window is said', async ({ page, timeline }) => {
  await page.addInitScript(() => {
    window.open = () => null
  })
  await timeline.open('mode=present')
  await page.getByRole('button', { name: 'Speaker window' }).click()
  await expect(page.getByRole('alert')).toHaveText(/blocked/)
})

test('pointing at an event names it for all to see', async ({ page, timeline }) => {
  await timeline.open('mode=present&step=0')
  const place = await timeline.placeOf('macao-agreement')
  await page.mouse.move(place.x, place.y)
  await timeline.settled()
  const texts = (await seenTexts(page)).map(({ text }) => text)
  expect(texts.join(' ')).toContain('Macao signs for')
  expect(texts).toContain('27 February 2019')
  await page.mouse.move(20, 20)
  await timeline.settled()
  expect((await seenTexts(page)).map(({ text }) => text)).not.toContain('27 February 2019')
})

test('a tap on a side steps, on an event it points, and in the middle it does nothing', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=10')
  await page.mouse.click(1400, 300)
  await expectStep(page, 11)
  await page.mouse.click(40, 300)
  await expectStep(page, 10)
  await page.mouse.click(720, 300)
  const child = await timeline.placeOf('release-linkis')
  await page.mouse.click(child.x, child.y)
  await timeline.settled()
  expect(stepOf(page)).toBe(10)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true })

  test('a swipe turns the step', async ({ page, timeline }) => {
    await timeline.open('mode=present&step=5')
    const client = await page.context().newCDPSession(page)
    const swipe = async (from: number, to: number) => {
      const at = (x: number) => [{ x, y: 400 }]
      await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) })
      for (let part = 1; part <= 4; part += 1) {
        const x = from + ((to - from) * part) / 4
        await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) })
      }
      await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    }
    await swipe(900, 500)
    await expectStep(page, 6)
    await swipe(500, 900)
    await expectStep(page, 5)
  })
})

test('nothing takes the focus on loading, and a click on a control gives it back (5)', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=3')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  await page.getByRole('button', { name: 'Next step' }).click()
  await expectStep(page, 4)
  // A clicker that sends Enter must not press the button again by chance, but step.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

test('a reader who listens hears each step once, and has a list of all (91)', async ({
  page,
  timeline,
}) => {
  await timeline.open('mode=present&step=9')
  await expect(page.getByRole('status')).toHaveText('')
  await page.keyboard.press('PageDown')
  await expect(page.getByRole('status')).toHaveText(
    /^10 of 12: 26 July 2019, Ten in one day\. On 26/,
  )
  await expect(page.getByRole('heading')).toHaveCount(1)
  const steps = page.getByRole('navigation', { name: 'Steps' }).getByRole('button')
  await expect(steps).toHaveCount(13)
  await steps.nth(2).focus()
  await page.keyboard.press('Enter')
  await expectStep(page, 2)
  await expect(steps.nth(2)).toHaveAttribute('aria-current', 'step')
  expect(await findAccessibilityFaults(page)).toEqual([])
})

for (const theme of ['light', 'dark', 'contrast']) {
  test(`axe finds nothing: ${theme}`, async ({ page, timeline }) => {
    for (const step of [0, 4, 10]) {
      await timeline.open(`mode=present&theme=${theme}&step=${step}`)
      expect(await findAccessibilityFaults(page)).toEqual([])
    }
  })
}

test('once settled, nothing moves (90)', async ({ page, timeline }) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  for (const motion of ['off', 'on']) {
    await timeline.open(`mode=present&step=9&motion=${motion}`)
    await page.keyboard.press('PageDown')
    await expectStep(page, 10)
    await timeline.settled()
    const first = await page.screenshot()
    await page.waitForTimeout(500)
    expect((await page.screenshot()).equals(first)).toBe(true)
  }
})

test('a flight can be interrupted, and ends where the last key led', async ({ page, timeline }) => {
  await timeline.open('mode=present&motion=on')
  for (let press = 0; press < 12; press += 1) await page.keyboard.press('PageDown')
  for (let press = 0; press < 2; press += 1) await page.keyboard.press('PageUp')
  await timeline.settled()
  await expectStep(page, 10)
  const { from, to } = await timeline.view()
  expect([from, to]).toEqual([Date.UTC(2019, 5, 1), Date.UTC(2019, 8, 1)])
  await expect(heading(page)).toHaveAccessibleName('Ten in one day')
})
