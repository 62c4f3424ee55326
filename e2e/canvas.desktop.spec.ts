import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'
import type { TimelinePage } from './support/timelinePage.ts'

const dense = 'src=examples/dense.json'
const host = '[data-print-drawing]'

/** Draws by one of them from now on, and waits until it does. */
async function prefer(page: Page, timeline: TimelinePage, kind: 'svg' | 'canvas'): Promise<void> {
  await page.evaluate((kind) => window.__throughline!.prefer(kind), kind)
  await expect(page.locator(`${host} > ${kind}`)).toBeVisible()
  await timeline.settled()
}

/** How far two pictures of one size lie apart, values from 0 to 255. */
interface Difference {
  /** Most that the means of any 8 × 8 CSS pixels differ by: a mark or word that is missing, or elsewhere. */
  readonly block: number
  /** Share of all pixels that differ by more than 32: letters are set to a quarter of a pixel. */
  readonly share: number
}

async function difference(page: Page, a: Buffer, b: Buffer): Promise<Difference> {
  return page.evaluate(
    async (pictures) => {
      const [p, q] = await Promise.all(
        pictures.map(async (picture) => {
          const response = await fetch(`data:image/png;base64,${picture}`)
          const image = await createImageBitmap(await response.blob())
          const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!
          pen.drawImage(image, 0, 0)
          return pen.getImageData(0, 0, image.width, image.height)
        }),
      )
      if (!p || !q || p.width !== q.width || p.height !== q.height) return { block: 255, share: 1 }
      const side = 8 * devicePixelRatio
      const across = Math.ceil(p.width / side)
      const sums = new Float64Array(across * Math.ceil(p.height / side) * 3)
      let far = 0
      for (let at = 0; at < p.data.length; at += 4) {
        const x = (at / 4) % p.width
        const row = Math.floor(Math.floor(at / 4 / p.width) / side)
        const block = (row * across + Math.floor(x / side)) * 3
        let most = 0
        for (let part = 0; part < 3; part += 1) {
          const by = (p.data[at + part] ?? 0) - (q.data[at + part] ?? 0)
          sums[block + part] = (sums[block + part] ?? 0) + by
          most = Math.max(most, Math.abs(by))
        }
        if (most > 32) far += 1
      }
      const block = sums.reduce((most, sum) => Math.max(most, Math.abs(sum) / side ** 2), 0)
      return { block, share: far / (p.data.length / 4) }
    },
    [a.toString('base64'), b.toString('base64')],
  )
}

const views = {
  'in English, light': { query: 'theme=light&event=ten-releases', width: 1440, height: 900 },
  'in Chinese, dark': { query: 'theme=dark&lang=zh-Hans', width: 1440, height: 900 },
  'time running down': { query: 'theme=light', width: 390, height: 844 },
  'of a thousand events': { query: `${dense}&range=2000/2004`, width: 1440, height: 900 },
  'of uncertain dates': { query: 'src=examples/ancient.json', width: 1440, height: 900 },
  'from right to left': { query: 'src=examples/right-to-left.json', width: 1440, height: 900 },
} as const

for (const ratio of [1, 1.5, 2]) {
  test.describe(`at ${ratio} pixels to a pixel`, () => {
    test.use({ deviceScaleFactor: ratio })
    for (const [name, { query, width, height }] of Object.entries(views)) {
      test(`SVG and canvas draw the same picture ${name}`, async ({ page, timeline }) => {
        await page.setViewportSize({ width, height })
        await timeline.open(query)
        await expect(timeline.status().first()).toHaveText(/\d/)
        const drawing = page.locator(host)
        await prefer(page, timeline, 'svg')
        const svg = await drawing.screenshot()
        await prefer(page, timeline, 'canvas')
        const canvas = await drawing.screenshot()
        const { block, share } = await difference(page, svg, canvas)
        expect(block, 'no mark, line or word is elsewhere').toBeLessThan(20)
        expect(share, 'and none has another colour').toBeLessThan(0.005)
      })
    }
  })
}

const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

for (const [width, height] of [
  [1440, 900],
  [2560, 1440],
  [3840, 2160],
] as const) {
  test(`a thousand events at ${width} × ${height} leave the page below a thousand elements`, async ({
    page,
    timeline,
  }) => {
    await page.setViewportSize({ width, height })
    await timeline.open(`${dense}&range=1998/2004`)
    if (width > 2000) {
      await expect(page.locator(`${host} > canvas`)).toHaveAttribute('aria-hidden', 'true')
    }
    await expect(page.locator(`${host} > *`)).toHaveCount(1)
    expect(await elements(page)).toBeLessThan(1000)
    await page.locator('[data-event-id]:not([data-gathered])').first().press('Enter')
    await expect(timeline.detail()).toBeVisible()
    await timeline.settled()
    await expect.poll(() => elements(page)).toBeLessThan(1000)
  })
}

test('the story is drawn as SVG, and stays below a thousand elements', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  await expect(page.locator(`${host} > svg`)).toBeVisible()
  expect(await elements(page)).toBeLessThan(1000)
})

test('a view that empties goes back to SVG, and no frame has nothing or both', async ({
  page,
  timeline,
}) => {
  await page.setViewportSize({ width: 2560, height: 1440 })
  await timeline.open(dense)
  await expect(page.locator(`${host} > canvas`)).toBeVisible()
  await page.evaluate((host) => {
    const counts: number[] = []
    Reflect.set(window, 'counts', counts)
    window.__throughline!.onDraw(() => {
      counts.push(document.querySelector(host)?.childElementCount ?? 0)
    })
  }, host)
  await page.evaluate(() => window.__throughline!.filter({ q: 'zzz' }))
  await expect(page.locator(`${host} > svg`)).toBeVisible()
  await page.evaluate(() => window.__throughline!.filter({ q: '' }))
  await expect(page.locator(`${host} > canvas`)).toBeVisible()
  const counts = await page.evaluate<number[]>('counts')
  expect(counts.length).toBeGreaterThan(1)
  expect(new Set(counts)).toEqual(new Set([1]))
})

test('hovering, choosing and stepping work on the canvas', async ({ page, timeline }) => {
  await timeline.open('range=2015/2018')
  await prefer(page, timeline, 'canvas')
  const drawing = page.locator(host)
  const before = await drawing.screenshot()
  const place = await timeline.placeOf('golden-chain-alliance')
  await page.mouse.move(place.x, place.y)
  await timeline.settled()
  expect((await difference(page, before, await drawing.screenshot())).share).toBeGreaterThan(0)
  await page.mouse.click(place.x, place.y)
  await expect(timeline.detail()).toBeVisible()
  expect(await timeline.state()).toMatchObject({ event: 'golden-chain-alliance' })
  await page.keyboard.press('Escape')
  await page.evaluate(() =>
    document.querySelector<HTMLElement>('[data-event-id="golden-chain-alliance"]')?.focus(),
  )
  await page.keyboard.press('ArrowRight')
  const focused = page.locator('[data-event-id]:focus')
  await expect(focused).toBeVisible()
  expect(await focused.getAttribute('data-event-id')).not.toBe('golden-chain-alliance')
  await page.keyboard.press('Enter')
  await expect(timeline.detail()).toBeVisible()
  await expect(page.locator(`${host} > canvas`)).toBeVisible()
})

test('another screen gives the canvas other pixels', async ({ page, timeline }) => {
  // What a browser does when its window is dragged there.
  await page.addInitScript(() => {
    const real = window.matchMedia.bind(window)
    const waiting = new Map<string, EventTarget>()
    window.matchMedia = (query) => {
      const list = real(query)
      if (query.includes('dppx')) waiting.set(query, list)
      return list
    }
    Reflect.set(window, 'dragTo', (ratio: number) => {
      const left = waiting.get(`(resolution: ${devicePixelRatio}dppx)`)
      Object.defineProperty(window, 'devicePixelRatio', { value: ratio, configurable: true })
      left?.dispatchEvent(new Event('change'))
    })
  })
  await timeline.open(dense)
  await prefer(page, timeline, 'canvas')
  const canvas = page.locator(`${host} > canvas`)
  const across = await canvas.evaluate(({ clientWidth }) => clientWidth)
  for (const ratio of [2, 1.25, 1]) {
    await page.evaluate(`dragTo(${ratio})`)
    await expect(canvas).toHaveAttribute('width', String(Math.ceil(across * ratio)))
    expect(await canvas.evaluate(({ clientWidth }) => clientWidth)).toBe(across)
  }
})
