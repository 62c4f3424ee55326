import type { Page } from '@playwright/test'

import { expect, stepIn, test } from './support/hosts.ts'

/** What a page holds after all is collected that nobody needs. */
async function counter(page: Page) {
  const session = await page.context().newCDPSession(page)
  return async () => {
    await session.send('HeapProfiler.collectGarbage')
    await session.send('HeapProfiler.collectGarbage')
    return session.send('Memory.getDOMCounters')
  }
}

test('D26 D46 a minute of playing posts no string, asks nobody and keeps nothing', async ({
  page,
  context,
  hostUrl,
}) => {
  // A minute by a clock that runs fast.
  await page.clock.install()
  const wish = { query: 'steps=story&play=2&edge=loop&lang=en&motion=off' }
  await page.goto(hostUrl(`any.html?${new URLSearchParams(wish)}`))
  const embed = page.frameLocator('iframe')
  await expect(embed.locator('[role=group][data-steps]')).toBeVisible()
  await page.clock.runFor(1000)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.evaluate(() => {
    const steps: unknown[] = []
    Reflect.set(window, 'steps', steps)
    const connect = Reflect.get(window, 'connect') as (frame: Element | null) => Promise<{
      on(type: string, listener: (step: { index: number }) => void): void
    }>
    void connect(document.querySelector('iframe')).then((timeline) =>
      timeline.on('step', ({ index }) => steps.push(index)),
    )
  })
  // Messages between windows have a time of their own.
  for (let second = 0; second < 60; second += 2) await page.clock.runFor(2000)
  // It did play.
  await expect
    .poll(() => page.evaluate(() => (Reflect.get(window, 'steps') as unknown[]).length))
    .toBeGreaterThan(20)
  const strings = await page.evaluate(() =>
    (Reflect.get(window, 'heard') as unknown[]).filter((said) => typeof said === 'string'),
  )
  expect(strings).toEqual([])
  expect(asked).toEqual([])
  expect(await context.cookies()).toEqual([])
  const stored = await page.frames()[1]?.evaluate(() => localStorage.length + sessionStorage.length)
  expect(stored).toBe(0)
})

test('D52 elements that come, are walked through and go leave no listener, timer or object', async ({
  page,
  hostUrl,
}) => {
  await page.addInitScript(() => {
    /** What still waits, and who asked for it. */
    const running = new Map<unknown, string | undefined>()
    Reflect.set(window, 'running', running)
    const set = window.setTimeout.bind(window)
    const clear = window.clearTimeout.bind(window)
    const ask = window.requestAnimationFrame.bind(window)
    const cancel = window.cancelAnimationFrame.bind(window)
    const timed = (task: () => void, delay?: number): number => {
      const id = set(() => {
        running.delete(id)
        task()
      }, delay)
      running.set(id, new Error(`${delay} ms`).stack)
      return id
    }
    Reflect.set(window, 'setTimeout', timed)
    window.clearTimeout = (id) => {
      running.delete(id)
      clear(id)
    }
    window.setInterval = () => {
      throw new Error('Nothing here ticks for ever.')
    }
    window.requestAnimationFrame = (task) => {
      const id = ask((now) => {
        running.delete(`frame ${id}`)
        task(now)
      })
      running.set(`frame ${id}`, new Error('frame').stack)
      return id
    }
    window.cancelAnimationFrame = (id) => {
      running.delete(`frame ${id}`)
      cancel(id)
    }
  })
  // One that goes while its document is on the way.
  const asked = page.waitForRequest('**/timeline.json')
  await page.route('**/timeline.json', () => undefined)
  await page.goto(hostUrl('gentle.html'))
  await asked
  await page.evaluate(() => document.querySelector('#one')?.remove())
  await page.unroute('**/timeline.json')
  const live = (mode: string) =>
    page.evaluate(async (name) => {
      const element = document.createElement('through-line')
      const params = { src: '/tl/timeline.json', motion: 'off', lang: 'en', steps: 'story' }
      for (const [key, value] of Object.entries({ ...params, mode: name })) {
        element.setAttribute(key, value)
      }
      document.body.append(element)
      const call = (method: string, ...given: unknown[]): Promise<unknown> =>
        Reflect.apply(Reflect.get(element, method) as () => Promise<unknown>, element, given)
      await call('settled')
      for (let step = 0; step < 3; step += 1) await call('next')
      await call('set', { q: 'bank', view: name === 'embed' ? 'list' : 'timeline' })
      await call('settled')
      const svg = element.shadowRoot?.querySelector('svg')
      const refs = (Reflect.get(window, 'refs') as WeakRef<object>[] | undefined) ?? []
      for (const one of [element, element.shadowRoot, svg]) if (one) refs.push(new WeakRef(one))
      Reflect.set(window, 'refs', refs)
      element.remove()
      await new Promise(requestAnimationFrame)
    }, mode)
  const count = await counter(page)
  for (const mode of ['embed', 'present']) await live(mode)
  const before = await count()
  for (let life = 0; life < 9; life += 1) {
    for (const mode of ['embed', 'present']) await live(mode)
  }
  // Half a second is the longest that anything of ours waits.
  const running = () =>
    page.evaluate(() => [...(Reflect.get(window, 'running') as Map<unknown, string>).values()])
  await expect.poll(running).toEqual([])
  // What the browser keeps of styles goes with the colours of the system.
  await page.emulateMedia({ colorScheme: 'dark' })
  const after = await count()
  const left = await page.evaluate(
    () =>
      (Reflect.get(window, 'refs') as WeakRef<object>[]).filter((ref) => ref.deref() !== undefined)
        .length,
  )
  expect(left).toBe(0)
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners)
  expect(after.nodes).toBeLessThan(before.nodes + 20)
})

test('D52 frames that come and go leave no document and no listener in the page', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('any.html?query=lang%3Den%26motion%3Doff%26steps%3Dstory'))
  const live = () =>
    page.evaluate(async () => {
      const first = document.querySelector('iframe')
      if (first === null) throw new Error('There is no frame.')
      const frame = first.cloneNode()
      const connect = Reflect.get(window, 'connect') as (frame: Node) => Promise<{
        goto(place: { step: number }): Promise<unknown>
        settled(): Promise<void>
        disconnect(): void
      }>
      document.body.append(frame)
      const timeline = await connect(frame)
      await timeline.goto({ step: 2 })
      await timeline.settled()
      timeline.disconnect()
      frame.parentNode?.removeChild(frame)
    })
  const count = await counter(page)
  await live()
  const before = await count()
  for (let life = 0; life < 5; life += 1) await live()
  await expect.poll(async () => (await count()).documents).toBeLessThanOrEqual(before.documents)
  const after = await count()
  expect(after.jsEventListeners).toBeLessThanOrEqual(before.jsEventListeners + 2)
  expect(after.nodes).toBeLessThan(before.nodes * 1.1)
})

test('D52 twenty frames on a page all show themselves, and none disturbs another', async ({
  page,
  hostUrl,
}) => {
  test.slow()
  await page.goto(hostUrl('sandboxed.html?count=20'))
  const frame = (at: number) => page.frameLocator('iframe').nth(at)
  for (let at = 0; at < 20; at += 1) {
    await expect(frame(at).getByRole('group', { name: 'Steps' })).toBeVisible({ timeout: 20_000 })
  }
  await frame(7).getByRole('group', { name: 'Steps' }).getByRole('button').last().click()
  await expect.poll(() => stepIn(frame(7))).toMatch(/^1 of/)
  expect(await stepIn(frame(8))).toBe('Overview')
})
