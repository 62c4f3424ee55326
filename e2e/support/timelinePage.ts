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
  positionOf(id: string): { x: number; y: number } | null
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
  /** The table twin. */
  table(): Locator
  /** The line that announces changes. */
  status(): Locator
  state(): Promise<Record<string, string>>
  /** What is visible, in epoch milliseconds. */
  view(): Promise<{ from: number; to: number }>
  drawn(): Promise<Drawn>
  /** Centre of the event's mark in client pixels; null when it is not drawn alone. */
  positionOf(id: string): Promise<{ x: number; y: number } | null>
}

export function timelinePage(page: Page): TimelinePage {
  const settled = async (): Promise<void> => {
    await page.waitForFunction(() => window.__throughline !== undefined)
    await page.evaluate(() => window.__throughline!.whenSettled())
  }
  return {
    settled,
    open: async (query = '', path = './') => {
      const search = [query, 'testing=1'].filter((part) => part !== '').join('&')
      await page.goto(`${path}?${search}`)
      await settled()
    },
    event: (title) => page.getByRole('button', { name: new RegExp(`^${escapePattern(title)}, `) }),
    detail: () => page.getByRole('complementary'),
    table: () => page.getByRole('table'),
    status: () => page.getByRole('status'),
    state: () => page.evaluate(() => window.__throughline!.state()),
    view: () => page.evaluate(() => window.__throughline!.view()),
    drawn: () => page.evaluate(() => window.__throughline!.drawn()),
    positionOf: (id) => page.evaluate((event) => window.__throughline!.positionOf(event), id),
  }
}

/** Text as a pattern that matches just that text. */
function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
