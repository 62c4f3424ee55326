import type { Page } from '@playwright/test'

import { expect, test } from './support/hosts.ts'

/** Waits until the element shows its timeline and nothing moves in it. */
async function settled(page: Page, id: string): Promise<void> {
  await page.waitForFunction(() => customElements.get('through-line') !== undefined)
  await page.locator(`#${id}`).evaluate(async (element) => {
    await (Reflect.get(element, 'settled') as () => Promise<void>).call(element)
  })
}

const property = (page: Page, id: string, name: string): Promise<unknown> =>
  page.locator(`#${id}`).evaluate((element, key): unknown => Reflect.get(element, key), name)

const call = (page: Page, id: string, name: string, argument?: unknown): Promise<unknown> =>
  page
    .locator(`#${id}`)
    .evaluate(
      (element, [method, given]): unknown =>
        Reflect.apply(Reflect.get(element, method as string) as () => unknown, element, [given]),
      [name, argument],
    )

test('D49 the children stand until there is something better, and again when it fails', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('late.html'))
  const words = page.locator('#one a')
  await expect(words).toBeVisible()
  await words.click()
  expect(page.url()).toContain('#words')
  await page.evaluate(() => (Reflect.get(window, 'load') as () => Promise<unknown>)())
  await settled(page, 'one')
  await expect(words).toBeHidden()
  await expect(page.locator('#broken a')).toBeVisible()
  await expect(page.locator('#broken').getByText('This timeline could not be shown.')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('D49 the children stand where no script runs', async ({ page, hostUrl }) => {
    await page.goto(hostUrl('five.html'))
    await expect(page.locator('#fallback')).toBeVisible()
  })
})

test('D50 a hostile style sheet changes no pixel of it', async ({ page, hostUrl }) => {
  const pictures: Buffer[] = []
  for (const kind of ['gentle', 'hostile']) {
    await page.goto(hostUrl(`${kind}.html`))
    await settled(page, 'one')
    await expect(page.locator('#one [part=header]')).toBeVisible()
    // The status line speaks half a second late.
    await expect(page.locator('#one').getByRole('status').first()).toHaveText(/events$/)
    // The browser may still owe a paint when the timeline has done its part.
    const look = () => page.screenshot({ clip: { x: 0, y: 0, width: 900, height: 480 } })
    let picture = await look()
    await expect
      .poll(async () => {
        const last = picture
        picture = await look()
        return picture.equals(last)
      })
      .toBe(true)
    pictures.push(picture)
  }
  expect(pictures[0]?.equals(pictures[1] ?? Buffer.of())).toBe(true)
})

test.describe(() => {
  test.use({ expectedComplaint: /ERR_FAILED/ })
  test('D51 its styles change no pixel of the page around it', async ({ page, hostUrl }) => {
    const around = { x: 0, y: 0, width: 900, height: 120 }
    await page.route('**/element.js', (route) => route.abort())
    await page.goto(hostUrl('five.html'))
    const before = await page.screenshot({ clip: around })
    await page.unroute('**/element.js')
    await page.goto(hostUrl('five.html'))
    await settled(page, 'five')
    expect((await page.screenshot({ clip: around })).equals(before)).toBe(true)
    const styled = await page.evaluate(() => [
      document.adoptedStyleSheets.length,
      document.querySelectorAll('style').length,
      document.documentElement.dataset['theme'],
    ])
    expect(styled).toEqual([0, 0, undefined])
  })
})

test('D52 ten elements: one engine, states of their own, one style sheet, no id twice', async ({
  page,
  hostUrl,
}) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url())
  })
  await page.goto(hostUrl('five.html'))
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('through-line')) {
      const more = one.cloneNode()
      if (more instanceof HTMLElement) more.id = `${one.id}Again`
      document.body.append(more)
    }
  })
  for (const id of ['one', 'two', 'three', 'four', 'five']) {
    await settled(page, id)
    await settled(page, `${id}Again`)
  }
  expect(scripts).toHaveLength(1)
  await call(page, 'one', 'next')
  expect(await property(page, 'one', 'step')).toBe(1)
  expect(await property(page, 'five', 'step')).toBe(0)
  expect(await property(page, 'oneAgain', 'step')).toBe(0)
  await call(page, 'two', 'set', { org: 'webank' })
  expect(await property(page, 'two', 'state')).toMatchObject({ org: 'webank' })
  expect(await property(page, 'three', 'state')).not.toHaveProperty('org')
  await expect(page.locator('#three').getByRole('heading', { level: 1 })).toHaveText(
    '敞开代码的银行',
  )
  await expect(page.locator('#four').getByRole('table')).toBeVisible()
  const { sheets, ids } = await page.evaluate(() => {
    const roots = [...document.querySelectorAll('through-line')].map(({ shadowRoot }) => shadowRoot)
    return {
      sheets: new Set(roots.flatMap((root) => root?.adoptedStyleSheets ?? [])).size,
      ids: roots.flatMap((root) => [...(root?.querySelectorAll('[id]') ?? [])].map(({ id }) => id)),
    }
  })
  expect(sheets).toBe(1)
  expect(ids.length).toBeGreaterThan(5)
  expect(new Set(ids).size).toBe(ids.length)
})

test('D53 a document set before or after the definition, and properties for attributes', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('late.html'))
  await page.evaluate(() => (Reflect.get(window, 'load') as () => Promise<unknown>)())
  await settled(page, 'one')
  await expect(page.locator('#one').getByRole('heading', { level: 1 })).toHaveText(
    'Given as an object',
  )
  await page.locator('#one').evaluate((element) => {
    Reflect.set(element, 'document', { ...Reflect.get(window, 'given'), title: 'Another' })
    Reflect.set(element, 'theme', 'dark')
    Reflect.set(element, 'org', ['a', 'b'])
  })
  await expect(page.locator('#one').getByRole('heading', { level: 1 })).toHaveText('Another')
  await expect(page.locator('#one')).toHaveAttribute('theme', 'dark')
  await expect(page.locator('#one')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('#one')).toHaveAttribute('org', 'a,b')
})

test('D54 moved on the page it keeps its step, its view and its open panel', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('five.html'))
  await settled(page, 'one')
  await call(page, 'one', 'goto', { step: 4 })
  await settled(page, 'one')
  const before = await property(page, 'one', 'state')
  const panel = await page.locator('#one').getByRole('complementary').textContent()
  await page.evaluate(() => document.body.prepend(document.querySelector('#one') ?? ''))
  await settled(page, 'one')
  expect(await property(page, 'one', 'state')).toEqual(before)
  expect(await property(page, 'one', 'step')).toBe(4)
  expect(await page.locator('#one').getByRole('complementary').textContent()).toBe(panel)
})

test('D55 an edge that the page deals with goes no further', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('five.html'))
  await settled(page, 'five')
  await page.evaluate(() => {
    const keys: string[] = []
    Reflect.set(window, 'keys', keys)
    document.addEventListener('keydown', ({ key }) => keys.push(key))
    Reflect.set(window, 'edges', 0)
    document.addEventListener('tl-edge', (edge) => {
      Reflect.set(window, 'edges', Reflect.get(window, 'edges') + 1)
      if (Reflect.get(window, 'deals') === true) edge.preventDefault()
    })
  })
  const heard = (name: string) => page.evaluate((key): unknown => Reflect.get(window, key), name)
  await page.locator('#five main').focus()
  await page.keyboard.press('PageUp')
  expect(await heard('edges')).toBe(1)
  expect(await heard('keys')).toEqual(['PageUp'])
  await page.evaluate(() => Reflect.set(window, 'deals', true))
  await page.keyboard.press('PageUp')
  expect(await heard('edges')).toBe(2)
  expect(await heard('keys')).toEqual(['PageUp'])
})

test('D56 shown late, scaled and in another shadow root, it draws and hits', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('gentle.html'))
  await settled(page, 'one')
  const ways = ['details', 'dialog', 'scaled', 'zoomed', 'shadow', 'auto']
  for (const way of ways) {
    await page.evaluate((name) => {
      document.body.replaceChildren()
      const element = document.createElement('through-line')
      for (const [key, value] of Object.entries({
        id: 'late',
        src: '/tl/timeline.json',
        lang: 'en',
        motion: 'off',
      })) {
        element.setAttribute(key, value)
      }
      const box = document.createElement(name === 'details' || name === 'dialog' ? name : 'div')
      if (name === 'scaled') box.style.transform = 'scale(0.6)'
      if (name === 'scaled') box.style.transformOrigin = '0 0'
      if (name === 'zoomed') box.style.setProperty('zoom', '0.7')
      if (name === 'auto') box.style.contentVisibility = 'auto'
      element.style.position = 'static'
      element.style.width = '900px'
      element.style.height = '480px'
      const root = name === 'shadow' ? box.attachShadow({ mode: 'open' }) : box
      root.append(element)
      document.body.append(box)
      if (box instanceof HTMLDetailsElement) box.open = true
      if (box instanceof HTMLDialogElement) box.showModal()
    }, way)
    await settled(page, 'late')
    const button = page
      .locator('#late')
      .getByRole('button', { name: /^Golden Chain Alliance founded/ })
    await expect(button, way).toBeVisible()
    const id = await button.getAttribute('data-event-id')
    const place = await button.boundingBox()
    if (place === null) throw new Error('No place')
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2)
    await expect.poll(() => property(page, 'late', 'state'), way).toMatchObject({ event: id })
  }
})

test('D40 under a policy of `default-src none` and Trusted Types the element and the frame work', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('strict.html'))
  await settled(page, 'one')
  await expect(page.locator('#one [data-event-id]').first()).toBeVisible()
  await call(page, 'one', 'next')
  expect(await property(page, 'one', 'step')).toBe(1)
  await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toBeVisible()
})
