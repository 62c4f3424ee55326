import type { Page } from '@playwright/test'

import { exploreKeys, type KeyCommand } from '#input/keymap.ts'
import { story } from './support/story.ts'
import { expect, test } from './support/test.ts'
import type { Point, TimelinePage } from './support/timelinePage.ts'

type View = Awaited<ReturnType<TimelinePage['view']>>
const year = 365.25 * 86_400_000
const lengthOf = ({ from, to }: View): number => to - from
const middleOf = ({ from, to }: View): number => (from + to) / 2

/** Two of the six years, so that there is room to both sides. */
const inside = 'range=2016/2017'

/** How far `way` pixels along the axis are on each of the two sizes: across, or down. */
const along = (isMobile: boolean, way: number): Point =>
  isMobile ? { x: 0, y: way } : { x: way, y: 0 }

async function drag(page: Page, from: Point, by: Point, steps = 8): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps })
  await page.mouse.up()
}

/** A place of the drawing without a mark or a label. */
async function emptyPlace(timeline: TimelinePage, page: Page): Promise<Point> {
  const box = await timeline.drawing().boundingBox()
  if (box === null) throw new Error('there is no drawing')
  const found = await page.evaluate(({ x: left, y: top, width, height }) => {
    const around = [-30, -15, 0, 15, 30]
    const isFree = (x: number, y: number): boolean =>
      around.every((dx) =>
        around.every(
          (dy) => !document.elementFromPoint(x + dx, y + dy)?.closest('[data-event-id]'),
        ),
      )
    for (let y = top + 60; y < top + height - 160; y += 13) {
      for (let x = left + width * 0.35; x < left + width * 0.7; x += 17) {
        if (isFree(x, y)) return { x, y }
      }
    }
    return undefined
  }, box)
  if (found === undefined) throw new Error('no place is empty')
  return found
}

test('a drag moves time with the hand, also from an event, and selects nothing', async ({
  page,
  timeline,
  isMobile,
}) => {
  await timeline.open(inside)
  const before = await timeline.placeOf('golden-chain-alliance')
  await drag(page, before, along(isMobile, 120))
  await timeline.settled()
  const after = await timeline.placeOf('golden-chain-alliance')
  expect(Math.abs(after.x - before.x - along(isMobile, 120).x)).toBeLessThan(1.5)
  expect(Math.abs(after.y - before.y - along(isMobile, 120).y)).toBeLessThan(1.5)
  expect((await timeline.state())['event']).toBeUndefined()

  await page.mouse.click(after.x, after.y)
  await timeline.settled()
  expect((await timeline.state())['event']).toBe('golden-chain-alliance')
})

test('the button of an event rides with it and is hit where it then stands', async ({
  timeline,
  page,
  isMobile,
}) => {
  await timeline.open(inside)
  await drag(page, await emptyPlace(timeline, page), along(isMobile, -90))
  await timeline.settled()
  await timeline.event('BCOS, the predecessor, is published').click({ trial: true })
  await timeline.event('BCOS, the predecessor, is published').click()
  expect((await timeline.state())['event']).toBe('bcos-published')
})

test('a throw goes on a little, and comes to rest', async ({ page, timeline, isMobile }) => {
  await timeline.open(`${inside}&motion=on`)
  const place = await timeline.placeOf('bcos-published')
  const before = await timeline.view()
  // In the page, so that the pace of the hand does not depend on how busy this machine is.
  const released = await page.evaluate(
    ({ x, y, by }) => {
      const target = document.elementFromPoint(x, y) ?? document.body
      const say = (type: string, way: number): void => {
        target.dispatchEvent(
          new PointerEvent(type, {
            clientX: x + by.x * way,
            clientY: y + by.y * way,
            bubbles: true,
            cancelable: true,
            pointerId: 1,
            pointerType: 'mouse',
            button: type === 'pointermove' ? -1 : 0,
            buttons: type === 'pointerup' ? 0 : 1,
          }),
        )
      }
      const pause = (until: number): void => {
        while (performance.now() < until) continue
      }
      const begin = performance.now()
      say('pointerdown', 0)
      for (let step = 1; step <= 15; step++) {
        pause(begin + step * 10)
        say('pointermove', step / 15)
      }
      say('pointerup', 1)
      return window.__throughline!.view()
    },
    { ...place, by: along(isMobile, 90) },
  )
  await timeline.settled()
  const rested = await timeline.view()
  expect(released.from).toBeLessThan(before.from)
  // A little: more than the hand's last step, less than the whole view.
  const glided = (released.from - rested.from) / lengthOf(before)
  expect(glided).toBeGreaterThan(0.02)
  expect(glided).toBeLessThan(0.6)
})

test('the wheel travels along time, and with Ctrl it zooms about the pointer', async ({
  page,
  timeline,
  isMobile,
}) => {
  await timeline.open(inside)
  const before = await timeline.view()
  const place = await timeline.placeOf('golden-chain-alliance')
  await page.mouse.move(place.x, place.y)
  await page.mouse.wheel(0, 150)
  await timeline.settled()
  const later = await timeline.view()
  expect(later.from).toBeGreaterThan(before.from)
  expect(Math.abs(lengthOf(later) / lengthOf(before) - 1)).toBeLessThan(1e-9)
  await page.mouse.wheel(0, -150)
  await timeline.settled()
  expect(Math.abs((await timeline.view()).from - before.from)).toBeLessThan(1000)

  await page.keyboard.down('Control')
  for (const turn of [-60, -40, 60, 90]) {
    const view = await timeline.view()
    await page.mouse.wheel(0, turn)
    await timeline.settled()
    expect(lengthOf(await timeline.view()) < lengthOf(view)).toBe(turn < 0)
    const still = await timeline.placeOf('golden-chain-alliance')
    const way = isMobile ? still.y - place.y : still.x - place.x
    expect(Math.abs(way), `after a turn by ${turn}`).toBeLessThan(1.5)
  }
  await page.keyboard.up('Control')
})

test('two fingers zoom about the middle between them', async ({ page, timeline, isMobile }) => {
  test.skip(!isMobile, 'a screen for fingers')
  await timeline.open(inside)
  const { y } = await timeline.placeOf('no-platform-yet')
  const before = await timeline.view()
  const device = await page.context().newCDPSession(page)
  const touch = async (type: 'touchStart' | 'touchMove', apart: number): Promise<void> => {
    const touchPoints = [
      { x: 200, y: y - apart / 2, id: 1 },
      { x: 200, y: y + apart / 2, id: 2 },
    ]
    await device.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await touch('touchStart', 80)
  for (let apart = 90; apart <= 240; apart += 10) await touch('touchMove', apart)
  await device.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await timeline.settled()
  const after = await timeline.view()
  const zoomed = lengthOf(before) / lengthOf(after)
  expect(zoomed).toBeGreaterThan(2)
  expect(zoomed).toBeLessThan(4)
  expect(Math.abs((await timeline.placeOf('no-platform-yet')).y - y)).toBeLessThan(8)
  expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
})

test('one finger drags, and a tap selects', async ({ page, timeline, isMobile }) => {
  test.skip(!isMobile, 'a screen for fingers')
  await timeline.open(inside)
  const before = await timeline.placeOf('golden-chain-alliance')
  const device = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove', y: number) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: before.x, y, id: 1 }] })
  await touch('touchStart', before.y)
  for (let way = 10; way <= 100; way += 10) await touch('touchMove', before.y + way)
  await device.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await timeline.settled()
  const after = await timeline.placeOf('golden-chain-alliance')
  expect(after.y - before.y).toBeGreaterThan(80)
  expect(after.y - before.y).toBeLessThan(110)
  expect((await timeline.state())['event']).toBeUndefined()
  // Within a quarter of a second after a drag, the browser takes a tap for the end of its throw: no click.
  await expect(async () => {
    await page.touchscreen.tap(after.x, after.y)
    await timeline.settled()
    expect((await timeline.state())['event']).toBe('golden-chain-alliance')
  }).toPass()
})

test('a double click comes nearer about the pointer, with Shift it goes away', async ({
  page,
  timeline,
}) => {
  await timeline.open(inside)
  const before = await timeline.view()
  const { x, y } = await emptyPlace(timeline, page)
  await page.mouse.dblclick(x, y)
  await timeline.settled()
  const nearer = await timeline.view()
  expect(lengthOf(before) / lengthOf(nearer)).toBeCloseTo(2, 3)
  expect(nearer.from).toBeGreaterThan(before.from)
  expect(nearer.to).toBeLessThan(before.to)
  await page.keyboard.down('Shift')
  await page.mouse.dblclick(x, y)
  await page.keyboard.up('Shift')
  await timeline.settled()
  expect(Math.abs((await timeline.view()).from - before.from)).toBeLessThan(year / 100)
})

test('every way of moving has a button', async ({ page, timeline }) => {
  const tools = page.getByRole('group', { name: 'Move and zoom' })
  const press = async (name: string): Promise<View> => {
    await tools.getByRole('button', { name, exact: true }).click()
    await timeline.settled()
    return timeline.view()
  }
  await timeline.open(inside)
  const start = await timeline.view()
  const nearer = await press('Zoom in')
  expect(lengthOf(nearer)).toBeLessThan(lengthOf(start))
  expect(Math.abs(middleOf(nearer) - middleOf(start))).toBeLessThan(year / 1000)
  expect(Math.abs(lengthOf(await press('Zoom out')) - lengthOf(start))).toBeLessThan(year / 1000)
  expect((await press('Later')).from).toBeGreaterThan(start.from)
  expect(Math.abs((await press('Earlier')).from - start.from)).toBeLessThan(year / 1000)
  const all = await press('Show everything')
  expect((await timeline.drawn()).outside).toBe(0)
  expect(lengthOf(all)).toBeGreaterThan(lengthOf(start))
  expect((await timeline.state())['range']).toBeUndefined()
})

test('the buttons zoom about the event that is open', async ({ page, timeline }) => {
  await timeline.open('event=golden-chain-alliance&range=2016/2019')
  const along = ({ x, y }: Point): number => (page.viewportSize()!.width < 900 ? y : x)
  const before = along(await timeline.placeOf('golden-chain-alliance'))
  for (let press = 0; press < 3; press += 1) {
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click()
    await timeline.settled()
  }
  const after = along(await timeline.placeOf('golden-chain-alliance'))
  expect(Math.abs(after - before)).toBeLessThan(2)
})

test('buttons and keys jump over empty stretches', async ({ page, timeline }) => {
  const matchingInView = async (): Promise<number> => {
    const { matching, outside } = await timeline.drawn()
    return matching - outside
  }
  await timeline.open('src=/fixtures/silences.json&range=1203/1204')
  expect(await matchingInView()).toBe(2)
  await page.getByRole('button', { name: 'Jump to the event after this view' }).click()
  await timeline.settled()
  await expect(timeline.event('A railway arrives')).toBeInViewport()
  expect(lengthOf(await timeline.view())).toBeLessThan(3 * year)
  await timeline.event('A railway arrives').focus()
  await page.keyboard.press(']')
  await timeline.settled()
  await expect(timeline.event('A bridge is built')).toBeInViewport()
  await page.getByRole('button', { name: 'Jump to the event before this view' }).click()
  await timeline.settled()
  await expect(timeline.event('A railway arrives')).toBeInViewport()
})

test('a flight ends where the next wheel finds it', async ({ page, timeline }) => {
  await timeline.open('range=2015-01-01/2015-01-20&motion=on')
  const { middle, wheeled } = await page.evaluate(async () => {
    const page = window.__throughline!
    const all = document.querySelector('[aria-label="Show everything"]')
    const stage = document.querySelector('[data-print-drawing]')
    if (!(all instanceof HTMLElement) || stage === null) throw new Error('no drawing, or no tool')
    const box = stage.getBoundingClientRect()
    const middle = await new Promise<View>((done) => {
      let frames = 0
      const stop = page.onDraw(() => {
        frames += 1
        if (frames < 3) return
        stop()
        const turn = { deltaY: 1, bubbles: true, cancelable: true }
        const place = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }
        stage.dispatchEvent(new WheelEvent('wheel', { ...turn, ...place }))
        done(page.view())
      })
      all.click()
    })
    await page.whenSettled()
    return { middle, wheeled: page.view() }
  })
  expect(Math.abs(lengthOf(wheeled) / lengthOf(middle) - 1)).toBeLessThan(1e-6)
  expect((await timeline.drawn()).outside).toBeGreaterThan(0)
})

test('going to an event out of sight is a flight, and ends with it in sight', async ({
  page,
  timeline,
}) => {
  await timeline.open('range=2014/2014&motion=on')
  const frames = await page.evaluate(async () => {
    const page = window.__throughline!
    let frames = 0
    const stop = page.onDraw(() => {
      frames += 1
    })
    page.select('open-course')
    await page.whenSettled()
    stop()
    return frames
  })
  // How many frames there are is the machine's business; a jump would be one.
  expect(frames).toBeGreaterThan(1)
  expect(await timeline.positionOf('open-course')).not.toBeNull()
})

test('another size keeps the middle of the view', async ({ page, timeline, isMobile }) => {
  await timeline.open(inside)
  const before = await timeline.view()
  for (const size of isMobile
    ? [
        { width: 390, height: 600 },
        { width: 360, height: 844 },
      ]
    : [
        { width: 1000, height: 700 },
        { width: 1500, height: 900 },
      ]) {
    await page.setViewportSize(size)
    await timeline.settled()
    const after = await timeline.view()
    expect(Math.abs(middleOf(after) - middleOf(before))).toBeLessThan(lengthOf(before) / 1000)
  }
})

test.describe('the overview', () => {
  test.skip(({ isMobile }) => isMobile, 'time runs down, and there is none')

  test('its window moves by dragging, and its edges by dragging and by keys', async ({
    page,
    timeline,
  }) => {
    await timeline.open(inside)
    const start = page.getByRole('slider', { name: 'Start of the view' })
    const end = page.getByRole('slider', { name: 'End of the view' })
    const centre = async (edge: typeof start): Promise<Point> => {
      const box = await edge.boundingBox()
      if (box === null) throw new Error('the edge is not there')
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const before = await timeline.view()
    const [left, right] = [await centre(start), await centre(end)]

    await drag(page, { x: (left.x + right.x) / 2, y: left.y }, { x: 60, y: 0 })
    await timeline.settled()
    const moved = await timeline.view()
    expect(moved.from).toBeGreaterThan(before.from + year / 10)
    expect(Math.abs(lengthOf(moved) / lengthOf(before) - 1)).toBeLessThan(1e-6)

    await drag(page, await centre(end), { x: 70, y: 0 })
    await timeline.settled()
    const wider = await timeline.view()
    expect(wider.to).toBeGreaterThan(moved.to + year / 10)
    expect(Math.abs(wider.from - moved.from)).toBeLessThan(year / 1000)

    await drag(page, await centre(start), { x: 40, y: 0 })
    await timeline.settled()
    expect((await timeline.view()).from).toBeGreaterThan(wider.from)

    await end.focus()
    const value = Number(await end.getAttribute('aria-valuenow'))
    await page.keyboard.press('ArrowLeft')
    await timeline.settled()
    expect(Number(await end.getAttribute('aria-valuenow'))).toBeLessThan(value)
    await expect(end).toBeFocused()
    await expect(end).toHaveAttribute('aria-valuetext', /20\d\d/)
    await start.focus()
    const held = await timeline.view()
    await page.keyboard.press('Shift+ArrowRight')
    await timeline.settled()
    expect((await timeline.view()).from).toBeGreaterThan(held.from)
    expect((await timeline.view()).to).toBe(held.to)
  })

  test('an edge let go near the beginning of a year stands on it', async ({ page, timeline }) => {
    await timeline.open()
    const { from, to } = await timeline.view()
    const strip = await page.locator('[data-overview] > div').boundingBox()
    if (strip === null) throw new Error('there is no overview')
    const pull = async (name: string, date: number, beside: number): Promise<void> => {
      const box = await page.getByRole('slider', { name }).boundingBox()
      if (box === null) throw new Error('the edge is not there')
      // Where the handle is: half of what can be taken hold of stands outside of the window.
      const inner = name.startsWith('End') ? 0.3 : 0.7
      const edge = { x: box.x + box.width * inner, y: box.y + box.height / 2 }
      const x = strip.x + (strip.width * (date - from)) / (to - from) + beside
      await drag(page, edge, { x: x - edge.x, y: 0 })
      await timeline.settled()
    }
    await pull('Start of the view', Date.UTC(2016, 0), 3)
    await pull('End of the view', Date.UTC(2020, 0), -3)
    expect((await timeline.state())['range']).toBe('2016/2019')
    await pull('Start of the view', Date.UTC(2016, 0), 12)
    expect((await timeline.state())['range']).not.toMatch(/^2016\//)
  })

  test('a drag beside the window draws a new one, and a click brings it there', async ({
    page,
    timeline,
  }) => {
    await timeline.open('range=2014/2014')
    const strip = await page.getByRole('group', { name: 'Overview' }).boundingBox()
    if (strip === null) throw new Error('there is no overview')
    const y = strip.y + 30
    await drag(page, { x: strip.x + strip.width * 0.6, y }, { x: 150, y: 0 })
    await timeline.settled()
    const drawn = await timeline.view()
    expect(drawn.from).toBeGreaterThan(Date.UTC(2015, 0))
    expect(lengthOf(drawn)).toBeGreaterThan(year / 2)
    await page.mouse.click(strip.x + strip.width * 0.35, y)
    await timeline.settled()
    const brought = await timeline.view()
    expect(brought.to).toBeLessThan(drawn.to)
    expect(Math.abs(lengthOf(brought) / lengthOf(drawn) - 1)).toBeLessThan(1e-6)
  })
})

const focusedEvent = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-event-id') ?? undefined)

test('every key of the table does what its help says', async ({ page, timeline, isMobile }) => {
  test.skip(isMobile, 'the keys are the same, and each takes a new page')
  test.slow()
  const focused = () => focusedEvent(page)
  const ids = story.events.map(({ id }) => id)
  await timeline.open('view=list')
  const inTime = await timeline.table().getByRole('rowheader').getByRole('button').allTextContents()
  const view = { before: await startAfresh(), after: await timeline.view() }

  /** From an event in the middle of the story, while another one is selected. */
  async function startAfresh(): Promise<View> {
    await timeline.open('range=2015-06/2018-06&event=first-award')
    await timeline.event('BCOS, the predecessor, is published').focus()
    return timeline.view()
  }

  const checks: Record<KeyCommand, () => Promise<void> | void> = {
    previousEvent: async () => expect(ids).toContain(await focused()),
    nextEvent: async () => expect(ids).toContain(await focused()),
    laneUp: async () => expect(await focused()).not.toBe('bcos-published'),
    laneDown: async () => expect(await focused()).not.toBe('bcos-published'),
    firstEvent: async () => {
      await expect(timeline.event(inTime[0] ?? '')).toBeFocused()
      expect(view.after.from).toBeLessThan(view.before.from)
    },
    lastEvent: async () => {
      await expect(timeline.event(inTime.at(-1) ?? '')).toBeFocused()
      expect(view.after.to).toBeGreaterThan(view.before.to)
    },
    jumpEarlier: () => expect(view.after.from).toBeLessThan(view.before.from),
    jumpLater: () => expect(view.after.from).toBeGreaterThan(view.before.from),
    pageEarlier: () => {
      expect(lengthOf(view.after)).toBeCloseTo(lengthOf(view.before), -3)
      expect(view.after.to).toBeLessThan(middleOf(view.before))
    },
    pageLater: () => {
      expect(lengthOf(view.after)).toBeCloseTo(lengthOf(view.before), -3)
      expect(view.after.from).toBeGreaterThan(middleOf(view.before))
    },
    zoomIn: () => expect(lengthOf(view.after)).toBeLessThan(lengthOf(view.before)),
    zoomOut: () => expect(lengthOf(view.after)).toBeGreaterThan(lengthOf(view.before)),
    fit: async () => expect((await timeline.drawn()).outside).toBe(0),
    open: () => expect(page.getByRole('heading', { level: 2 }).first()).toBeFocused(),
    back: async () => expect((await timeline.state())['event']).toBeUndefined(),
    search: () => expect(page.getByRole('searchbox', { name: 'Search events' })).toBeFocused(),
    help: () => expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible(),
  }

  // The others go on from where the one before them has led.
  const afresh = new Set<KeyCommand>([
    'previousEvent',
    'laneUp',
    'laneDown',
    'firstEvent',
    'jumpEarlier',
    'jumpLater',
    'pageEarlier',
    'pageLater',
    'zoomIn',
    'back',
    'help',
  ])
  for (const { command, keys } of exploreKeys) {
    for (const key of keys) {
      await test.step(`${key}: ${command}`, async () => {
        view.before = afresh.has(command) ? await startAfresh() : await timeline.view()
        await page.keyboard.press(key === '−' ? 'Minus' : key)
        await timeline.settled()
        view.after = await timeline.view()
        await checks[command]()
      })
    }
  }
})

test("along time the arrows are each other's way back, whichever way it runs", async ({
  page,
  timeline,
  isMobile,
}) => {
  const ids = story.events.map(({ id }) => id)
  await timeline.open('range=2015-06/2018-06')
  await timeline.event('BCOS, the predecessor, is published').focus()
  for (const [there, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ...(isMobile ? [['ArrowDown', 'ArrowUp'] as const] : []),
  ] as const) {
    const from = await focusedEvent(page)
    await page.keyboard.press(there)
    await timeline.settled()
    const next = await focusedEvent(page)
    expect(ids.indexOf(next ?? '')).not.toBe(ids.indexOf(from ?? ''))
    await page.keyboard.press(back)
    await timeline.settled()
    expect(await focusedEvent(page)).toBe(from)
  }
})
