import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'

/** What has the focus, as a reader would name it. */
interface Focus {
  readonly name: string
  readonly role: string
  readonly event: string | undefined
  /** Something of it, or close around it, shows that it has the focus. */
  readonly isShown: boolean
  readonly isBody: boolean
  readonly isInPanel: boolean
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const held = document.activeElement ?? document.body
    const around = [held, held.parentElement, held.parentElement?.parentElement]
    const isOutlined = around.some((one) => {
      if (!one || one === document.body) return false
      return ['', '::after'].some((part) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(one, part)
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
      })
    })
    const box = held.getBoundingClientRect()
    const isInWindow =
      box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight
    return {
      name: held.getAttribute('aria-label') ?? held.textContent.trim().slice(0, 80),
      role: held.getAttribute('role') ?? held.tagName.toLowerCase(),
      event: held.getAttribute('data-event-id') ?? undefined,
      isShown: isOutlined && isInWindow && box.width > 0 && box.height > 0,
      isBody: held === document.body || held === document.documentElement,
      isInPanel: held.closest('aside') !== null,
    }
  })

/** Presses Tab until what has the focus is so, and fails when it never is. */
async function tabTo(page: Page, wanted: (now: Focus) => boolean, key = 'Tab'): Promise<Focus> {
  for (let tabs = 0; tabs < 300; tabs++) {
    await page.keyboard.press(key)
    const now = await focus(page)
    if (wanted(now)) return now
  }
  throw new Error('Tab never came to what was looked for')
}

const isEvent = ({ event }: Focus): boolean => event !== undefined
const named = (name: RegExp) => (now: Focus) => name.test(now.name)

test('this file uses no pointer and no shortcut past the keyboard', () => {
  const source = readFileSync(new URL(import.meta.url), 'utf8')
  const words = ['click', 'dblclick', 'tap', 'hover', 'dragTo', 'check', 'focus', 'fill', 'select']
  expect(source).not.toMatch(new RegExp(`\\.(${words.join('|')})\\(`))
  expect(source).not.toMatch(new RegExp(['page', '(mouse|touchscreen)'].join('\\.')))
})

test('Tab goes once through the page, in its order, and always shows where it is', async ({
  page,
  timeline,
}) => {
  await timeline.open('event=founding')
  const stops: Focus[] = []
  for (let tabs = 0; tabs < 300; tabs++) {
    await page.keyboard.press('Tab')
    const now = await focus(page)
    if (now.isBody) break
    stops.push(now)
  }
  expect(stops.filter(({ isShown }) => !isShown).map(({ name }) => name)).toEqual([])
  expect(stops.filter(isEvent)).toHaveLength(1)
  const place = (wanted: (now: Focus) => boolean): number => stops.findIndex(wanted)
  const order = [
    place(named(/^Skip the drawing$/)),
    place(named(/^Search events$/)),
    place(named(/^All, \d+ events$/)),
    place(named(/^WeBank, \d+ events$/)),
    place(named(/more organisations|^Filters$/)),
    place(isEvent),
    place(named(/^Start of the view$/)),
    place(named(/^Zoom in$/)),
    place(({ isInPanel }) => isInPanel),
  ]
  expect(order).not.toContain(-1)
  expect(order).toEqual([...order].sort((a, b) => a - b))
})

test('Esc leaves the search for what it found, closes that, and Tab goes on from there', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  await page.keyboard.press('/')
  await page.keyboard.type('Macao')
  await page.keyboard.press('Enter')
  await timeline.settled()
  const found = (await timeline.state())['event']
  expect(found).toBeDefined()
  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await timeline.state())['q']).toBeUndefined()
  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await focus(page)).event).toBe(found)
  expect((await timeline.state())['event'], 'what was found is still open').toBe(found)
  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await timeline.state())['event']).toBeUndefined()
  expect((await focus(page)).event).toBe(found)
})

for (const view of ['timeline', 'list']) {
  test(`Esc closes an event that a link opened in the ${view}, wherever the focus is`, async ({
    page,
    timeline,
  }) => {
    await timeline.open(`event=founding&view=${view}`)
    expect((await focus(page)).isBody).toBe(true)
    await page.keyboard.press('Escape')
    await timeline.settled()
    expect((await timeline.state())['event']).toBeUndefined()
    const now = await focus(page)
    expect(now.isBody).toBe(false)
    if (view === 'timeline') expect(now.event).toBe('founding')
  })
}

for (const { where, next } of [
  { where: 'in them', next: named(/^Find in the lists/) },
  { where: 'in the drawing', next: isEvent },
]) {
  test(`Esc closes the filters before the event behind them, with the focus ${where}`, async ({
    page,
    timeline,
  }) => {
    await timeline.open('event=founding')
    await tabTo(page, named(/more organisations|^Filters$/))
    await page.keyboard.press('Enter')
    const filters = page.getByRole('dialog', { name: 'Filters' })
    await expect(filters.getByRole('textbox')).toBeVisible()
    await tabTo(page, next)
    await page.keyboard.press('Escape')
    await expect(filters).toBeHidden()
    expect((await timeline.state())['event']).toBe('founding')
    await page.keyboard.press('Escape')
    await timeline.settled()
    expect((await timeline.state())['event']).toBeUndefined()
  })
}

test('arrows step, Enter opens with the focus on the heading, Esc goes back to the event', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  const first = await tabTo(page, isEvent)
  await page.keyboard.press('Home')
  await timeline.settled()
  const home = await focus(page)
  await page.keyboard.press('ArrowRight')
  await timeline.settled()
  await page.keyboard.press('ArrowRight')
  await timeline.settled()
  const third = await focus(page)
  expect(new Set([home.event, third.event]).size).toBe(2)
  expect(first.event).toBeDefined()
  expect(third.isShown).toBe(true)
  expect((await timeline.state())['event'], 'stepping does not open').toBeUndefined()

  await page.keyboard.press('Enter')
  await timeline.settled()
  expect((await timeline.state())['event']).toBe(third.event)
  await expect(timeline.detail().getByRole('heading', { level: 2 })).toBeFocused()
  await expect(timeline.detail()).toHaveAccessibleName(third.name.split(', ')[0] ?? '')

  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await timeline.state())['event']).toBeUndefined()
  expect((await focus(page)).event).toBe(third.event)

  // The same once more without going into the panel: Esc in the drawing clears the selection.
  await page.keyboard.press('Space')
  await timeline.settled()
  expect((await timeline.state())['event']).toBe(third.event)
  await tabTo(page, isEvent, 'Shift+Tab')
  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await timeline.state())['event']).toBeUndefined()
  expect((await focus(page)).event).toBe(third.event)
})

test('zooming and panning never lose the focus', async ({ page, timeline }) => {
  await timeline.open('range=2016/2018')
  await tabTo(page, isEvent)
  for (const key of [
    '+',
    '+',
    '-',
    '-',
    '-',
    '0',
    '+',
    '+',
    '+',
    'PageDown',
    'PageDown',
    '[',
    ']',
    'PageUp',
    '0',
  ]) {
    await page.keyboard.press(key)
    await timeline.settled()
    const now = await focus(page)
    expect(now.isBody, `after ${key} the focus is on ${now.role} “${now.name}”`).toBe(false)
    expect(now.isShown, `after ${key}, ${now.name}`).toBe(true)
  }
})

test('filtering and searching never lose the focus', async ({ page, timeline }) => {
  await timeline.open()
  const chip = await tabTo(page, named(/^WeBank, \d+ events$/))
  await page.keyboard.press('Space')
  await timeline.settled()
  expect((await timeline.state())['org']).toBe('webank')
  expect((await focus(page)).name).toBe(chip.name)
  await page.keyboard.press('Space')
  await timeline.settled()
  expect((await timeline.state())['org']).toBeUndefined()
  expect((await focus(page)).name).toBe(chip.name)

  await tabTo(page, named(/more organisations|^Filters$/))
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filters' })
  await expect(panel).toBeVisible()
  await timeline.settled()
  const hide = await tabTo(page, named(/^Hide R3$/))
  expect(hide.isShown).toBe(true)
  await page.keyboard.press('Enter')
  await timeline.settled()
  expect((await timeline.state())['org']).toBe('-r3')
  expect((await focus(page)).isBody).toBe(false)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  expect((await focus(page)).name).toMatch(/more organisations|^Filters$/)

  await tabTo(page, named(/^Clear all filters$/), isReached(page) ? 'Shift+Tab' : 'Tab')
  await page.keyboard.press('Enter')
  await timeline.settled()
  expect((await timeline.state())['org']).toBeUndefined()
  expect((await focus(page)).isBody, 'after “Clear all filters”').toBe(false)
})

/** On a phone the button to clear stands first in the row, on a desktop last. */
function isReached(page: Page): boolean {
  return (page.viewportSize()?.width ?? 0) < 900
}

test('/ searches and ? explains, from the drawing as from anywhere', async ({ page, timeline }) => {
  await timeline.open()
  const event = await tabTo(page, isEvent)
  await page.keyboard.press('?')
  const help = page.getByRole('dialog', { name: 'Keys' })
  await expect(help).toBeVisible()
  await timeline.settled()
  expect(await help.getByRole('row').count()).toBeGreaterThan(15)
  await page.keyboard.press('Tab')
  expect((await focus(page)).isBody).toBe(false)
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  expect((await focus(page)).event).toBe(event.event)

  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search events' })).toBeFocused()
  expect((await focus(page)).isShown).toBe(true)
  await page.keyboard.type('arbitration')
  await timeline.settled()
  const { matching } = await timeline.drawn()
  expect(matching).toBeGreaterThan(0)
  expect(matching).toBeLessThan(20)
  await page.keyboard.press('Enter')
  await timeline.settled()
  expect((await timeline.state())['event']).toBeTruthy()
  await page.keyboard.press('Escape')
  await timeline.settled()
  expect((await timeline.drawn()).matching).toBeGreaterThan(matching)
})

test('the list is one key away, and the focus stays on it', async ({ page, timeline }) => {
  await timeline.open()
  await tabTo(page, named(/^List$/))
  await page.keyboard.press('Enter')
  await timeline.settled()
  await expect(timeline.table()).toBeVisible()
  expect((await focus(page)).name).toBe('List')
  await tabTo(page, named(/^Timeline$/), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await timeline.settled()
  await expect(timeline.table()).toHaveCount(0)
  expect((await focus(page)).name).toBe('Timeline')
})

test('the first stop skips the drawing', async ({ page, timeline }) => {
  await timeline.open()
  await page.keyboard.press('Tab')
  expect((await focus(page)).name).toBe('Skip the drawing')
  await page.keyboard.press('Enter')
  const next = await tabTo(page, () => true)
  expect(next.event).toBeUndefined()
  expect(next.name).toMatch(/^Jump to the event before|Earlier|problems?/)
})
