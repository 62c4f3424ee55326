import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'

// Hundreds of frames each, and none may be skipped.
test.slow()

/** What a stretch of moving cost. */
interface Cost {
  /** Times that React changed the page. */
  readonly commits: number
  /** Elements of the page, at most. */
  readonly elements: number
  readonly draws: number
}

/** Counts React's commits from outside, by the hook that it offers to its developer tools. */
async function countCommits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(window, 'commits', 0)
    Reflect.set(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
      supportsFiber: true,
      renderers: new Map(),
      inject: () => 1,
      onScheduleFiberRoot: () => {},
      onCommitFiberUnmount: () => {},
      onPostCommitFiberRoot: () => {},
      onCommitFiberRoot: () => {
        Reflect.set(window, 'commits', Number(Reflect.get(window, 'commits')) + 1)
      },
    })
  })
}

/**
 * Adds `pauseTimers(true)` to the page: timers of a tenth of a second and more then wait until
 * `pauseTimers(false)`. A busy machine may draw so seldom that a view in motion would pass for one
 * that has come to rest, and then the page rightly renders.
 */
async function letTimersPause(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = window.setTimeout.bind(window)
    const waiting: (() => void)[] = []
    let isPaused = false
    Reflect.set(window, 'pauseTimers', (wanted: boolean) => {
      isPaused = wanted
      if (!wanted) for (const task of waiting.splice(0)) task()
    })
    const paced = (task: () => void, delay = 0): number =>
      real(() => (isPaused && delay >= 100 ? waiting.push(task) : task()), delay)
    Reflect.set(window, 'setTimeout', paced)
  })
}

const commits = (page: Page): Promise<number> => page.evaluate('commits')

/** Waits until what was still on its way when the page opened has come: none of it is the drag's. */
async function commitsRest(page: Page): Promise<void> {
  let last = -1
  await expect
    .poll(
      async () => {
        const before = last
        last = await commits(page)
        return last === before
      },
      { intervals: [700] },
    )
    .toBe(true)
}
const elements = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('*').length)

/** Most elements that were on the page after any paint from now on, once asked. */
async function watchElements(page: Page): Promise<() => Promise<Omit<Cost, 'commits'>>> {
  await page.evaluate(() => {
    const cost = { elements: 0, draws: 0 }
    Reflect.set(window, 'cost', cost)
    window.__throughline!.onDraw(() => {
      cost.draws += 1
      cost.elements = Math.max(cost.elements, document.querySelectorAll('*').length)
    })
  })
  return () => page.evaluate('cost')
}

test('a drag of 200 steps renders no React component and adds few elements', async ({
  page,
  timeline,
  isMobile,
}) => {
  await countCommits(page)
  await timeline.open('range=2015/2018')
  // The status line speaks half a second late, and is the last to change.
  await expect(timeline.status().first()).toHaveText(/events$/, { timeout: 15_000 })
  expect(await commits(page), 'the hook counts').toBeGreaterThan(0)
  const place = await timeline.placeOf('golden-chain-alliance')
  await page.mouse.move(place.x, place.y)
  await page.mouse.down()
  await timeline.settled()
  await commitsRest(page)
  const before = { commits: await commits(page), elements: await elements(page) }
  const most = await watchElements(page)
  const by = isMobile ? { x: 0, y: 300 } : { x: 500, y: 0 }
  await page.mouse.move(place.x + by.x, place.y + by.y, { steps: 100 })
  await page.mouse.move(place.x, place.y, { steps: 100 })
  const cost = await most()
  expect(await commits(page)).toBe(before.commits)
  await page.mouse.up()
  await timeline.settled()
  expect(cost.draws).toBeGreaterThan(20)
  expect(cost.elements).toBeLessThan(before.elements + 100)
  expect(cost.elements).toBeLessThan(3000)
  expect(await elements(page)).toBeLessThan(before.elements + 100)
})

test('200 turns of the wheel render no React component before the view settles', async ({
  page,
  timeline,
}) => {
  await countCommits(page)
  await letTimersPause(page)
  for (const ctrlKey of [false, true]) {
    await timeline.open('range=2015/2018')
    await expect(timeline.status().first()).toHaveText(/events$/, { timeout: 15_000 })
    const before = await elements(page)
    const most = await watchElements(page)
    const during = await page.evaluate(async (ctrlKey) => {
      const stage = document.querySelector('[data-print-drawing]')
      if (stage === null) throw new Error('there is no drawing')
      const { x, y, width, height } = stage.getBoundingClientRect()
      const place = { clientX: x + width / 2, clientY: y + height / 2 }
      const pauseTimers: (wanted: boolean) => void = Reflect.get(window, 'pauseTimers')
      pauseTimers(true)
      const start = Number(Reflect.get(window, 'commits'))
      for (let turn = 0; turn < 200; turn++) {
        const deltaY = turn < 100 ? 4 : -4
        const options = { deltaY, ctrlKey, bubbles: true, cancelable: true }
        stage.dispatchEvent(new WheelEvent('wheel', { ...place, ...options }))
        if (turn % 5 === 4) await new Promise(requestAnimationFrame)
      }
      const during = Number(Reflect.get(window, 'commits')) - start
      pauseTimers(false)
      return during
    }, ctrlKey)
    const cost = await most()
    expect(during).toBe(0)
    expect(cost.draws).toBeGreaterThan(20)
    // Other stretches of the story come into view here; they leave again without a trace.
    expect(cost.elements).toBeLessThan(before + 300)
    expect(cost.elements).toBeLessThan(3000)
    await timeline.settled()
    expect(await elements(page)).toBeLessThan(before + 100)
  }
})

test('the address is written at most four times a second', async ({ page, timeline }) => {
  await page.addInitScript(() => {
    const writes: number[] = []
    Reflect.set(window, 'writes', writes)
    for (const name of ['pushState', 'replaceState'] as const) {
      const real = history[name].bind(history)
      history[name] = (data, unused, url) => {
        writes.push(performance.now())
        real(data, unused, url)
      }
    }
  })
  await timeline.open()
  await page.keyboard.press('/')
  await page.keyboard.type('the blockchain of a bank that opened its code', { delay: 15 })
  await expect(page).toHaveURL(/q=the%20blockchain.*code/)
  const writes = await page.evaluate<number[]>('writes')
  expect(writes.length).toBeGreaterThan(1)
  const busiest = writes.map((from) => writes.filter((at) => at >= from && at < from + 990).length)
  expect(Math.max(...busiest)).toBeLessThanOrEqual(4)
})
