import type { Page } from '@playwright/test'

import { embed, heard, innerFrame, inside, pageWith, settled } from './support/embed.ts'
import { expect, focused, stepIn, test } from './support/hosts.ts'

// Numbers are those of the list of acceptance for embedding.

const typesHeard = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await heard(page)).map((message) => (typeof message === 'string' ? 'STRING' : message.type))

test('D42 what siblings, strangers and wrong channels say changes nothing', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story' })))
  await settled(page)
  const before = await inside.state(page)
  await page.evaluate(() => {
    const frame = document.querySelector('iframe')
    const forged = { tl: 1, type: 'goto', ch: 'guess', n: 1, p: { step: 5 } }
    // Right source, no introduction; then introduced, and with a wrong channel.
    frame?.contentWindow?.postMessage(forged, '*')
    frame?.contentWindow?.postMessage(
      { tl: 1, type: 'hello', ch: '', n: 2, p: { versions: [1] } },
      '*',
    )
    frame?.contentWindow?.postMessage({ ...forged, n: 3 }, '*')
    // A sibling: a frame of its own that posts to ours.
    const sibling = document.createElement('iframe')
    document.body.append(sibling)
    const { contentWindow } = sibling
    if (contentWindow === null || frame === null) return
    Reflect.set(contentWindow, 'ours', frame.contentWindow)
    const script = contentWindow.document.createElement('script')
    script.textContent = `ours.postMessage(${JSON.stringify(forged)}, '*')`
    contentWindow.document.body.append(script)
  })
  // From within the frame's own window, as an extension would.
  await innerFrame(page).evaluate(() =>
    window.postMessage({ tl: 1, type: 'goto', ch: 'guess', n: 1, p: { step: 5 } }, '*'),
  )
  await settled(page)
  expect(await inside.state(page)).toEqual(before)
})

test('D44 a hello of another version is told so, and the timeline goes on by hand', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story' })))
  await settled(page)
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      ?.contentWindow?.postMessage(
        { tl: 2, type: 'hello', ch: '', n: 1, p: { versions: [2] } },
        '*',
      ),
  )
  await expect
    .poll(async () =>
      (await heard(page)).find((one) => typeof one !== 'string' && one.type === 'error'),
    )
    .toMatchObject({ p: { code: 'version' } })
  await embed(page).getByRole('button', { name: 'Next step' }).click()
  await expect.poll(() => stepIn(embed(page))).toBe('1 of 12')
})

for (const sandbox of [undefined, 'allow-scripts']) {
  test(`the client of dist/host.js drives it${sandbox ? ` in sandbox="${sandbox}"` : ''}`, async ({
    page,
    hostUrl,
  }) => {
    await page.goto(
      hostUrl(pageWith({ query: 'steps=story', ...(sandbox === undefined ? {} : { sandbox }) })),
    )
    const told = await page.evaluate(async () => {
      const connect: unknown = Reflect.get(window, 'connect')
      if (typeof connect !== 'function') throw new Error('No client')
      const timeline = await connect(document.querySelector('iframe'))
      const steps: number[] = []
      const edges: unknown[] = []
      const selected: unknown[] = []
      timeline.on('step', ({ index }: { index: number }) => steps.push(index))
      timeline.on('edge', (edge: unknown) => edges.push(edge))
      timeline.on('select', ({ event }: { event: unknown }) => selected.push(event))
      const third = await timeline.goto({ step: 3 })
      await timeline.settled()
      const next = await timeline.next()
      await timeline.set({ theme: 'dark', q: 'chain' })
      const picture = await timeline.export('svg', [800, 450])
      const refused = await timeline.export('pdf').catch((error: { code: string }) => error.code)
      await timeline.goto({ event: 'ten-releases' })
      await timeline.goto({ step: 12 })
      await timeline.next()
      await timeline.settled()
      await new Promise((done) => setTimeout(done, 200))
      return {
        count: timeline.steps,
        third: third.title,
        next: next.index,
        state: timeline.state,
        svg: (await picture.text()).slice(0, 4),
        refused,
        steps,
        edges,
        selected,
      }
    })
    expect(told).toMatchObject({
      count: 12,
      third: 'A team of its own',
      next: 4,
      svg: '<svg',
      refused: 'unsupported',
      steps: [3, 4, 10, 12],
      edges: [{ dir: 1, key: null }],
      state: { step: '12', theme: 'dark', q: 'chain', steps: 'story' },
    })
    expect(told.selected).toContain('ten-releases')
    expect(await focused(page)).toBe('body')
  })
}

test('ready tells what the address says wrongly, ids that the timeline does not have too', async ({
  page,
  hostUrl,
}) => {
  const query = 'range=yesterday&org=nobody&event=no-event'
  await page.goto(hostUrl(pageWith({ query })))
  await settled(page)
  const messages = await heard(page)
  const ready = messages.find((message) => typeof message !== 'string' && message.type === 'ready')
  expect(ready).toMatchObject({
    p: { warnings: ['range=yesterday', 'event=no-event', 'org=nobody'] },
  })
})

test('the whole page in a frame speaks the same messages', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ page: 'index.html', query: 'steps=story' })))
  await expect.poll(() => typesHeard(page)).toContain('ready')
  const title = await page.evaluate(async () => {
    const connect: unknown = Reflect.get(window, 'connect')
    if (typeof connect !== 'function') throw new Error('No client')
    const timeline = await connect(document.querySelector('iframe'))
    return (await timeline.goto({ step: 3 })).title
  })
  expect(title).toBe('A team of its own')
})

test('D26 it posts no string to anybody', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story&resize=auto&motion=off' })))
  await settled(page)
  await embed(page).locator('[data-steps] span').first().click()
  for (const key of [
    'PageDown',
    'ArrowRight',
    'b',
    '.',
    'Home',
    'PageUp',
    'f',
    'End',
    'PageDown',
  ]) {
    await page.keyboard.press(key)
  }
  await settled(page)
  expect(await typesHeard(page)).not.toContain('STRING')
})

test('D5 loading, a hello and a goto take no focus from who is typing', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story' })))
  await page.getByRole('textbox').focus()
  await settled(page)
  await page.evaluate(async () => {
    const connect: unknown = Reflect.get(window, 'connect')
    if (typeof connect !== 'function') throw new Error('No client')
    const timeline = await connect(document.querySelector('iframe'))
    await timeline.goto({ step: 3 })
    await timeline.goto({ event: 'macao-agreement' })
    await timeline.settled()
  })
  await page.waitForTimeout(3000)
  expect(await focused(page)).toBe('input')
})

test('D10 without steps Page Down is left to the page', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ tall: '1' })))
  await settled(page)
  await innerFrame(page).evaluate(() => {
    Reflect.set(window, 'pressed', [])
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      ;(Reflect.get(window, 'pressed') as unknown[]).push([key, defaultPrevented])
    })
  })
  await embed(page).getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('PageDown')
  const pressed = await innerFrame(page).evaluate(() => Reflect.get(window, 'pressed') as unknown)
  expect(pressed).toEqual([['PageDown', false]])
  expect(await inside.state(page)).not.toHaveProperty('range')
})

test('D12 the plain wheel scrolls the page and is explained; with Ctrl it zooms', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ tall: '1' })))
  await settled(page)
  const whole = await inside.view(page)
  await page.mouse.move(400, 300)
  await page.mouse.wheel(0, 120)
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0)
  await expect(embed(page).getByText('Hold Ctrl or ⌘ and scroll to zoom')).toBeVisible()
  expect(await inside.view(page)).toEqual(whole)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect
    .poll(async () => {
      const view = await inside.view(page)
      return (view?.to ?? 0) - (view?.from ?? 0)
    })
    .toBeLessThan((whole?.to ?? 0) - (whole?.from ?? 0))
})

test('D90 settled is posted once for each step, and after it nothing moves', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story&motion=on' })))
  await settled(page)
  const rests = async () =>
    (await heard(page)).flatMap((one) =>
      typeof one !== 'string' && one.type === 'settled' ? [one.p?.step] : [],
    )
  // Nobody is told before he has introduced himself; without a port all of it comes to the window.
  await page.evaluate(() => {
    const { contentWindow } = document.querySelector('iframe') ?? {}
    contentWindow?.postMessage({ tl: 1, type: 'hello', ch: '', n: 1, p: { versions: [1] } }, '*')
  })
  for (const step of [1, 2, 3]) {
    await embed(page).getByRole('button', { name: 'Next step' }).click()
    await expect.poll(rests).toContain(step)
    const one = await page.locator('iframe').screenshot()
    await page.waitForTimeout(500)
    expect((await page.locator('iframe').screenshot()).equals(one)).toBe(true)
  }
  expect(await rests()).toEqual([1, 2, 3])
})
