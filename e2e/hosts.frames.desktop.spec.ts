import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

import type { Page } from '@playwright/test'

import { expect, stepIn, test } from './support/hosts.ts'

const embed = (page: Page) => page.frameLocator('iframe').first()

/** By hand: a step, the search, the panel of an event. */
async function useIt(page: Page): Promise<void> {
  const steps = embed(page).getByRole('group', { name: 'Steps' })
  await expect(steps).toBeVisible()
  await steps.getByRole('button').last().click()
  await expect.poll(() => stepIn(embed(page))).toMatch(/^1 of/)
  await expect(embed(page).getByRole('complementary')).toBeVisible()
  await embed(page)
    .getByRole('button', { name: /^Search/ })
    .click()
  await embed(page).getByRole('searchbox').fill('Macao')
  await expect(embed(page).getByRole('status').first()).toContainText(/\d+ of \d+|Macao/)
}

for (const sandbox of [
  'allow-scripts',
  'allow-scripts allow-same-origin',
  'allow-scripts allow-popups allow-forms',
]) {
  test(`D33 sandbox="${sandbox}", from a server without CORS, is fully usable`, async ({
    page,
    hostUrl,
  }) => {
    await page.goto(hostUrl(`sandboxed.html?sandbox=${sandbox}`))
    await useIt(page)
  })
}

test('D34 where every kind of storage throws, nothing is missing', async ({ page, hostUrl }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('No storage here', 'SecurityError')
        },
      })
    }
    Object.defineProperty(document, 'cookie', {
      get: () => {
        throw new DOMException('No cookies here', 'SecurityError')
      },
    })
  })
  await page.goto(hostUrl('sandboxed.html?sandbox=allow-scripts'))
  await useIt(page)
})

test('D35 in what WordPress leaves of a frame, it tells its height in WordPress’s words', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('wordpress.html'))
  const heights = () => page.evaluate((): unknown => Reflect.get(window, 'heights'))
  await expect.poll(heights).not.toEqual([])
  const [height] = (await heights()) as number[]
  expect(height).toBeGreaterThanOrEqual(200)
  await expect(embed(page).locator('[data-event-id]').first()).toBeVisible()
})

test('D41 commands of other origins than `hosts` are not obeyed, and it shows itself all the same', async ({
  page,
  hostUrl,
}) => {
  const order = (): Promise<string> =>
    page.evaluate(async () => {
      const client: string = '/tl/host.js'
      const { connect } = await import(client)
      try {
        const timeline = await connect(document.querySelector('iframe'), { timeout: 2500 })
        await timeline.goto({ step: 3 })
        return 'obeyed'
      } catch (error) {
        return String(Reflect.get(error as object, 'code'))
      }
    })
  await page.goto(hostUrl('sandboxed.html?hosts=https://a.example'))
  await expect(embed(page).getByRole('group', { name: 'Steps' })).toBeVisible()
  expect(await order()).toBe('timeout')
  expect(await stepIn(embed(page))).toBe('Overview')

  const own = new URL(hostUrl('')).origin
  await page.goto(hostUrl(`sandboxed.html?hosts=${own}`))
  await expect(embed(page).getByRole('group', { name: 'Steps' })).toBeVisible()
  expect(await order()).toBe('obeyed')
})

test('D42 forged messages of a neighbour, of the page, or of a wrong channel change nothing', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('sandboxed.html?count=2'))
  for (const frame of page.frames().slice(1)) {
    await expect(frame.getByRole('group', { name: 'Steps' })).toBeVisible()
  }
  const forged = [
    { tl: 1, type: 'goto', ch: '', n: 1, p: { step: 3 } },
    { tl: 1, type: 'move', ch: 'guessed', n: 2, p: { by: 1 } },
    { tl: 1, type: 'set', ch: 'guessed', n: 3, p: { state: { q: 'forged' } } },
  ]
  await page.evaluate((messages) => {
    for (const message of messages) frames[0]?.postMessage(message, '*')
  }, forged)
  // From the neighbour, with a greeting of the right shape.
  await page.frames()[2]?.evaluate((messages) => {
    const other = window.parent.frames[0]
    other?.postMessage({ tl: 1, type: 'hello', ch: '', n: 0, p: { versions: [1] } }, '*')
    for (const message of messages) other?.postMessage(message, '*')
  }, forged)
  await page.frames()[1]?.evaluate(() => new Promise((done) => setTimeout(done, 300)))
  expect(await stepIn(embed(page))).toBe('Overview')
  expect(new URL(page.frames()[1]?.url() ?? '').searchParams.get('q')).toBeNull()
})

test('D46 it asks no other origin, sets no cookie and writes no storage', async ({
  page,
  context,
  hostUrl,
}) => {
  await page.goto(hostUrl('sandboxed.html'))
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await useIt(page)
  // The address is the page's own; the document is inside it.
  expect(asked).toEqual([])
  expect(await context.cookies()).toEqual([])
  const stored = await page.frames()[1]?.evaluate(() => localStorage.length + sessionStorage.length)
  expect(stored).toBe(0)
})

test('D74 from a file, in a frame of a file, it stands and obeys', async ({ page, baseURL }) => {
  const folder = test.info().outputPath()
  const fetched = async (name: string): Promise<void> => {
    const response = await page.request.get(new URL(name, baseURL).href)
    writeFileSync(`${folder}/${name}`, await response.body())
  }
  await fetched('embed.html')
  // A file may load no module: the client stands in the page, as one who builds a page would have it.
  await fetched('host.js')
  const client = readFileSync(`${folder}/host.js`, 'utf8').replace(
    /export\{(\w+) as EmbedError,(\w+) as connect\};?\s*$/,
    'globalThis.connect=$2',
  )
  writeFileSync(`${folder}/client.js`, `(()=>{${client}})()`)
  writeFileSync(
    `${folder}/page.html`,
    '<!doctype html><meta charset="utf-8"><title>A file</title><iframe title="Timeline" width="900" height="500" src="embed.html?lang=en&steps=story"></iframe><script src="client.js"></script>',
  )
  await page.goto(pathToFileURL(`${folder}/page.html`).href)
  await expect(embed(page).getByRole('group', { name: 'Steps' })).toBeVisible()
  await page.evaluate(async () => {
    const connect = Reflect.get(window, 'connect') as (frame: Element | null) => Promise<{
      goto(place: { step: number }): Promise<unknown>
    }>
    const timeline = await connect(document.querySelector('iframe'))
    await timeline.goto({ step: 2 })
  })
  await expect.poll(() => stepIn(embed(page))).toMatch(/^2 of/)
})
