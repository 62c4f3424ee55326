import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'

// More lanes than have room: they scroll.

const names = Array.from({ length: 40 }, (_, index) => `Office ${String(index + 1)}`)

const manyLanes = {
  version: 1,
  title: 'Forty offices',
  organizations: names.map((name, index) => ({ id: `office-${String(index + 1)}`, name })),
  events: names.flatMap((name, index) =>
    [1990, 2000, 2010].map((year) => ({
      id: `e${String(index + 1)}-${String(year)}`,
      date: String(year + (index % 7)),
      title: `${name} reports`,
      organizations: [`office-${String(index + 1)}`],
    })),
  ),
}

test.beforeEach(({ page }) =>
  page.route('**/offices.json', (route) => route.fulfill({ json: manyLanes })),
)

const more = (page: Page) => page.getByRole('button', { name: /more lanes?$/ })

test('what has no room is told of, and one press goes there', async ({ page, timeline }) => {
  await timeline.open('src=offices.json')
  await expect(more(page)).toHaveText(/^↓ \d+$/)
  const hidden = ((await more(page).textContent()) ?? '').slice(2)
  await expect(more(page)).toHaveAccessibleName(`${hidden} more lanes`)
  // Fewer than fit on one page: then that was the last of them.
  await more(page).click()
  await timeline.settled()
  await expect(more(page)).toHaveText(`↑ ${hidden}`)
})

test('an event is brought into view with its lane: by a link, and by opening it', async ({
  page,
  timeline,
}) => {
  const isDrawn = inView(page)
  await timeline.open('src=offices.json&event=e38-2000')
  expect(await isDrawn('e38-2000')).toBe(true)
  expect(await isDrawn('e1-2000')).toBe(false)
  await page.evaluate(() => window.__throughline!.select('e2-2000'))
  await timeline.settled()
  expect(await isDrawn('e2-2000')).toBe(true)
})

test('a filter that leaves few lanes leaves none of them scrolled past', async ({
  page,
  timeline,
}) => {
  const isDrawn = inView(page)
  await timeline.open('src=offices.json&event=e38-2000')
  await page.evaluate(() => window.__throughline!.filter({ org: ['office-1', 'office-38'] }))
  await timeline.settled()
  expect(await isDrawn('e1-2000')).toBe(true)
  expect(await isDrawn('e38-2000')).toBe(true)
  await expect(more(page)).toHaveCount(0)
})

/** Whether an event stands inside the drawing, by its id. */
function inView(page: Page): (id: string) => Promise<boolean> {
  return (id) =>
    page.evaluate((event) => {
      const place = window.__throughline!.positionOf(event)
      const box = document.querySelector('[data-print-drawing]')?.getBoundingClientRect()
      return place !== null && box !== undefined && place.y > box.top && place.y < box.bottom
    }, id)
}
