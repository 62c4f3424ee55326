import type { Page } from '@playwright/test'

import { embed, innerFrame, pageWith, settled } from './support/embed.ts'
import { expect, stepIn, test } from './support/hosts.ts'

// D43 of the list of acceptance for embedding. The readers alone are tried by the unit tests
// (src/embed/messages.test.ts, src/state/url/urlState.test.ts); here it is the page that they stand in.

const count = 10_000

/** Random values, the same each time: to be called in a page, where nothing from here is at hand. */
function random(seed: number) {
  let now = seed
  const next = (below: number): number => {
    now = (Math.imul(now, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((now / 2 ** 32) * below)
  }
  const pick = <T>(all: readonly T[]): T => all[next(all.length)] as T
  const words =
    '0 1 -1 12 99999 1e9 NaN null undefined true story events none auto embed explore present list timeline dark light contrast side bottom full min zh-Hans en ar 2014/2019 ../2016 -13800000000/.. 2019-07-26 webank -fisco r3,fisco ten-releases founding 链 😀 <svg/onload=x> %E4%BD %00 javascript:x constructor __proto__ " \' \u202e ,,, '.split(
      ' ',
    )
  const params =
    'v mode range event org match topic person q lanes view steps step panel ui theme lang text wheel keys edge resize motion play hosts'.split(
      ' ',
    )
  const word = (): string =>
    next(4) === 0
      ? Array.from({ length: next(16) }, () => String.fromCodePoint(32 + next(0xd000))).join('')
      : pick(words)
  const query = (): string =>
    Array.from(
      { length: next(8) },
      () => `${next(20) === 0 ? word() : pick(params)}=${encodeURIComponent(word())}`,
    ).join('&')
  const value = (depth: number): unknown => {
    switch (next(depth > 3 ? 6 : 9)) {
      case 0:
        return next(1000) - 500
      case 1:
        return pick([null, undefined, true, false, NaN, Infinity, -0])
      case 2:
        return new Date(next(2 ** 31))
      case 6:
        return Array.from({ length: next(4) }, () => value(depth + 1))
      case 7:
      case 8:
        return Object.fromEntries(Array.from({ length: next(5) }, () => [word(), value(depth + 1)]))
      default:
        return word()
    }
  }
  return { next, pick, query, value, word }
}

/** What stands in the page around the frame, and in the frame around the timeline. */
const surroundings = async (page: Page) => ({
  outside: await page.evaluate(() =>
    [...document.querySelectorAll('*')].map((one) => one.localName),
  ),
  inside: await innerFrame(page).evaluate(() => [
    ...[...document.head.children].map((one) => one.localName),
    ...[...document.body.children].map((one) => `${one.localName}#${one.id}`),
  ]),
})

/** Longest time in which the frame did nothing else, in milliseconds, since `watchTasks`. */
const longestTask = (page: Page) =>
  innerFrame(page).evaluate(() => Reflect.get(window, 'longest') as number)

const watchTasks = (page: Page) =>
  innerFrame(page).evaluate(() => {
    Reflect.set(window, 'longest', 0)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        const longest = Reflect.get(window, 'longest') as number
        Reflect.set(window, 'longest', Math.max(longest, duration))
      }
    }).observe({ type: 'longtask' })
  })

/** The timeline is there, and does what it is asked by hand. */
async function expectAlive(page: Page): Promise<void> {
  await innerFrame(page).evaluate(() => {
    history.replaceState(null, '', '?testing=1&lang=en&steps=story&motion=off')
    window.dispatchEvent(new PopStateEvent('popstate'))
  })
  await settled(page)
  await embed(page).getByRole('button', { name: 'Next step' }).click()
  await expect.poll(() => stepIn(embed(page))).toBe('1 of 12')
}

test('D43 ten thousand messages of all kinds do no harm', async ({ page, hostUrl }) => {
  // Else all but fifty in a second would be dropped unread: here each comes a while after the last.
  await page.addInitScript(() => {
    const now = performance.now.bind(performance)
    let later = 0
    performance.now = () => now() + later
    window.addEventListener('message', () => (later += 25), true)
  })
  await page.goto(hostUrl(pageWith({ query: 'steps=story' })))
  await settled(page)
  await watchTasks(page)
  const before = await surroundings(page)
  await page.evaluate(`window.random = ${random.toString()}`)
  const answered = await page.evaluate(async (total) => {
    const { next, pick, query, value, word } = (Reflect.get(window, 'random') as typeof random)(7)
    const frame = document.querySelector('iframe')?.contentWindow
    const all = Reflect.get(window, 'heard') as { type?: string; ch?: string }[]
    const channel = all.find(({ type }) => type === 'ready')?.ch ?? ''
    const post = (message: unknown): void => {
      try {
        frame?.postMessage(message, '*')
      } catch {
        // Not everything can be posted.
      }
    }
    const types = 'hello goto move set get visible focus export ping'.split(' ')
    const payloads: Record<string, () => unknown> = {
      goto: () => pick([{ step: next(40) - 9 }, { event: word() }, { range: word() }]),
      move: () => ({ by: pick([1, -1]) }),
      set: () => ({
        state: Object.fromEntries(new URLSearchParams(query())),
        animate: pick([true, false]),
      }),
      get: () => ({ what: pick(['state', 'steps', 'size', word()]) }),
      visible: () => ({ on: pick([true, false]) }),
      export: () => ({ format: pick(['svg', 'png', 'svg:99', word()]), size: [next(900), 300] }),
      ping: () => ({}),
    }
    const envelope = (n: number): unknown => {
      const type = pick(types)
      const isSound = next(4) === 0
      return {
        tl: isSound ? 1 : pick([1, 1, 2, '1', null]),
        type: isSound ? type : pick([type, word()]),
        ch: isSound ? channel : pick([channel, '', word()]),
        n,
        p: isSound ? payloads[type]?.() : value(0),
      }
    }
    post({ tl: 1, type: 'hello', ch: '', n: 0, p: { versions: [1] } })
    for (let n = 1; n <= total; n += 1) {
      post(next(4) === 0 ? envelope(n) : value(0))
      // The answer to each hundredth shows that those before have been read.
      if (n % 100 === 0) {
        const before = all.length
        post({ tl: 1, type: 'ping', ch: channel, n, p: {} })
        while (!all.slice(before).some(({ type }) => type === 'pong')) {
          await new Promise((done) => setTimeout(done))
        }
      }
    }
    return all.filter(({ type }) => type === 'result').length
  }, count)
  // Some of them were sound, and were obeyed.
  expect(answered).toBeGreaterThan(200)
  // A stall that somebody would notice; what one message may cost is for the benchmarks.
  expect(await longestTask(page)).toBeLessThan(2_000)
  expect(await surroundings(page)).toEqual(before)
  await expectAlive(page)
})

test('D43 ten thousand addresses of all kinds do no harm', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({})))
  await settled(page)
  const before = await surroundings(page)
  await innerFrame(page).evaluate(`window.random = ${random.toString()}`)
  const found = await innerFrame(page).evaluate(async (total) => {
    const { query } = (Reflect.get(window, 'random') as typeof random)(11)
    const go = (address: string): void => {
      history.replaceState(null, '', `?testing=1&${address}`)
      window.dispatchEvent(new PopStateEvent('popstate'))
    }
    /** Goes through them all, and shows the last of them; in milliseconds. */
    const time = async (addresses: readonly string[]): Promise<number> => {
      const start = performance.now()
      for (const address of addresses) go(address)
      await new Promise((done) => setTimeout(done))
      return performance.now() - start
    }
    const states = new Set<string>()
    let slowest: { readonly addresses: readonly string[]; readonly took: number } | undefined
    for (let n = 0; n < total; n += 200) {
      const addresses = Array.from({ length: 200 }, query)
      const took = await time(addresses)
      if (took > (slowest?.took ?? 0)) slowest = { addresses, took }
      states.add(JSON.stringify(window.__throughline?.state()))
    }
    // A machine that was busy meanwhile is no stall of ours: that would be there each time.
    const again: number[] = []
    for (let times = 0; times < 3; times += 1) again.push(await time(slowest?.addresses ?? []))
    return { states: states.size, slowest: Math.min(...again) }
  }, count)
  expect(found.states).toBeGreaterThan(10)
  expect(found.slowest).toBeLessThan(1_000)
  expect(await surroundings(page)).toEqual(before)
  await expectAlive(page)
})
