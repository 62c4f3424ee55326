import type { Locator, Page } from '@playwright/test'

/** Events that pass the filter: of these drawn alone, in clusters, out of view; and labels shown. */
export interface Drawn {
  readonly matching: number
  readonly marks: number
  readonly gathered: number
  readonly outside: number
  readonly labels: number
}

/** What the page offers with `?testing=1`. */
interface Throughline {
  whenSettled(): Promise<void>
  state(): Record<string, string>
  view(): { from: number; to: number }
  drawn(): Drawn
  positionOf(id: string): Point | null
  filter(params: Record<string, string | readonly string[]>): void
  select(id: string | undefined): void
  onDraw(fn: () => void): () => void
  prefer(kind: 'svg' | 'canvas' | undefined): void
}

/** In client pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

declare global {
  interface Window {
    __throughline?: Throughline
  }
}

/** The page as a reader sees it. Waits for the page to settle, never for time. */
export interface TimelinePage {
  /** Opens the page with `query` (`org=webank&range=2016/2019`) under `path`, and settles. */
  open(query?: string, path?: string): Promise<void>
  settled(): Promise<void>
  /** The button of the event whose accessible name (TITLE, DATE, ORGANISATIONS) begins so. */
  event(title: string): Locator
  /** The detail panel. */
  detail(): Locator
  /** The drawing's frame: marks, axis and, where there is room, the overview. */
  drawing(): Locator
  /** What is written in the picture; the lines of a label are joined again by spaces. */
  drawnWords(): Promise<string>
  /** The table twin. */
  table(): Locator
  /** The line that announces changes. */
  status(): Locator
  state(): Promise<Record<string, string>>
  /** What is visible, in epoch milliseconds. */
  view(): Promise<{ from: number; to: number }>
  drawn(): Promise<Drawn>
  /** Centre of the event's mark in client pixels; null when it is not drawn alone. */
  positionOf(id: string): Promise<Point | null>
  /** The same, and a failure when it is not drawn. */
  placeOf(id: string): Promise<Point>
}

export function timelinePage(page: Page): TimelinePage {
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => window.__throughline !== undefined)
    await page.evaluate(() => window.__throughline!.whenSettled())
  }
  const positionOf = (id: string): Promise<Point | null> =>
    page.evaluate((event) => window.__throughline!.positionOf(event), id)
  return {
    settled,
    open: async (query = '', path = './') => {
      const search = [query, 'testing=1'].filter((part) => part !== '').join('&')
      await page.goto(`${path}?${search}`)
      await settled()
    },
    event: (title) => page.getByRole('button', { name: new RegExp(`^${escapePattern(title)}, `) }),
    detail: () => page.getByRole('complementary'),
    drawing: () => page.getByRole('region', { name: /^(Timeline|时间线)$/ }),
    drawnWords: async () => {
      await page.evaluate(() => window.__throughline!.prefer('svg'))
      return page.locator('[data-print-drawing] svg').evaluate((svg) =>
        [...new Set([...svg.querySelectorAll('text')].map((line) => line.parentElement))]
          .map((whole) => [...(whole?.children ?? [])].map((line) => line.textContent).join(' '))
          .join(' | ')
          .replaceAll(/\s+/g, ' '),
      )
    },
    table: () => page.getByRole('table'),
    status: () => page.getByRole('status'),
    state: () => page.evaluate(() => window.__throughline!.state()),
    view: () => page.evaluate(() => window.__throughline!.view()),
    drawn: () => page.evaluate(() => window.__throughline!.drawn()),
    positionOf,
    placeOf: async (id) => {
      const place = await positionOf(id)
      if (place === null) throw new Error(`${id} is not drawn`)
      return place
    },
  }
}

/** Text as a pattern that matches just that text. */
function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
