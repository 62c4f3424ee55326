import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

// Documents of 200,000 events, made here, in each of the forms that are read in bulk.

const count = 200_000
const organizations = ['ord', 'lax', 'jfk'].map((id) => ({ id, name: id.toUpperCase() }))
const dateOf = (index: number): string =>
  new Date(Date.UTC(2001, 0, 1, 0, index)).toISOString().slice(0, 16)
const titleOf = (index: number): string =>
  index === 150_000 ? 'The one flight' : `Flight ${index}`

function lines(): string[] {
  return Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `f${index}`,
      date: `${dateOf(index)}Z`,
      title: titleOf(index),
      organizations: [organizations[index % 3]?.id],
    }),
  )
}

const head = JSON.stringify({ version: 1, title: 'Flights', organizations }).slice(0, -1)
const json = (events: readonly string[]): string => `${head},"events":[\n${events.join(',\n')}\n]}`

const forms = [
  ['JSON', 'large.json', () => json(lines())],
  ['lines', 'large.ndjson', () => [`${head}}`, ...lines()].join('\n')],
  [
    'a table',
    'large.csv',
    () => {
      const rows = Array.from(
        { length: count },
        (_, index) =>
          `f${index},${dateOf(index)},${titleOf(index)},${organizations[index % 3]?.name}`,
      )
      return ['id,date,title,organizations', ...rows].join('\n')
    },
  ],
] as const

const serve = (page: Page, name: string, body: string): Promise<unknown> =>
  page.route(`**/${name}`, (route) => route.fulfill({ body, contentType: 'text/plain' }))

for (const [form, name, make] of forms) {
  test(`200,000 events as ${form} are all there, and each can be read`, async ({
    page,
    timeline,
  }) => {
    await serve(page, name, make())
    await timeline.open(`src=/${name}`)
    const { matching, marks, gathered, outside } = await timeline.drawn()
    expect([matching, marks + gathered + outside]).toEqual([count, count])

    await page.evaluate(() => window.__throughline!.select('f150000'))
    await expect(timeline.detail()).toContainText('The one flight')
    await expect(timeline.detail()).toContainText('ORD')
  })
}

test('what is wrong far down is told with its line', async ({ page, timeline }) => {
  const events = lines()
  events[150_000] = '{"id": "bad", "date": "sometime", "title": "Lost"}'
  await serve(page, 'large.json', json(events))
  await timeline.open('src=/large.json')
  expect((await timeline.drawn()).matching).toBe(count - 1)
  await page.getByRole('button', { name: /1 problem found/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Problems in the data' })
  await expect(dialog).toContainText('line 150002')
  await expect(dialog).toContainText('events[150000].date')
})

test('broken JSON far down is told with its line', async ({ page, timeline }) => {
  const events = lines()
  events[150_000] = '{"id": "bad" "date": "2014", "title": "Lost"}'
  await serve(page, 'large.json', json(events))
  await timeline.open('src=/large.json')
  await expect(page.getByText('Line 150002, column 14')).toBeVisible()
})

test('events are counted while they come, and whoever leaves ends the reading', async ({
  page,
  timeline,
}) => {
  // Some of the file comes, and then nothing.
  await page.addInitScript(
    ({ start }) => {
      const real = window.fetch
      window.fetch = (input, init) => {
        if (!String(input instanceof Request ? input.url : input).includes('slow.json')) {
          return real(input, init)
        }
        const body = new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode(start))
            init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
          },
        })
        const headers = { 'Content-Length': '50000000', 'Content-Type': 'application/json' }
        return Promise.resolve(new Response(body, { headers }))
      }
    },
    { start: json(lines().slice(0, 50_000)).slice(0, -2) },
  )
  await page.goto('./?src=/slow.json&testing=1')
  await expect(page.getByText('50,000 events')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveAttribute('max', '50000000')
  expect(page.workers()).toHaveLength(1)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await timeline.settled()
  await expect(page.getByRole('heading', { name: 'Loading was cancelled' })).toBeVisible()
  await expect.poll(() => page.workers().length).toBe(0)
})

test('what has come as a whole and is still read is not told as finished', async ({ page }) => {
  // All bytes have come, and the worker has not.
  await page.route('**/parse.worker*', () => undefined)
  const body = json(lines().slice(0, 50_000))
  await page.route('**/large.json', (route) =>
    route.fulfill({
      body,
      contentType: 'application/json',
      headers: { 'Content-Length': String(Buffer.byteLength(body)) },
    }),
  )
  await page.goto('./?src=/large.json&testing=1')
  await expect(page.getByText(/^[\d.]+ MB loaded, reading the events/)).toBeVisible()
  await expect(page.getByRole('progressbar')).not.toHaveAttribute('value')
})
