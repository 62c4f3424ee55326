import { pathToFileURL } from 'node:url'

import { embed, innerFrame, inside, pageWith, resize, settled, settledIn } from './support/embed.ts'
import { expect, test } from './support/hosts.ts'

// Numbers are those of the list of acceptance for embedding.

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

test('from a file it shows everything, and asks for nothing', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const file = pathToFileURL(`${process.env.E2E_DIST ?? 'dist'}/embed.html`).href
  await page.goto(`${file}?testing=1&lang=en&mode=explore`)
  await settledIn(page.mainFrame())
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
  await resize(page, 960, 540)
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

test('D23 scaled by a half and by two, a click on a mark selects it', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ width: 640, height: 360, query: 'panel=none' })))
  await settled(page)
  for (const [scale, event] of [
    [0.5, 'founding'],
    [2, 'ten-releases'],
  ] as const) {
    await page.locator('iframe').evaluate((frame, times) => {
      if (frame instanceof HTMLElement) frame.style.transform = `scale(${times})`
    }, scale)
    const place = await innerFrame(page).evaluate(
      (id) => window.__throughline?.positionOf(id),
      event,
    )
    const frame = await page.locator('iframe').boundingBox()
    if (!place || frame === null) throw new Error(`${event} has no place.`)
    await page.mouse.click(frame.x + place.x * scale, frame.y + place.y * scale)
    await expect.poll(async () => (await inside.state(page))?.['event']).toBe(event)
  }
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
  await settledIn(page.mainFrame())
  expect(await page.evaluate(() => window.__throughline?.state())).toEqual(state)
  expect(await page.evaluate(() => window.__throughline?.view())).toEqual(view)
})

test('a frame says what it is filtered by, as long as no chips do', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({ query: 'lang=en&org=fisco&topic=open-source' })))
  await settled(page)
  const told = embed(page).getByText('Organisation: Golden Chain Alliance · Topic: Open source')
  await expect(told).toBeVisible()
  await embed(page).getByRole('button', { name: 'More controls' }).click()
  await expect(told).toBeHidden()
  await expect(embed(page).getByRole('button', { name: /^Golden Chain Alliance, / })).toBeVisible()
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
})

test.describe('a document that is not there', () => {
  test.use({ expectedComplaint: /404/ })

  test('is told of in the frame, with a way to try again', async ({ page, hostUrl }) => {
    await page.goto(hostUrl(pageWith({ query: 'src=nowhere.json' })))
    await expect(embed(page).getByRole('heading').first()).toBeVisible()
    await expect(embed(page).getByText('nowhere.json').first()).toBeVisible()
    await expect(embed(page).getByRole('button').first()).toBeVisible()
  })
})

test('D11 the Tab key walks into a frame, through it, and out at the end, both ways', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'event=founding' })))
  await settled(page)
  /** What has the focus: in the page, and if that is the frame, in there. */
  const where = async (): Promise<string> => {
    const outside = await page.evaluate(() => document.activeElement?.localName ?? '')
    if (outside !== 'iframe') return outside
    const name = await innerFrame(page).evaluate(() => {
      const held = document.activeElement
      return held?.getAttribute('aria-label') ?? held?.textContent?.trim().slice(0, 40) ?? ''
    })
    return `in: ${name}`
  }
  await page.getByRole('textbox').focus()
  const walks: string[][] = []
  for (const [key, end] of [
    ['Tab', 'button'],
    ['Shift+Tab', 'input'],
  ] as const) {
    const walk: string[] = []
    for (let press = 0; press < 60 && walk.at(-1) !== end; press += 1) {
      await page.keyboard.press(key)
      walk.push(await where())
    }
    // At the end it is out again, and nowhere on the way it was.
    expect(walk.at(-1), key).toBe(end)
    const stops = walk.slice(0, -1)
    expect(stops.filter((stop) => !stop.startsWith('in: '))).toEqual([])
    expect(stops.length).toBeGreaterThan(8)
    expect(new Set(stops).size, 'each control once').toBe(stops.length)
    walks.push(stops)
  }
  expect(walks[1]).toEqual(walks[0]?.toReversed())
})

test('D47 colours, contrast and motion follow the system inside the frame, and a wish goes before', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl(pageWith({ query: 'testing=' })))
  const root = embed(page).locator('html')
  const ground = () =>
    embed(page)
      .locator('html')
      .evaluate((html) => getComputedStyle(html).backgroundColor)
  await expect(root).toHaveAttribute('data-theme', 'light')
  const light = await ground()
  for (const [media, theme] of [
    [{ colorScheme: 'dark' }, 'dark'],
    [{ contrast: 'more' }, 'contrast'],
    [{ colorScheme: 'light', contrast: 'no-preference' }, 'light'],
    [{ forcedColors: 'active' }, 'contrast'],
    [{ forcedColors: 'none' }, 'light'],
  ] as const) {
    await page.emulateMedia(media)
    await expect(root).toHaveAttribute('data-theme', theme)
    if (theme === 'dark') expect(await ground()).not.toBe(light)
  }
  await expect(root).toHaveAttribute('data-motion', 'on')
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(root).toHaveAttribute('data-motion', 'off')

  await page.goto(hostUrl(pageWith({ query: 'theme=light&motion=on' })))
  await settled(page)
  await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' })
  await expect(root).toHaveAttribute('data-theme', 'light')
  await expect(root).toHaveAttribute('data-motion', 'on')
})

test('D48 a document that is written from right to left is read so, and time runs as ever', async ({
  page,
  hostUrl,
}) => {
  const query = 'src=fixtures/rightToLeft.json&event=opening'
  await page.goto(hostUrl(pageWith({ query, width: 1400 })))
  await settled(page)
  // A full stop has no direction of its own: it ends the sentence, on its left.
  const endsLeft = (element: Element): boolean => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    const texts: Text[] = []
    while (walker.nextNode()) texts.push(walker.currentNode as Text)
    const text = texts.find(({ data }) => data.trim().endsWith('.'))
    if (text === undefined) throw new Error(`No full stop in “${element.textContent}”`)
    const range = document.createRange()
    const edge = (from: number): number => {
      range.setStart(text, from)
      range.setEnd(text, from + 1)
      return range.getBoundingClientRect().left
    }
    return edge(text.data.lastIndexOf('.')) < edge(0)
  }
  expect(await embed(page).getByRole('heading', { level: 1 }).evaluate(endsLeft)).toBe(true)
  const panel = embed(page).getByRole('complementary')
  expect(await panel.getByRole('heading', { level: 2 }).evaluate(endsLeft)).toBe(true)
  expect(await panel.locator('p', { hasText: '.' }).first().evaluate(endsLeft)).toBe(true)
  const [early, late] = await innerFrame(page).evaluate(() =>
    ['opening', 'closing'].map((id) => window.__throughline?.positionOf(id)?.x ?? NaN),
  )
  expect(early).toBeLessThan(late ?? NaN)
  await embed(page).getByRole('button', { name: 'List', exact: true }).click()
  const title = embed(page).getByRole('table').getByRole('button').filter({ hasText: '.' }).first()
  expect(await title.evaluate(endsLeft)).toBe(true)
})
