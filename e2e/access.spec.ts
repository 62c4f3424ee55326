import type { Page } from '@playwright/test'

import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { anchors, inLanguage, story } from './support/story.ts'
import { expect, test } from './support/test.ts'
import type { TimelinePage } from './support/timelinePage.ts'

interface State {
  readonly query: string
  /** What the reader does after the page has opened. */
  readonly enter?: (page: Page, timeline: TimelinePage) => Promise<unknown>
}

/** On a phone the page's own controls are behind a button. */
async function bringControls(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'More controls' })
  if (await more.isVisible()) await more.click()
}

const states: Readonly<Record<string, State>> = {
  'the start': { query: '' },
  'an event and its relations': { query: 'event=fisco-bcos-open-sourced' },
  'the fan with its ten cards': { query: 'event=ten-releases&range=2019-07/2019-08' },
  'the list of a cluster': {
    query: 'src=/fixtures/crowds.json&range=2016-05-01/2016-05-10',
    enter: async (page, timeline) => {
      const id = await page.locator('[data-gathered]').first().getAttribute('data-event-id')
      const { x, y } = await timeline.placeOf(id ?? '')
      await page.mouse.click(x, y)
      await expect(page.getByRole('group', { name: /events here$/ })).toBeVisible()
    },
  },
  'all filters': {
    query: 'org=webank,-r3&topic=open-source',
    enter: async (page) => {
      await page.getByRole('button', { name: /more organisations|^Filters$/ }).click()
      await expect(page.getByRole('button', { name: 'Show only WeBank' })).toBeVisible()
    },
  },
  'the keys': {
    query: '',
    enter: async (page) => {
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
    },
  },
  'about this timeline': {
    query: '',
    enter: async (page) => {
      await bringControls(page)
      await page.getByRole('button', { name: 'About', exact: true }).click()
      await expect(page.getByRole('dialog', { name: 'About this timeline' })).toBeVisible()
    },
  },
  'problems in the data': {
    query: 'src=/fixtures/someBad.json&theme=plaid',
    enter: async (page) => {
      await page.getByRole('button', { name: /problems found/ }).click()
      await expect(page.getByRole('dialog', { name: 'Problems in the data' })).toBeVisible()
    },
  },
  'the list': { query: 'view=list&q=chain&event=evidence-platform' },
  'nothing that matches': { query: 'q=zzzz' },
  'a failure': { query: 'src=/fixtures/noEvents.json' },
  'no events yet': { query: 'src=/fixtures/empty.json' },
  Chinese: { query: 'lang=zh-Hans&event=webase-opened' },
  'all controls brought': { query: 'org=fisco', enter: (page) => bringControls(page) },
}

for (const [name, { query, enter }] of Object.entries(states)) {
  test(`axe finds nothing: ${name}`, async ({ page, timeline, isMobile }) => {
    // Four searches of the whole page.
    test.slow()
    await timeline.open(query)
    await enter?.(page, timeline)
    await timeline.settled()
    expect(await findAccessibilityFaults(page), 'light').toEqual([])
    // An event's mark must lie where it belongs, so two may be nearer than two fingers: the list
    // has them all apart. Nothing else has that excuse.
    const crowded = { rules: ['target-size'], except: '[data-event-id]' }
    expect(await findAccessibilityFaults(page, crowded)).toEqual([])
    // The colours are those of the wide page.
    if (isMobile || query.includes('theme=')) return
    for (const media of [{ colorScheme: 'dark' }, { contrast: 'more' }] as const) {
      await page.emulateMedia(media)
      await timeline.settled()
      const theme = 'contrast' in media ? 'contrast' : 'dark'
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
      const colours = { rules: ['color-contrast', 'link-in-text-block'] }
      expect(await findAccessibilityFaults(page, colours), theme).toEqual([])
    }
  })
}

test('every event is a named button of at least 24 by 24, in a named list of its lane', async ({
  page,
  timeline,
  isMobile,
}) => {
  await timeline.open()
  const lists = page.getByRole('list').filter({ has: page.locator('[data-event-id]') })
  const names = await lists.evaluateAll((all) =>
    all.map((list) => `${list.tagName} ${list.getAttribute('aria-label') ?? ''}`),
  )
  const lanes = story.lanes.map(({ title }) => `OL ${inLanguage(title)}`)
  expect(names).toEqual(isMobile ? ['OL Timeline'] : lanes)
  const buttons = await page.locator('[data-event-id]').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect()
      return { name: one.getAttribute('aria-label') ?? '', width, height }
    }),
  )
  expect(buttons).toHaveLength(story.events.length)
  expect(buttons.filter(({ width, height }) => Math.min(width, height) < 24)).toEqual([])
  expect(buttons.filter(({ name }) => !/^.+, .+, .+$/.test(name))).toEqual([])
  await expect(page.locator('[data-print-drawing] svg')).toHaveAttribute('aria-hidden', 'true')
})

test('the status line says in one short sentence what is shown', async ({ page, timeline }) => {
  await timeline.open()
  const said: string[] = []
  for (const query of [{}, { org: 'webank' }, { org: 'webank', q: 'zzzz' }]) {
    await page.evaluate((wanted) => window.__throughline!.filter(wanted), query)
    const { matching } = await timeline.drawn()
    await expect(timeline.status().first()).toContainText(matching === 71 ? '71' : `${matching} of`)
    said.push((await timeline.status().first().textContent()) ?? '')
  }
  await page.evaluate(() => window.__throughline!.filter({ q: '', org: '' }))
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await expect(timeline.status().first()).not.toHaveText(said[0] ?? '')
  said.push((await timeline.status().first().textContent()) ?? '')
  for (const sentence of said) {
    expect(sentence.length).toBeLessThan(120)
    expect(sentence).toMatch(/^[^.!?]+\.?$/)
  }
})

const lookWidth = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('320 px wide, nothing is lost and nothing scrolls sideways', async ({ page, timeline }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  for (const query of ['', 'event=ten-releases', 'view=list', 'q=zzzz', 'lang=zh-Hans']) {
    await timeline.open(query)
    expect(await lookWidth(page), query).toBe(0)
  }
  await timeline.open()
  for (const { title } of anchors) {
    await expect(timeline.event(inLanguage(title))).toBeInViewport({ ratio: 1 })
  }
})

test.describe('at 400 % zoom', () => {
  // A window of 1440 by 900 at 400 %.
  test.use({ viewport: { width: 360, height: 225 }, deviceScaleFactor: 4 })

  test('everything is still there, and nothing scrolls sideways', async ({ page, timeline }) => {
    await timeline.open()
    expect(await lookWidth(page)).toBe(0)
    expect((await timeline.drawn()).labels).toBeGreaterThan(0)
    await bringControls(page)
    expect(await lookWidth(page)).toBe(0)
    await page.getByRole('searchbox', { name: 'Search events' }).fill('arbitration')
    await timeline.settled()
    expect((await timeline.state())['q']).toBe('arbitration')
    await page.getByRole('button', { name: 'Clear the search' }).click()
    await page.getByRole('button', { name: /^WeBank, \d+ events$/ }).click()
    await timeline.settled()
    expect((await timeline.state())['org']).toBe('webank')
    await page.getByRole('button', { name: /more organisations|^Filters$/ }).click()
    await page.getByRole('button', { name: 'Show only R3' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await timeline.settled()
    expect((await timeline.state())['range']).toBeTruthy()
    await page.getByRole('button', { name: 'List', exact: true }).click()
    await timeline.settled()
    await page.getByRole('button', { name: 'Nine large banks form R3' }).click()
    await timeline.settled()
    await expect(timeline.detail()).toHaveAccessibleName('Nine large banks form R3')
    const sources = timeline.detail().getByRole('region', { name: 'Sources' })
    await sources.scrollIntoViewIfNeeded()
    await expect(sources).toBeInViewport()
    await timeline.detail().getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'About', exact: true }).click()
    await expect(page.getByRole('dialog', { name: 'About this timeline' })).toBeInViewport()
    expect(await lookWidth(page)).toBe(0)
  })
})

test('in forced colours the picture is not empty', async ({ page, timeline, context }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await timeline.open('event=golden-chain-alliance')
  const picture = (await page.screenshot()).toString('base64')
  const places = await Promise.all(anchors.map(({ id }) => timeline.placeOf(id)))
  const reader = await context.newPage()
  const drawn = await reader.evaluate(
    async ({ picture, places }) => {
      const image = new Image()
      image.src = `data:image/png;base64,${picture}`
      await image.decode()
      const canvas = new OffscreenCanvas(image.width, image.height)
      const pen = canvas.getContext('2d')
      pen?.drawImage(image, 0, 0)
      return places.map(({ x, y }) => {
        const { data } = pen?.getImageData(x - 12, y - 12, 24, 24) ?? { data: [] }
        const colours = new Map<string, number>()
        for (let at = 0; at < data.length; at += 4) {
          const colour = [data[at], data[at + 1], data[at + 2]].join()
          colours.set(colour, (colours.get(colour) ?? 0) + 1)
        }
        return 24 * 24 - Math.max(...colours.values())
      })
    },
    { picture, places },
  )
  // Around each mark, pixels that are not of the commonest colour: a ring has some fifty.
  for (const pixels of drawn) expect(pixels).toBeGreaterThan(30)
  expect(await findAccessibilityFaults(page, { rules: ['color-contrast'] })).toEqual([])
})

test('who asks for less motion gets to an event at once', async ({ page, timeline, isMobile }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await timeline.open('range=2014/2014')
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'off')
  const views = await page.evaluate(async () => {
    const page = window.__throughline!
    const seen = new Set<number>()
    const stop = page.onDraw(() => seen.add(page.view().from))
    page.select('open-course')
    await page.whenSettled()
    stop()
    return seen.size
  })
  // A phone's panel comes a moment later, and the event then out from under it.
  expect(views).toBeLessThanOrEqual(isMobile ? 2 : 1)
  expect(await timeline.positionOf('open-course')).not.toBeNull()
  // Without the wish, and outside of tests, there is motion.
  await page.goto('./')
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'off')
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'on')
})
