import { pathToFileURL } from 'node:url'
import type { FrameLocator, Page } from '@playwright/test'

import { expect, focused, stepIn, test } from './support/hosts.ts'

// Numbers are those of the list of acceptance for embedding.

interface Wish {
  readonly query?: string
  readonly hash?: string
  readonly sandbox?: string
  readonly width?: number
  readonly height?: number
  readonly scale?: number
  readonly hidden?: string
  readonly tall?: string
  readonly page?: string
}

/** What a page heard from its frame. */
interface Heard {
  readonly type?: string
  readonly p?: Readonly<Record<string, unknown>>
}

/** The address of a page of somebody else's with one frame in it. */
function pageWith(wish: Wish): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...wish, query: queryOf(wish) })) {
    params.set(name, String(value))
  }
  return `any.html?${params}`
}

function queryOf({ query = '' }: Wish): string {
  const language = query.includes('lang=') ? '' : 'lang=en'
  return ['testing=1', language, query].filter((part) => part !== '').join('&')
}

const embed = (page: Page): FrameLocator => page.frameLocator('iframe[title=Timeline]')

const innerFrame = (page: Page) => {
  const found = page.frames().find((frame) => frame.parentFrame() !== null)
  if (found === undefined) throw new Error('The page has no frame.')
  return found
}

/** Waits until the timeline in the frame has come to rest. */
async function settled(page: Page): Promise<void> {
  await expect(embed(page).locator('[data-print-drawing] svg, [data-still] svg')).toBeAttached()
  await innerFrame(page).waitForFunction(() => window.__throughline !== undefined)
  await innerFrame(page).evaluate(() => window.__throughline?.whenSettled())
}

const inside = {
  drawn: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.drawn()),
  state: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.state()),
  view: (page: Page) => innerFrame(page).evaluate(() => window.__throughline?.view()),
}

const heard = (page: Page): Promise<readonly (Heard | string)[]> =>
  page.evaluate(() => {
    const all: unknown = Reflect.get(window, 'heard')
    return Array.isArray(all) ? all : []
  })

const typesHeard = async (page: Page): Promise<readonly (string | undefined)[]> =>
  (await heard(page)).map((message) => (typeof message === 'string' ? 'STRING' : message.type))

test('D33 D34 D46 in a sandbox without CORS, with storage blocked, all of it works and asks for nothing', async ({
  page,
  hostUrl,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(hostUrl(pageWith({ sandbox: 'allow-scripts' })))
  await settled(page)
  await embed(page)
    .getByRole('button', { name: /^WeBank starts a blockchain team, / })
    .click({ force: true })
  await expect(embed(page).getByRole('complementary')).toContainText(
    'WeBank starts a blockchain team',
  )
  await embed(page).getByRole('button', { name: 'Close' }).first().click()
  await embed(page).getByRole('button', { name: 'List' }).click()
  await expect(embed(page).getByRole('table')).toBeVisible()
  await embed(page).getByRole('button', { name: 'Search events' }).click()
  await embed(page).getByRole('searchbox').fill('macao')
  await expect.poll(async () => (await inside.state(page))?.q).toBe('macao')
  // A sandboxed frame cannot touch storage at all: that nothing was complained of is the proof.
  expect(asked.filter((path) => !path.startsWith('/hosts/'))).toEqual([
    '/tl/host.js',
    '/embed.html',
  ])
})

test('D46 in a plain frame it writes no storage and no cookie', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ query: 'steps=story' })))
  await settled(page)
  await embed(page).getByRole('button', { name: 'Next step' }).click()
  await settled(page)
  const kept = await innerFrame(page).evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
  ])
  expect(kept).toEqual([0, 0, '', 0])
  expect(await page.context().cookies()).toEqual([])
})

test('from a file it shows everything, and asks for nothing', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const file = pathToFileURL(`${process.env.E2E_DIST ?? 'dist'}/embed.html`).href
  await page.goto(`${file}?testing=1&lang=en&mode=explore`)
  await page.waitForFunction(() => window.__throughline !== undefined)
  await page.evaluate(() => window.__throughline?.whenSettled())
  expect((await page.evaluate(() => window.__throughline?.drawn()))?.matching).toBeGreaterThan(60)
  await page.getByRole('button', { name: 'List' }).click()
  await expect(page.getByRole('table')).toBeVisible()
  expect(page.url()).toContain('view=list')
  expect(asked).toHaveLength(1)
})

test('D24 a frame that starts without a size draws when it is shown, and waits without frames or timers', async ({
  page,
  hostUrl,
}) => {
  await page.addInitScript(() => {
    const counts = { frames: 0 }
    Reflect.set(window, 'counts', counts)
    const request = window.requestAnimationFrame.bind(window)
    window.requestAnimationFrame = (callback) => {
      counts.frames += 1
      return request(callback)
    }
  })
  await page.goto(hostUrl(pageWith({ width: 0, height: 0 })))
  await innerFrame(page).waitForFunction(() => window.__throughline !== undefined)
  const frames = () =>
    innerFrame(page).evaluate(() => (Reflect.get(window, 'counts') as { frames: number }).frames)
  await expect
    .poll(async () => {
      const before = await frames()
      await page.waitForTimeout(400)
      return (await frames()) - before
    })
    .toBe(0)
  await page.locator('iframe').evaluate((frame) => {
    if (frame instanceof HTMLElement)
      Object.assign(frame.style, { width: '960px', height: '540px' })
  })
  await settled(page)
  expect((await inside.drawn(page))?.labels).toBeGreaterThan(3)
})

test('D24 so does one that starts hidden', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ hidden: '1' })))
  await innerFrame(page).waitForFunction(() => window.__throughline !== undefined)
  await page.locator('iframe').evaluate((frame) => {
    if (frame instanceof HTMLElement) frame.style.display = 'block'
  })
  await settled(page)
  expect((await inside.drawn(page))?.labels).toBeGreaterThan(3)
})

for (const [width, height] of [
  [320, 180],
  [640, 360],
  [960, 540],
  [1920, 1080],
  [3840, 2160],
  [800, 600],
  [405, 720],
] as const) {
  test(`D38 at ${width}×${height} nothing scrolls and no label is cut`, async ({
    page,
    hostUrl,
  }) => {
    await page.goto(hostUrl(pageWith({ width, height })))
    await settled(page)
    const found = await innerFrame(page).evaluate(() => {
      const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement
      const drawing = document.querySelector('[data-print-drawing]')?.getBoundingClientRect()
      const cut = [...document.querySelectorAll('[data-print-drawing] svg text')].filter(
        (label) => {
          const box = label.getBoundingClientRect()
          return (
            drawing === undefined || box.left < drawing.left - 1 || box.right > drawing.right + 1
          )
        },
      )
      return {
        scrolls: scrollWidth > clientWidth || scrollHeight > clientHeight,
        cut: cut.map((label) => label.textContent),
      }
    })
    expect(found).toEqual({ scrolls: false, cut: [] })
    expect((await inside.drawn(page))?.labels).toBeGreaterThan(0)
  })
}

test('D39 where there is no room a poster leads to the whole', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ width: 240, height: 140, query: 'org=webank' })))
  const poster = embed(page).locator('[data-poster]')
  await expect(poster).toContainText('The bank that opened its code')
  await expect(poster.locator('svg')).toBeVisible()
  await expect(poster).toHaveAttribute('target', '_blank')
  await expect(poster).toHaveAttribute('href', /embed\.html\?.*org=webank/)
  await page.locator('iframe').evaluate((frame) => {
    if (frame instanceof HTMLElement)
      Object.assign(frame.style, { width: '960px', height: '540px' })
  })
  await settled(page)
})

for (const scale of [0.5, 2]) {
  test(`D23 scaled by ${scale}, a click on a mark selects it`, async ({ page, hostUrl }) => {
    await page.goto(hostUrl(pageWith({ width: 640, height: 360, scale, query: 'panel=none' })))
    await settled(page)
    const place = await innerFrame(page).evaluate(() =>
      window.__throughline?.positionOf('founding'),
    )
    const frame = await page.locator('iframe').boundingBox()
    expect(place).toBeTruthy()
    await page.mouse.click(
      (frame?.x ?? 0) + (place?.x ?? 0) * scale,
      (frame?.y ?? 0) + (place?.y ?? 0) * scale,
    )
    await expect.poll(async () => (await inside.state(page))?.event).toBe('founding')
  })
}

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

test('static=1 is a picture: no key, wheel or click moves it, and no timer runs', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'static=1&steps=story&step=3&play=1' })))
  await settled(page)
  const before = await inside.state(page)
  await expect(embed(page).getByRole('img')).toBeVisible()
  await expect(embed(page).getByRole('button')).toHaveCount(0)
  await expect(embed(page).getByRole('status')).toHaveCount(0)
  await innerFrame(page).evaluate(() => {
    const counts = { timers: 0 }
    Reflect.set(window, 'counts', counts)
    const set = window.setTimeout.bind(window)
    Reflect.set(window, 'setTimeout', (...args: Parameters<typeof set>) => {
      counts.timers += 1
      return set(...args)
    })
  })
  await embed(page).getByRole('img').click()
  await page.keyboard.press('PageDown')
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await page.waitForTimeout(1500)
  expect(await innerFrame(page).evaluate(() => Reflect.get(window, 'counts') as unknown)).toEqual({
    timers: 0,
  })
  expect(await inside.state(page)).toEqual(before)
})

test('D35 D36 WordPress, pym and our own hear a height, again when it changes, and no more', async ({
  page,
  hostUrl,
}) => {
  const hash = '#?secret=abc123XYZ9'
  await page.goto(
    hostUrl(pageWith({ query: 'resize=auto&childId=chart&view=list', hash, height: 300 })),
  )
  await expect(embed(page).getByRole('table')).toBeVisible()
  const wordPress = async () =>
    (await heard(page)).filter((one) => typeof one !== 'string' && 'secret' in one)
  await expect
    .poll(async () => (await wordPress()).at(-1))
    .toMatchObject({
      secret: 'abc123XYZ9',
      message: 'height',
      value: 900,
    })
  expect(await heard(page)).toContain('pymxPYMxchartxPYMxheightxPYMx900')
  await innerFrame(page).evaluate(() => window.__throughline?.filter({ q: 'macao' }))
  await expect
    .poll(async () => Number(Reflect.get((await wordPress()).at(-1) ?? {}, 'value')))
    .toBeLessThan(900)
  const told = (await wordPress()).length
  await page.waitForTimeout(1500)
  expect((await wordPress()).length).toBe(told)
})

test('D47 the colours follow the system inside the frame, and a wish goes before', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({})))
  await settled(page)
  const root = embed(page).locator('html')
  await expect(root).toHaveAttribute('data-theme', 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.emulateMedia({ contrast: 'more' })
  await expect(root).toHaveAttribute('data-theme', 'contrast')
  await page.goto(hostUrl(pageWith({ query: 'theme=light' })))
  await settled(page)
  await expect(root).toHaveAttribute('data-theme', 'light')
})

test('a link shared from a frame shows the same outside of it', async ({
  page,
  hostUrl,
  baseURL,
}) => {
  await page.goto(
    hostUrl(pageWith({ query: 'range=2016/2018&event=first-award&org=-r3&q=a&theme=dark' })),
  )
  await settled(page)
  const state = await inside.state(page)
  const view = await inside.view(page)
  const address = new URL('embed.html', baseURL)
  address.search = new URLSearchParams({ ...state, testing: '1' }).toString()
  await page.goto(address.href)
  await page.waitForFunction(() => window.__throughline !== undefined)
  await page.evaluate(() => window.__throughline?.whenSettled())
  expect(await page.evaluate(() => window.__throughline?.state())).toEqual(state)
  expect(await page.evaluate(() => window.__throughline?.view())).toEqual(view)
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

test('a stage, a list, another language and no controls at all work in a frame', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'mode=present&step=10' })))
  await expect(embed(page).getByRole('heading', { level: 1 })).toHaveText('Ten in one day')
  await page.goto(hostUrl(pageWith({ query: 'view=list&lang=zh-Hans' })))
  await expect(embed(page).getByRole('table')).toBeVisible()
  await expect(embed(page).locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await page.goto(hostUrl(pageWith({ query: 'ui=none&panel=none&steps=story' })))
  await settled(page)
  await expect(embed(page).locator('[data-steps], header, aside')).toHaveCount(0)
  await page.goto(hostUrl(pageWith({ query: 'src=nowhere.json' })))
  await expect(embed(page).getByRole('alert').or(embed(page).getByRole('heading'))).not.toHaveCount(
    0,
  )
})
