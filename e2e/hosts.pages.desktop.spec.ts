import { deckPlace, deckReady, expect, stepIn, test } from './support/hosts.ts'

test('D11 the Tab key walks into an element, through it, and out at the end, both ways', async ({
  page,
  hostUrl,
}) => {
  await page.goto(hostUrl('late.html'))
  await page.evaluate(() => (Reflect.get(window, 'load') as () => Promise<unknown>)())
  await page
    .locator('#one')
    .evaluate((element) => (Reflect.get(element, 'settled') as () => Promise<void>).call(element))
  const where = () => page.evaluate(() => document.activeElement?.id ?? '')
  for (const key of ['Tab', 'Shift+Tab']) {
    const places: string[] = []
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press(key)
      places.push(await where())
      if (places.at(-1) !== 'one' && places.includes('one')) break
    }
    const inside = places.filter((place) => place === 'one').length
    expect(inside, key).toBeGreaterThan(3)
    expect(places.at(-1), key).not.toBe('one')
    expect(places.lastIndexOf('one') - places.indexOf('one') + 1, key).toBe(inside)
  }
})

test('D13 a drag through time does not turn the slide', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('twoDecks.html'))
  await deckReady(page)
  const drawing = page.locator('through-line [part=drawing]')
  const box = await drawing.boundingBox()
  if (box === null) throw new Error('No drawing')
  const y = box.y + box.height * 0.4
  await page.mouse.move(box.x + box.width * 0.7, y)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.2, y, { steps: 8 })
  await page.mouse.up()
  expect((await deckPlace(page)).h).toBe(0)
})

test('D14 of two embeds only the one with the focus hears the keys', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('sandboxed.html?count=2'))
  const [one, two] = [0, 1].map((at) => page.frameLocator('iframe').nth(at))
  if (one === undefined || two === undefined) throw new Error('No frames')
  await expect(one.getByRole('group', { name: 'Steps' })).toBeVisible()
  await expect(two.getByRole('group', { name: 'Steps' })).toBeVisible()
  await two.locator('h1').click()
  await page.keyboard.press('PageDown')
  await expect.poll(() => stepIn(two)).toMatch(/^1 of/)
  expect(await stepIn(one)).toBe('Overview')
})

test('D14 so it is with two elements', async ({ page, hostUrl }) => {
  await page.goto(hostUrl('five.html'))
  const step = (id: string) =>
    page.locator(`#${id}`).evaluate((element): unknown => Reflect.get(element, 'step'))
  for (const id of ['one', 'five']) {
    await page
      .locator(`#${id}`)
      .evaluate((element) => (Reflect.get(element, 'settled') as () => Promise<void>).call(element))
  }
  await page.locator('#five main').focus()
  await page.keyboard.press('PageDown')
  expect(await step('five')).toBe(1)
  expect(await step('one')).toBe(0)
})

test('D21 a lazy frame prints, and one that would be blank is told of once', async ({
  page,
  hostUrl,
}) => {
  const hints: string[] = []
  page.on('console', (message) => {
    if (message.text().startsWith('Throughline:')) hints.push(message.text())
  })
  await page.goto(hostUrl('frames.html?print-pdf'))
  const lazy = page.frameLocator('iframe[title=Lazy]')
  await expect(lazy.locator('[data-event-id]').first()).toBeAttached()
  expect(await page.locator('iframe[title=Late]').getAttribute('src')).toBeNull()
  expect(hints).toHaveLength(1)
})

test('the status line stands whole or not at all, and the foot stays low', async ({
  page,
  hostUrl,
}) => {
  const wish = { width: '900', height: '480', query: 'lang=en&event=ten-releases&panel=side' }
  await page.goto(hostUrl(`any.html?${new URLSearchParams(wish)}`))
  const embed = page.frameLocator('iframe')
  await expect(embed.locator('main > footer > [aria-hidden]')).toHaveText(/events$/)
  const heights = await embed
    .locator('main > footer')
    .evaluate((foot) => [foot.clientHeight, foot.querySelector('[aria-hidden]')?.clientHeight ?? 0])
  expect(heights[0]).toBeLessThan(48)
  // One line, of which those that have no room are outside.
  expect(heights[1]).toBeLessThanOrEqual(16)
})
