import type { Page } from '@playwright/test'

import { anchors, eventsOf, inLanguage, story, tenReleases } from './support/story.ts'
import { expect, test } from './support/test.ts'
import type { TimelinePage } from './support/timelinePage.ts'

const crowds = 'src=/fixtures/crowds.json'

/** Curves between events: the paths that are made of round dots. */
const curves = (page: Page) => page.locator('[data-print-drawing] svg path[stroke-linecap]')

async function expectCountsToAddUp(timeline: TimelinePage, matching: number): Promise<void> {
  const drawn = await timeline.drawn()
  expect(drawn.matching).toBe(matching)
  expect(drawn.marks + drawn.gathered + drawn.outside, JSON.stringify(drawn)).toBe(matching)
  expect(drawn.labels).toBeLessThanOrEqual(drawn.marks)
}

test('the first paint is the axis and a skeleton, before any script has run', async ({
  page,
  timeline,
}) => {
  let release = (): void => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  await page.route('**/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto('./?testing=1', { waitUntil: 'commit' })
  await expect(page.locator('.skeletonAxis')).toBeVisible()
  await expect(page.locator('.skeletonLane')).toHaveCount(4)
  await expect
    .poll(() => page.evaluate(() => performance.getEntriesByName('first-paint').length))
    .toBe(1)
  release()
  await timeline.settled()
  await expect(page.locator('.skeletonAxis')).toHaveCount(0)
  await expect(timeline.drawing()).toBeVisible()
})

for (const query of ['', 'event=ten-releases', 'view=list']) {
  test(`nothing shifts after the first paint (${query || 'start'})`, async ({ page, timeline }) => {
    await page.addInitScript(() => {
      const shifts: string[] = []
      Reflect.set(window, 'shifts', shifts)
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if (Reflect.get(entry, 'hadRecentInput') === true) continue
          const sources: { node: Node | null }[] = Reflect.get(entry, 'sources') ?? []
          const what = sources
            .map(({ node }) =>
              node instanceof Element ? node.outerHTML.slice(0, 80) : (node?.nodeName ?? '?'),
            )
            .join(', ')
          shifts.push(`${String(Reflect.get(entry, 'value'))} ${what}`)
        }
      }).observe({ type: 'layout-shift', buffered: true })
    })
    await timeline.open(query)
    const shifts = await page.evaluate<string[]>('shifts')
    const sum = shifts.reduce((total, shift) => total + Number.parseFloat(shift), 0)
    expect(sum, shifts.join('\n')).toBeLessThan(0.01)
  })
}

test('the story opens with its lanes, chapters and anchors in sight', async ({
  page,
  timeline,
  isMobile,
}) => {
  await timeline.open()
  const words = await timeline.drawnWords()
  if (!isMobile) {
    for (const { title } of story.lanes) expect(words).toContain(inLanguage(title))
    for (const { title } of story.eras.slice(0, 4)) expect(words).toContain(inLanguage(title))
  }
  expect(anchors).toHaveLength(6)
  const names = new Map(story.organizations.map(({ id, name }) => [id, inLanguage(name)]))
  for (const { id, title, organizations } of anchors) {
    const button = timeline.event(inLanguage(title))
    await expect(button).toHaveAttribute('data-event-id', id)
    await expect(button).toBeInViewport({ ratio: 1 })
    const ends = (organizations ?? []).map((one) => names.get(one.id) ?? '?').join(', ')
    const name = (await button.getAttribute('aria-label')) ?? ''
    expect(name).toMatch(/^.+, (\d{1,2} )?([A-Z][a-z]+ )?\d{4}, .+$/)
    expect(name.endsWith(`, ${ends}`), name).toBe(true)
    await expect(button).not.toHaveAttribute('data-gathered', /./)
    expect(words).toContain(inLanguage(title))
  }
  await expect(page.getByRole('list', { name: isMobile ? 'Timeline' : 'WeBank' })).toBeAttached()
})

test('drawn, gathered and outside add up to all that match, at every zoom and filter', async ({
  page,
  timeline,
}) => {
  const webank = eventsOf('webank').length
  const openSource = story.events.filter(({ topics }) => topics?.includes('open-source')).length
  const filters: readonly (readonly [Record<string, string>, number])[] = [
    [{ org: '', topic: '' }, story.events.length],
    [{ org: 'webank' }, webank],
    [{ org: '-webank' }, story.events.length - webank],
    [{ org: '', topic: 'open-source' }, openSource],
  ]
  await timeline.open('range=2019-07-20/2019-07-31')
  const place = await timeline.placeOf('ten-releases')
  await page.mouse.move(place.x, place.y)
  await page.keyboard.down('Control')
  for (let zoom = 0; zoom < 8; zoom++) {
    for (const [filter, matching] of filters) {
      await page.evaluate((wanted) => window.__throughline!.filter(wanted), filter)
      await timeline.settled()
      await expectCountsToAddUp(timeline, matching)
    }
    await page.mouse.wheel(0, 300)
    await page.mouse.wheel(0, 300)
    await timeline.settled()
  }
  await page.keyboard.up('Control')
  const { from, to } = await timeline.view()
  expect((to - from) / 86_400_000).toBeGreaterThan(365 * 6)
})

test('a click on a cluster that a zoom can part goes there and parts it', async ({
  page,
  timeline,
}) => {
  await timeline.open(crowds)
  const before = await timeline.view()
  const gathered = page.locator('[data-event-id^="march-"][data-gathered]')
  const held = await gathered.count()
  expect(held).toBeGreaterThan(4)
  const id = (await gathered.nth(2).getAttribute('data-event-id')) ?? ''
  const { x, y } = await timeline.placeOf(id)
  await page.mouse.click(x, y)
  await timeline.settled()
  const after = await timeline.view()
  expect(after.to - after.from).toBeLessThan((before.to - before.from) / 10)
  expect(await gathered.count()).toBeLessThan(held)
  expect(await timeline.positionOf(id)).not.toBeNull()
  expect((await timeline.state())['event']).toBeUndefined()
})

test('a click on a cluster that no zoom can part opens its list', async ({ page, timeline }) => {
  await timeline.open(`${crowds}&range=2016-05-01/2016-05-10`)
  const gathered = page.locator('[data-gathered]')
  const held = await gathered.count()
  expect(held).toBeGreaterThan(2)
  const id = (await gathered.first().getAttribute('data-event-id')) ?? ''
  const { x, y } = await timeline.placeOf(id)
  await page.mouse.click(x, y)
  const card = page.getByRole('group', { name: `${held} events here` })
  await expect(card).toBeVisible()
  await expect(card.getByRole('listitem')).toHaveCount(held)
  await card.getByRole('button', { name: 'Close' }).click()
  await expect(card).toBeHidden()

  await page.mouse.click(x, y)
  await card
    .getByRole('button', { name: /^Same day / })
    .nth(1)
    .click()
  await expect(card).toBeHidden()
  expect((await timeline.state())['event']).toMatch(/^same-day-/)
  await expect(timeline.detail()).toHaveAccessibleName(/^Same day /)
})

test('the ten releases of one day fan out as ten buttons, each in a place of its own', async ({
  timeline,
}) => {
  expect(tenReleases).toHaveLength(10)
  for (const range of ['', 'range=2019-07-26/2019-07-26']) {
    await timeline.open(range)
    const places = new Set<string>()
    for (const { id, title } of tenReleases) {
      const button = timeline.event(inLanguage(title))
      await expect(button).toHaveCount(1)
      await expect(button).not.toHaveAttribute('data-gathered', /./)
      const { x, y } = await timeline.placeOf(id)
      places.add(`${Math.round(x)} ${Math.round(y)}`)
    }
    expect(places.size).toBe(10)
  }
})

test('a selection draws its relations as curves, and only then', async ({ page, timeline }) => {
  await timeline.open()
  await expect(curves(page)).toHaveCount(0)
  await page.evaluate(() => window.__throughline!.select('fisco-bcos-open-sourced'))
  await timeline.settled()
  expect(await curves(page).count()).toBeGreaterThan(3)
  await page.evaluate(() => window.__throughline!.select(undefined))
  await timeline.settled()
  await expect(curves(page)).toHaveCount(0)
})

test('chapter names and the larger unit of time stay in sight when one zooms in', async ({
  timeline,
}) => {
  await timeline.open('range=2016-10-03/2016-10-12')
  const words = await timeline.drawnWords()
  expect(words).toContain('Building the platform')
  expect(words).toMatch(/Oct(ober)? 2016/)
  await timeline.open('range=2018-02-01T06:00:00Z/2018-02-01T10:00:00Z')
  const atHours = await timeline.drawnWords()
  expect(atHours).toMatch(/1 Feb(ruary)? 2018/)
  expect(atHours).toMatch(/0?8:00/)
})

test('time runs across where there is room, and down where there is not', async ({
  page,
  timeline,
}) => {
  const way = async () => {
    const [early, late] = [
      await timeline.placeOf('founding'),
      await timeline.placeOf('ten-releases'),
    ]
    return { across: late.x - early.x, down: late.y - early.y }
  }
  for (const [size, direction] of [
    [{ width: 1200, height: 800 }, 'across'],
    [{ width: 420, height: 800 }, 'down'],
    [{ width: 700, height: 300 }, 'across'],
    [{ width: 320, height: 640 }, 'down'],
  ] as const) {
    await page.setViewportSize(size)
    if (page.url() === 'about:blank') await timeline.open()
    await timeline.settled()
    const { across, down } = await way()
    expect(across > Math.abs(down) * 2 ? 'across' : down > 200 ? 'down' : 'neither').toBe(direction)
  }
})
