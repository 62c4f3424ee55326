import type { Page } from '@playwright/test'
import { hostileFields } from '#loading/oddDocuments/hostileFields.ts'
import type { OddDocument } from '#loading/oddDocuments/oddDocument.ts'
import { oddDates } from '#loading/oddDocuments/oddDates.ts'
import { oddFields } from '#loading/oddDocuments/oddFields.ts'
import { oddReferences } from '#loading/oddDocuments/oddReferences.ts'
import { oddTexts } from '#loading/oddDocuments/oddTexts.ts'

import { expect, test } from './support/test.ts'
import type { TimelinePage } from './support/timelinePage.ts'

// A picture that is not there is no fault of the page.
test.use({ expectedComplaint: /Failed to load resource/ })

/** The events of many odd documents in one, with ids that tell where each comes from. */
function together(documents: readonly OddDocument[]): string {
  const events = documents.flatMap(({ name, file, gives }) => {
    if (typeof gives !== 'number' || typeof file !== 'string') return []
    const json: { readonly events: readonly unknown[] } = JSON.parse(file)
    return json.events
      .filter((event) => typeof event === 'object' && event !== null)
      .map((event, index) => ({ ...event, id: `${name} ${index}` }))
  })
  return JSON.stringify({ version: 1, title: 'Odd', events })
}

async function openText(
  page: Page,
  timeline: TimelinePage,
  text: string,
  query = '',
): Promise<void> {
  await page.route('**/fixtures/odd.json', (route) =>
    route.fulfill({ contentType: 'application/json', body: text }),
  )
  await timeline.open(`src=/fixtures/odd.json${query}`)
}

/** Draws, lists, and opens events; the fixture fails on every exception and request on the way. */
async function tryAll(page: Page, timeline: TimelinePage, ids: readonly string[]): Promise<void> {
  const { matching, marks, gathered, outside } = await timeline.drawn()
  expect(matching).toBeGreaterThan(0)
  expect(marks + gathered + outside).toBe(matching)
  for (const id of ids) {
    await page.evaluate((event) => window.__throughline!.select(event), id)
    await timeline.settled()
    await expect(timeline.detail()).toBeVisible()
    await expect(timeline.detail().getByRole('heading').first()).not.toBeEmpty()
  }
  expect(await page.evaluate(() => Reflect.get(window, 'hurt'))).toBeUndefined()
}

test('odd texts are drawn, listed and told as the texts that they are', async ({
  page,
  timeline,
}) => {
  // A million letters are tried where no browser has to lay them out.
  const bearable = oddTexts.filter(({ name }) => !name.includes('million'))
  await openText(page, timeline, together(bearable))
  const ids = bearable.filter((_, at) => at % 3 === 0).map(({ name }) => `${name} 0`)
  await tryAll(page, timeline, ids)
  await timeline.open('src=/fixtures/odd.json&view=list')
  await expect(timeline.table()).toContainText('<script>window.hurt = 1</script>')
  await expect(timeline.table()).toContainText('微众银行 ウィーバンク 위뱅크')
})

test('odd dates, fields and references stop nothing', async ({ page, timeline }) => {
  const few = oddReferences.filter(({ gives }) => Number(gives) < 100)
  // What is nested so deep cannot be put together again by JSON.stringify.
  const shallow = oddFields.filter(({ name }) => !name.includes('100,000'))
  await openText(page, timeline, together([...oddDates, ...shallow, ...few]))
  await tryAll(page, timeline, ['the beginning 0', 'a year as a number 0', 'importance 9 0'])
  await timeline.open('src=/fixtures/odd.json&view=list')
  await expect(timeline.table()).toContainText('13.8 billion years ago')
})

test('markup in every field stays text, and what could do something is gone', async ({
  page,
  timeline,
}) => {
  const [everyText] = hostileFields
  await openText(page, timeline, String(everyText?.file))
  await tryAll(page, timeline, ['<img src=x onerror="window.hurt=1">'])
  await expect(timeline.detail()).toContainText('<img src=x onerror="window.hurt=1">')
  await page.unroute('**/fixtures/odd.json')
  await openText(page, timeline, together(hostileFields.slice(1)))
  await tryAll(page, timeline, ['javascript: 0', 'data: 0', 'a picture by data: 0'])
  const links = page.locator('a[href], img[src], [style*="url"]')
  const addresses = await links.evaluateAll((all) =>
    all.map((one) => `${one.getAttribute('href')} ${one.getAttribute('src')}`),
  )
  expect(addresses.filter((text) => /(?:javascript|data|vbscript|blob|file):/i.test(text))).toEqual(
    [],
  )
})

test('a crowd at one instant is all there', async ({ page, timeline }) => {
  const events = Array.from({ length: 20_000 }, (_, at) => ({
    date: '2016-05-31',
    title: `E${at}`,
  }))
  await openText(page, timeline, JSON.stringify({ version: 1, title: 'Crowd', events }))
  await tryAll(page, timeline, ['2016-05-31-e19999'])
  expect((await timeline.drawn()).matching).toBe(20_000)
})
