import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// A document whose texts are searched in a worker: what is shown and what keys do while it looks.

const count = 20_000
const titles = Array.from({ length: count }, (_, index) =>
  index % 5_000 === 4_000 ? `Founding ${index}` : `Flight ${index}`,
)

async function openLarge(page: Page, open: (query: string) => Promise<void>) {
  const lines = titles.map((title, index) =>
    JSON.stringify({ id: `f${index}`, date: `${1000 + Math.floor(index / 20)}`, title }),
  )
  const body = ['{"version": 1, "title": "Flights"}', ...lines].join('\n')
  await page.route('**/large.ndjson', (route) => route.fulfill({ body, contentType: 'text/plain' }))
  await open('src=/large.ndjson')
  await page.keyboard.press('/')
  return page.getByRole('searchbox', { name: 'Search events' })
}

/** Holds back the worker that searches: what is looked for is not found before the return value is called. */
async function holdSearch(page: Page): Promise<() => void> {
  let release = (): void => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/parse.worker*', async (route) => {
    await released
    await route.continue()
  })
  return () => release()
}

/** Presses Enter before anything is found; what is returned lets the search go on. */
async function enterEarly(page: Page, open: (query: string) => Promise<void>) {
  const field = await openLarge(page, open)
  const release = await holdSearch(page)
  await field.fill('founding')
  await page.keyboard.press('Enter')
  return release
}

test('Enter waits for what is looked for, and goes to the first match', async ({
  page,
  timeline,
}) => {
  const release = await enterEarly(page, timeline.open)
  await expect(page.getByRole('search')).toContainText('…')
  expect((await timeline.state())['event']).toBeUndefined()
  release()
  await expect(page.getByRole('search')).toContainText('1 of 4')
  expect((await timeline.state())['event']).toBe('f4000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toContainText('2 of 4')
  expect((await timeline.state())['event']).toBe('f9000')
})

for (const [how, key, told] of [
  ['changed', 's', '4 matches'],
  ['cleared', 'Escape', ''],
] as const) {
  test(`Enter is forgotten when the query is ${how} before it was found`, async ({
    page,
    timeline,
  }) => {
    const release = await enterEarly(page, timeline.open)
    await page.keyboard.press(key)
    if (key === 's') await page.keyboard.press('Backspace')
    release()
    await timeline.settled()
    await expect(page.getByRole('search')).toContainText(told)
    expect((await timeline.state())['event']).toBeUndefined()
  })
}

test('the number beside the query is never that of another query', async ({ page, timeline }) => {
  const field = await openLarge(page, timeline.open)
  const box = page.getByRole('search')
  await box.evaluate((search) => {
    const seen = new Set<string>()
    const note = (): void => {
      const query = search.querySelector('input')?.value ?? ''
      const told = /([\d,]+) match/.exec(search.textContent)?.[1]
      if (told !== undefined) seen.add(`${query}: ${told}`)
    }
    new MutationObserver(note).observe(search, {
      subtree: true,
      childList: true,
      characterData: true,
    })
    Object.assign(window, { seen })
  })
  await field.pressSequentially('flight 19')
  await field.press('Backspace')
  await field.press('5')
  await timeline.settled()
  const seen = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen])
  const right = (query: string): number =>
    titles.filter((title) => query.split(' ').every((word) => title.toLowerCase().includes(word)))
      .length
  expect(seen.length).toBeGreaterThan(0)
  for (const one of seen) {
    const [query = '', told = ''] = one.split(': ')
    expect(Number(told.replaceAll(',', '')), one).toBe(right(query))
  }
})

test('the list, the status and the panel count alike', async ({ page, timeline }) => {
  await openLarge(page, timeline.open)
  await page.evaluate(() => window.__throughline!.select('f4000'))
  await page.getByRole('button', { name: 'List' }).click()
  await page.evaluate(() => window.__throughline!.filter({ q: 'flight' }))
  await expect(timeline.table()).toHaveAccessibleName('The first 200 of 19,996 matching events')
  await expect(page.getByRole('status', { name: 'What is shown' })).toHaveText(
    '19,996 of 20,000 events',
  )
  await expect(timeline.detail()).toContainText('not among the 19,996')
})
