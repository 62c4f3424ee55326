import { test as base, expect } from './test.ts'
import type { FrameLocator, Page } from '@playwright/test'

interface HostFixtures {
  /** The address of one of the pages of other people in `e2e/hosts`, on an origin of its own. */
  readonly hostUrl: (path: string) => string
}

export const test = base.extend<HostFixtures>({
  hostUrl: async ({ baseURL }, use) => {
    const other = new URL(baseURL ?? '')
    other.port = String(Number(other.port) + 1)
    await use((path) => new URL(path, `${other.origin}/hosts/`).href)
  },
})

export { expect }

/** The step at which the timeline in a frame stands, as its own foot says it: "3 of 12". */
export async function stepIn(frame: FrameLocator): Promise<string> {
  return (await frame.locator('[role=group][data-steps] span').first().textContent()) ?? ''
}

/** What has the focus in the page itself: `body`, or the frame. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.localName ?? '')
}

/** Calls a method of the deck; undefined where there is none yet. */
function askDeck(page: Page, method: string): Promise<unknown> {
  return page.evaluate((name) => {
    const deck: unknown = Reflect.get(window, 'Reveal')
    const ask: unknown = typeof deck === 'function' ? Reflect.get(deck, name) : undefined
    return typeof ask === 'function' ? Reflect.apply(ask, deck, []) : undefined
  }, method)
}

/** Waits until the deck has started. */
export async function deckReady(page: Page): Promise<void> {
  await expect.poll(() => askDeck(page, 'isReady'), { timeout: 15_000 }).toBe(true)
}

/** Where a deck stands: slide and fragment, from 0; no fragment is -1. */
export async function deckPlace(page: Page): Promise<{ h: number; f: number }> {
  const { h, f } = (await askDeck(page, 'getIndices')) as { h: number; f?: number }
  return { h, f: f ?? -1 }
}
