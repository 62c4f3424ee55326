import type { Page, Route } from '@playwright/test'
import { readDocument } from '#core/model/readDocument.ts'
import { cutTiles } from '#core/tiles/testing/cutTiles.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { expect, test } from './support/test.ts'

// A timeline in parts, cut here: 6,000 events of three owners over 40 years, a few dozen in each tile.

const count = 6000
const organizations = ['north', 'south', 'east'].map((id) => ({ id, name: `The ${id}` }))
const day = 86_400_000

function eventAt(index: number): object {
  const date = new Date(Date.UTC(1980, 0, 1) + Math.floor(index * 2.43) * day)
  return {
    id: `e${index}`,
    date: date.toISOString().slice(0, 10),
    title: index === 3456 ? 'The needle' : `Event ${index}`,
    importance: index === 3456 ? 2 : 3,
    organizations: [organizations[index % 3]?.id],
  }
}

function cut(): ReadonlyMap<string, string> {
  const events = Array.from({ length: count }, (_, index) => eventAt(index))
  const { document } = readDocument({ version: 1, title: 'In parts', organizations, events })
  if (document === undefined) throw new Error('The document cannot be read.')
  return cutTiles(document, { events: 60, bytes: 80_000 })
}

const files = cut()
/** In a stretch of twenty days about the needle. */
const nearNeedle = 'range=2002-12-20/2003-01-10'

/** Serves the set, and tells what was asked for. `instead` may answer some of it in another way. */
async function serveSet(
  page: Page,
  instead: (path: string, route: Route) => Promise<boolean> = () => Promise.resolve(false),
): Promise<readonly string[]> {
  const asked: string[] = []
  await page.route(
    ({ pathname }) => pathname.startsWith('/set/'),
    async (route) => {
      const path = new URL(route.request().url()).pathname.replace(/^.*\/set\//, '')
      asked.push(path)
      if (await instead(path, route)) return
      const body = files.get(path)
      if (body === undefined) await route.fulfill({ status: 404 })
      else await route.fulfill({ body, contentType: 'application/json' })
    },
  )
  return asked
}

const src = 'src=/set/tiles.json'

test('all events are counted at once, and come as the view comes nearer', async ({
  page,
  timeline,
}) => {
  const asked = await serveSet(page)
  await timeline.open(src)
  const { matching, marks, gathered, outside } = await timeline.drawn()
  expect([matching, marks + gathered + outside]).toEqual([count, count])
  await expect(page.getByText('of 6,000 events loaded, all counted')).toBeVisible()
  await expect(page.getByRole('button', { name: /^The north\D*2,000/ })).toBeVisible()

  await timeline.open(`${src}&${nearNeedle}`)
  const near = await timeline.drawn()
  expect(near.marks + near.gathered + near.outside).toBe(count)
  expect(await timeline.drawnWords()).toContain('The needle')
  // Two tiles a level at most, one for each 512 pixels, and nobody probes for files that are not there.
  expect(new Set(asked).size).toBeLessThan(files.size / 4)
  for (const path of asked) expect(files.has(path), path).toBe(true)
})

test('a chosen event stays while the view goes away from it, and opens by its address', async ({
  page,
  timeline,
}) => {
  await serveSet(page)
  await timeline.open(`${src}&${nearNeedle}`)
  await timeline.event('The needle').click()
  await expect(timeline.detail()).toContainText('The needle')
  await page.getByRole('button', { name: 'Show everything' }).click()
  await timeline.settled()
  await expect(timeline.detail()).toContainText('The needle')
  expect((await timeline.drawn()).matching).toBe(count)
})

test('an event that may be in a part still to come is not told as missing', async ({
  page,
  timeline,
}) => {
  await serveSet(page)
  await timeline.open(`${src}&event=not-here-yet&org=nobody`)
  await page.getByRole('button', { name: /^1 problem found/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Problems in the data' })
  await expect(dialog).toContainText('“nobody”')
  await expect(dialog).not.toContainText('not-here-yet')
})

test('what is on its way is drawn as such, and counted coarsely until it has come', async ({
  page,
  timeline,
}) => {
  const waiting: (() => void)[] = []
  let isHeld = false
  await serveSet(page, async (path) => {
    if (isHeld && path.startsWith('3/')) await new Promise<void>((done) => waiting.push(done))
    return false
  })
  await timeline.open(src)
  await page.evaluate(() => window.__throughline!.prefer('svg'))
  isHeld = true
  const nearer = page.getByRole('button', { name: 'Zoom in' })
  for (let step = 0; step < 6; step += 1) await nearer.click()
  await expect(timeline.drawing()).toHaveAttribute('aria-busy', 'true')
  const hatched = page.locator('[data-print-drawing] clipPath[id*="loading"]')
  await expect(hatched.first()).toBeAttached()
  const meanwhile = await timeline.drawn()
  expect(meanwhile.marks + meanwhile.gathered + meanwhile.outside).toBe(count)

  isHeld = false
  for (const go of waiting) go()
  await timeline.settled()
  await expect(timeline.drawing()).not.toHaveAttribute('aria-busy')
  await expect(hatched).toHaveCount(0)
})

test('filters count what has not come, too; search tells that it knows what has', async ({
  page,
  timeline,
}) => {
  await serveSet(page)
  await timeline.open(src)
  await page.getByRole('button', { name: /^The south\D*2,000/ }).click()
  await timeline.settled()
  const { matching, marks, gathered, outside } = await timeline.drawn()
  expect([matching, marks + gathered + outside]).toEqual([2000, 2000])
  await expect(page.getByTitle(/know the loaded events/)).toBeVisible()
  await page.getByRole('searchbox').fill('needle')
  await timeline.settled()
  await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
})

test.describe('where a part fails', () => {
  test.use({ expectedComplaint: /500|Failed to load resource/ })

  test('the rest is shown, and one click asks again', async ({ page, timeline }) => {
    // The page tries three times.
    test.slow()
    let isBroken = true
    await serveSet(page, async (path, route) => {
      if (!isBroken || !path.startsWith('2/')) return false
      await route.fulfill({ status: 500 })
      return true
    })
    await timeline.open(`${src}&range=1990/1992`)
    const again = page.getByRole('button', { name: /could not be loaded. Try again/ })
    await expect(again).toBeVisible()
    const before = await timeline.drawn()
    expect(before.marks + before.gathered + before.outside).toBe(count)
    isBroken = false
    await again.click()
    await expect(again).toHaveCount(0)
    await timeline.settled()
    expect((await timeline.drawn()).marks).toBeGreaterThan(before.marks)
  })

  test('a set that cannot be read says why', async ({ page }) => {
    await serveSet(page, async (path, route) => {
      if (path !== '0/0.json') return false
      await route.fulfill({ body: '{"z":0}', contentType: 'application/json' })
      return true
    })
    await page.goto(`./?${src}&testing=1`)
    await expect(page.getByRole('heading', { name: 'This tile set cannot be read' })).toBeVisible()
    await expect(page.getByText('0/0.json is no tile.')).toBeVisible()
  })
})

test('axe finds nothing', async ({ page, timeline }) => {
  await serveSet(page)
  await timeline.open(`${src}&${nearNeedle}`)
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('the frame to share is the page itself, and what cannot show it says so', async ({
  page,
  timeline,
}) => {
  await serveSet(page)
  await timeline.open(src)
  await page.getByRole('button', { name: 'Share & embed' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Frame', exact: true }).check()
  const snippet = dialog.getByRole('textbox', { name: 'To copy' })
  await expect(snippet).toHaveValue(/<iframe src="http/)
  await expect(snippet).not.toHaveValue(/embed.html/)
  const preview = dialog.locator('iframe').contentFrame()
  await expect(preview.getByText('of 6,000 events loaded, all counted')).toBeAttached()
  await dialog.getByRole('radio', { name: 'Element' }).check()
  await expect(dialog.getByText('only the page itself opens')).toBeVisible()
  // A file of what is here would pass for all.
  await expect(dialog.getByRole('button', { name: 'Document (JSON)' })).toHaveCount(0)
})
