import type { Frame, FrameLocator, Locator, Page } from '@playwright/test'

import { expect } from './hosts.ts'

/** What is asked of `e2e/hosts/any.html`, a page of somebody else's with one timeline in it. */
export interface Wish {
  /** Of the timeline; the language is English unless it says another. */
  readonly query?: string
  readonly hash?: string
  readonly sandbox?: string
  readonly width?: number
  readonly height?: number
  readonly scale?: number
  readonly hidden?: string
  /** The page can be scrolled. */
  readonly tall?: string
  /** What is framed, `embed.html` when left out. */
  readonly page?: string
  /** No frame but `<through-line>`. */
  readonly element?: string
}

/** The path of such a page, for `hostUrl`. */
export function pageWith(wish: Wish): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...wish, query: queryOf(wish) })) {
    params.set(name, String(value))
  }
  return `any.html?${params}`
}

function queryOf({ query = '', element }: Wish): string {
  const language = query.includes('lang=') ? '' : 'lang=en'
  const isUntold = query.includes('testing=')
  const testing = isUntold ? '' : element === undefined ? 'testing=1' : 'motion=off'
  return [testing, language, query].filter((part) => part !== '').join('&')
}

/** The timeline in the frame. */
export const embed = (page: Page): FrameLocator => page.frameLocator('iframe[title=Timeline]')

export function innerFrame(page: Page): Frame {
  const found = page.frames().find((frame) => frame.parentFrame() !== null)
  if (found === undefined) throw new Error('The page has no frame.')
  return found
}

/** Waits until the timeline in the frame has come to rest. */
export async function settled(page: Page): Promise<void> {
  await expect(embed(page).locator('[data-print-drawing] > *, [data-still] svg')).toBeAttached()
  await settledIn(innerFrame(page))
}

/** Waits until the timeline that is all of a frame, or of a page, has come to rest. */
export async function settledIn(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => window.__throughline !== undefined)
  await frame.evaluate(() => window.__throughline?.whenSettled())
}

/** What the timeline in the frame says of itself. */
export const inside = {
  drawn: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.drawn()),
  state: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.state()),
  view: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.view()),
}

/** Gives the frame another size. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.locator('iframe').evaluate(
    (frame, [w, h]) => {
      if (frame instanceof HTMLElement) Object.assign(frame.style, { width: w, height: h })
    },
    [`${width}px`, `${height}px`],
  )
}

/** What a page heard from its frame. */
export interface Heard {
  readonly type?: string
  readonly p?: Readonly<Record<string, unknown>>
}

export const heard = (page: Page): Promise<readonly (Heard | string)[]> =>
  page.evaluate(() => {
    const all: unknown = Reflect.get(window, 'heard')
    return Array.isArray(all) ? all : []
  })

/** A timeline to be used by hand, wherever it stands. */
export interface Place {
  readonly inside: Pick<Locator, 'getByRole' | 'getByText' | 'locator'>
  /** The parameters that say what it shows. */
  state(): Promise<Readonly<Record<string, string>>>
  settled(): Promise<void>
}

/** The timeline that is all of a frame, or of the page. */
export function framePlace(frame: Frame): Place {
  return {
    inside: frame.locator(':root'),
    state: () => frame.evaluate(() => window.__throughline?.state() ?? {}),
    settled: () => settledIn(frame),
  }
}

/** The element that stands in the page. */
export function elementPlace(page: Page): Place {
  const element = page.locator('through-line')
  return {
    inside: element,
    state: () =>
      element.evaluate((one) => Reflect.get(one, 'state') as Readonly<Record<string, string>>),
    settled: async () => {
      await page.waitForFunction(() => customElements.get('through-line') !== undefined)
      await element.evaluate((one) =>
        (Reflect.get(one, 'settled') as () => Promise<void>).call(one),
      )
    },
  }
}
