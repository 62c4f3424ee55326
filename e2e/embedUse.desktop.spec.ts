import type { CDPSession, Locator, Page } from '@playwright/test'

import {
  elementPlace,
  embed,
  framePlace,
  innerFrame,
  pageWith,
  type Place,
} from './support/embed.ts'
import { expect, test } from './support/hosts.ts'

// Embeds are built with another make of React (docs/decisions/0011-preact-in-embeds.md): whatever people
// do, they do here once in what is shipped, as a page of its own, in a frame, and as an element.

const button = (place: Place, name: string | RegExp): Locator =>
  place.inside
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()

/** A long way across the middle of the drawing, where nothing lies that keeps the pointer. */
async function acrossDrawing(place: Place): Promise<{ x: number; y: number; way: number }> {
  const box = await place.inside.getByRole('region', { name: 'Timeline' }).first().boundingBox()
  if (box === null) throw new Error('There is no drawing.')
  return { x: box.x + box.width * 0.7, y: box.y + box.height * 0.45, way: box.width * 0.3 }
}

async function moveByHand(page: Page, place: Place): Promise<void> {
  const { x, y, way } = await acrossDrawing(place)
  await page.mouse.move(x, y)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -400)
  await page.keyboard.up('Control')
  await place.settled()
  await expect.poll(async () => (await place.state())['range']).toBeTruthy()
  const { range: zoomed } = await place.state()
  await page.mouse.down()
  await page.mouse.move(x - way, y, { steps: 6 })
  await page.mouse.up()
  await place.settled()
  await expect.poll(async () => (await place.state())['range']).not.toBe(zoomed)
  expect((await place.state())['event'], 'a drag selects nothing').toBeUndefined()
  await button(place, 'Zoom out').click()
  await button(place, 'Show everything').click()
  await place.settled()
  await expect.poll(async () => (await place.state())['range']).toBeUndefined()
}

async function filterByHand(page: Page, place: Place): Promise<void> {
  const chip = button(place, /^WeBank, \d+ events$/)
  await chip.click()
  expect((await place.state())['org']).toBe('webank')
  await expect(chip).toHaveAttribute('aria-pressed', 'true')
  await chip.press('Space')
  expect((await place.state())['org']).toBeUndefined()
  await expect(chip).toBeFocused()
  const more = button(place, /more organisations|^Filters$/)
  await more.press('Enter')
  const panel = place.inside.getByRole('dialog', { name: 'Filters' })
  await panel.getByRole('textbox').fill('r3')
  await panel.getByRole('button', { name: 'Hide R3' }).click()
  expect((await place.state())['org']).toBe('-r3')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(more).toBeFocused()
  await button(place, 'Clear all filters').click()
  expect((await place.state())['org']).toBeUndefined()
}

async function searchByHand(page: Page, place: Place, device: CDPSession): Promise<void> {
  const field = place.inside.getByRole('searchbox')
  const found = place.inside.getByRole('search')
  await field.click()
  await page.keyboard.type('macao')
  await expect(found).toContainText(/\d+ matches/)
  await page.keyboard.press('Enter')
  await expect(found).toContainText(/1 of \d+/)
  expect((await place.state())['event']).toBeTruthy()
  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await device.send('Input.imeSetComposition', { text: 'wei', selectionStart: 3, selectionEnd: 3 })
  await expect(field).toHaveValue('wei')
  expect((await place.state())['q'], 'while it is composed nothing is sought').toBeUndefined()
  await device.send('Input.insertText', { text: '微众' })
  await expect(field).toHaveValue('微众')
  expect((await place.state())['q']).toBe('微众')
  await expect(found).toContainText(/\d+ (matches|of \d+)/)
  await button(place, 'Clear the search').click()
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await field.press('Escape')
  await expect(field).not.toBeFocused()
}

async function selectByHand(page: Page, place: Place): Promise<void> {
  const panel = place.inside.getByRole('complementary')
  const heading = panel.getByRole('heading', { level: 2 })
  await button(place, /^WeBank starts a blockchain team, /).click({ force: true })
  await expect(heading).toHaveText('WeBank starts a blockchain team')
  await panel.getByRole('button', { name: /^Next event: / }).click()
  await expect(heading).not.toHaveText('WeBank starts a blockchain team')
  await button(place, 'Close').click()
  await expect(panel).toHaveCount(0)
  const event = place.inside.locator('[data-event-id][tabindex="0"]')
  await event.focus()
  await page.keyboard.press('Home')
  await place.settled()
  await page.keyboard.press('ArrowRight')
  await place.settled()
  await expect(event).toBeFocused()
  const id = await event.getAttribute('data-event-id')
  await page.keyboard.press('Enter')
  await expect(heading).toBeFocused()
  expect((await place.state())['event']).toBe(id)
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await place.settled()
  await expect(place.inside.locator(`[data-event-id="${id}"]`)).toBeFocused()
}

async function listByHand(place: Place): Promise<void> {
  await button(place, 'List').press('Enter')
  const table = place.inside.getByRole('table')
  await expect(table).toBeVisible()
  const first = table.getByRole('row').nth(1)
  const before = await first.textContent()
  await table.getByRole('columnheader').getByRole('button').first().click()
  await expect(first).not.toHaveText(before ?? '')
  await first.getByRole('button').first().click()
  await expect(place.inside.getByRole('complementary')).toBeVisible()
  await button(place, 'Timeline').click()
  await place.settled()
  await expect(table).toHaveCount(0)
  expect((await place.state())['event']).toBeTruthy()
  await button(place, 'Close').click()
}

/** By the keyboard: each opens, keeps the focus, closes, and gives the focus back to its button. */
async function openDialogs(page: Page, place: Place): Promise<void> {
  for (const [opener, title] of [
    ['Share & embed', /^Share/],
    ['About', /^About/],
    [/^Keys/, /^Keys$/],
  ] as const) {
    const from = button(place, opener)
    await from.press('Enter')
    const dialog = place.inside.getByRole('dialog', { name: title })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(dialog.locator(':focus').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(from).toBeFocused()
  }
}

async function changeLanguageAndColours(place: Place): Promise<void> {
  await button(place, '中文').click()
  await expect(place.inside.getByRole('searchbox')).toHaveAccessibleName('搜索事件')
  await place.settled()
  await expect(place.inside.locator('[data-print-drawing] svg')).toContainText('年')
  await button(place, 'English').click()
  await expect(place.inside.getByRole('searchbox')).toHaveAccessibleName('Search events')
  await place.inside.getByRole('combobox', { name: 'Colours' }).selectOption('dark')
  expect((await place.state())['theme']).toBe('dark')
  await place.inside.getByRole('combobox', { name: 'Colours' }).selectOption('auto')
}

/** With flights. */
async function presentByHand(page: Page, place: Place): Promise<void> {
  await button(place, 'Present this timeline, step by step').click()
  const heading = place.inside.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^The bank that\s*opened\s*its code$/)
  await place.settled()
  for (const [key, step] of [
    ['PageDown', '1'],
    ['ArrowRight', '2'],
    ['PageDown', '3'],
    ['PageUp', '2'],
    ['PageDown', '3'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(async () => (await place.state())['step']).toBe(step)
  }
  await place.settled()
  await expect(heading).toHaveText(/^A team\s*of\s*its own$/)
  await page.mouse.move(400, 300)
  await page.mouse.move(420, 310)
  await button(place, 'Leave the presentation').click()
  await expect(place.inside.getByRole('searchbox')).toBeVisible()
  await place.settled()
  expect((await place.state())['event']).toBe('blockchain-team')
}

const common = 'mode=explore&ui=full&motion=on'

for (const where of ['alone', 'in a frame', 'as an element'] as const) {
  test(`everything that people do works by hand, ${where}`, async ({ page, hostUrl, baseURL }) => {
    test.slow()
    const size = { width: 1300, height: 800 }
    if (where === 'alone') {
      await page.goto(new URL(`embed.html?testing=1&lang=en&${common}`, baseURL).href)
    } else if (where === 'in a frame') {
      await page.goto(hostUrl(pageWith({ query: common, ...size })))
      await expect(embed(page).locator('[data-print-drawing] svg')).toBeAttached()
    } else {
      await page.goto(hostUrl(pageWith({ query: common, element: '1', ...size })))
    }
    const place =
      where === 'as an element'
        ? elementPlace(page)
        : framePlace(where === 'alone' ? page.mainFrame() : innerFrame(page))
    const device = await page.context().newCDPSession(page)
    await place.settled()
    await test.step('move', () => moveByHand(page, place))
    await test.step('filter', () => filterByHand(page, place))
    await test.step('search', () => searchByHand(page, place, device))
    await test.step('select', () => selectByHand(page, place))
    await test.step('list', () => listByHand(place))
    await test.step('dialogs', () => openDialogs(page, place))
    await test.step('language', () => changeLanguageAndColours(place))
    await test.step('present', () => presentByHand(page, place))
  })
}

test('what is chosen in the card of a crowd stays chosen when the card has gone', async ({
  page,
  timeline,
}) => {
  const query = 'lang=en&mode=explore&src=fixtures/crowds.json&range=2016-05-01/2016-05-10'
  await timeline.open(query, 'embed.html')
  const id = (await page.locator('[data-gathered]').first().getAttribute('data-event-id')) ?? ''
  const { x, y } = await timeline.placeOf(id)
  await page.mouse.click(x, y)
  const card = page.getByRole('group', { name: /events here$/ })
  const chosen = card.getByRole('button', { name: /^Same day / }).nth(1)
  const [title = ''] = await chosen.locator('span').allTextContents()
  // The card goes with the click, before the drawing below hears of it.
  await chosen.click()
  await expect(card).toHaveCount(0)
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText(title)
  await timeline.settled()
  expect((await timeline.state())['event']).toBeTruthy()
})

test('a mistake of the program is told of instead of an empty frame', async ({ page, hostUrl }) => {
  await page.goto(hostUrl(pageWith({})))
  const place = framePlace(innerFrame(page))
  await place.settled()
  await innerFrame(page).evaluate(() => {
    // What the figures of an event are written by.
    Reflect.set(Number.prototype, 'toLocaleString', () => {
      throw new Error('broken on purpose')
    })
  })
  await button(place, /^Golden Chain Alliance founded, /).press('Enter')
  await expect(place.inside.getByText('Something in this page broke')).toBeVisible()
  await expect(place.inside.getByText('broken on purpose')).toBeVisible()
})
