import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

/** On a phone, and in low windows, the controls are behind a button. */
async function openControls(page: Page) {
  const more = page.getByRole('button', { name: /^(More controls|更多控件)$/ })
  if (await more.isVisible()) await more.click()
}

test('the language changes on the spot, everywhere, and comes with the address', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  await openControls(page)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\p{Script=Han}/u)
  await expect(page).toHaveTitle(/\p{Script=Han}.* · Throughline$/u)
  await expect(page).toHaveURL(/lang=zh-Hans/)
  await expect(timeline.status()).toHaveText(/共 \d+ 个事件$/)
  expect(await page.evaluate(() => Reflect.get(window, 'stillHere'))).toBe(true)
  expect(await findAccessibilityFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test.describe('without a wish in the address', () => {
  test.use({ locale: 'zh-CN' })
  test('the browser decides the language', async ({ page, timeline }) => {
    await timeline.open('view=list')
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  })
})

for (const theme of ['dark', 'contrast'] as const) {
  test(`the theme ${theme} is chosen, kept in the address, and readable`, async ({
    page,
    timeline,
  }) => {
    await timeline.open()
    await openControls(page)
    await page.getByRole('combobox', { name: 'Colours' }).selectOption(theme)
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
    await expect(page).toHaveURL(new RegExp(`theme=${theme}`))
    await timeline.settled()
    expect(await findAccessibilityFaults(page)).toEqual([])
  })
}

test.describe('a dark system', () => {
  test.use({ colorScheme: 'dark' })
  test('gets dark colours, and follows the system when it changes', async ({ page, timeline }) => {
    await timeline.open('view=list')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.emulateMedia({ colorScheme: 'light' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
    await page.emulateMedia({ contrast: 'more' })
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
  })
})

test("the window's title follows the selection", async ({ page, timeline }) => {
  await timeline.open('view=list')
  await expect(page).toHaveTitle(/^[^–]+ · Throughline$/)
  await page.evaluate(() => window.__throughline!.select('ten-releases'))
  await expect(page).toHaveTitle(/^.+ – .+ · Throughline$/)
})

test('the keys are told by the key, and the focus comes back', async ({ page, timeline }) => {
  await timeline.open()
  const list = page.getByRole('button', { name: 'List' })
  await list.focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keys' })
  await expect(
    dialog.getByRole('row', { name: '/ Search, from anywhere on the page' }),
  ).toBeVisible()
  expect(await findAccessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(list).toBeFocused()
})

test('the first tab stop skips the drawing', async ({ page, timeline }) => {
  await timeline.open()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: 'Skip the drawing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /Jump to the event before/ })).toBeFocused()
})

test('buttons do what drags and pinches do', async ({ page, timeline }) => {
  await timeline.open()
  const all = await timeline.view()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await timeline.settled()
  const near = await timeline.view()
  expect(near.to - near.from).toBeLessThan(all.to - all.from)
  await page.getByRole('button', { name: 'Later', exact: true }).click()
  await timeline.settled()
  const later = await timeline.view()
  expect(later.from).toBeGreaterThan(near.from)
  await page.getByRole('button', { name: 'Show everything' }).click()
  await timeline.settled()
  expect(await timeline.view()).toEqual(all)
})

test('the list is the drawing’s twin: filter, selection and address stay', async ({
  page,
  timeline,
}) => {
  await timeline.open('org=fisco&event=fisco-bcos-open')
  await page.getByRole('button', { name: 'List' }).click()
  await expect(timeline.table()).toBeVisible()
  await expect(page).toHaveURL(/org=fisco.*view=list/)
  await page.goBack()
  await expect(timeline.table()).toBeHidden()
  await expect(page).toHaveURL(/org=fisco/)
})

for (const [width, height] of [
  [320, 256],
  [320, 640],
  [640, 360],
  [1280, 400],
] as const) {
  test(`at ${width}×${height} nothing is lost: controls and chips can be reached`, async ({
    page,
    timeline,
  }) => {
    await page.setViewportSize({ width, height })
    await timeline.open()
    await openControls(page)
    for (const control of [
      page.getByRole('searchbox'),
      page.getByRole('button', { name: 'Share & embed' }),
      page.getByRole('button', { name: 'About', exact: true }),
      page.getByRole('button', { name: /^WeBank, / }),
      page.getByRole('button', { name: 'Show everything' }),
      page.getByRole('button', { name: 'List', exact: true }),
    ]) {
      await control.scrollIntoViewIfNeeded()
      await expect(control).toBeInViewport({ ratio: 0.9 })
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
  })
}

test('the page does not shift after its first paint', async ({ page, timeline }) => {
  await page.addInitScript(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')))
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await timeline.open()
  const shifts = await page.evaluate<number[]>(() => Reflect.get(window, 'shifts'))
  // What the eye does not see: the fonts change the width of a word or two.
  expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01)
})
