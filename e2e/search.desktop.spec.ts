import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'

const rows = (page: Page) => page.locator('tbody').getByRole('row')

/** On a phone the field is behind a button; here `/` brings it on both. */
async function openSearch(page: Page, name = 'Search events') {
  await page.keyboard.press('/')
  const field = page.getByRole('searchbox', { name })
  await expect(field).toBeFocused()
  return field
}

test('typing filters at once, says how many, and makes no history', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const all = await rows(page).count()
  const length = await page.evaluate(() => history.length)
  const field = await openSearch(page)
  await field.pressSequentially('arbitration')
  await expect(page).toHaveURL(/q=arbitration/)
  await expect.poll(() => rows(page).count()).toBeLessThan(all)
  const found = await rows(page).count()
  await expect(page.getByRole('search')).toContainText(`${found} match`)
  expect(await page.evaluate(() => history.length)).toBe(length)
})

test('what stands beside the field does not move while somebody types', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  await page.setViewportSize({ width: 1280, height: 800 })
  const field = await openSearch(page)
  const share = page.getByRole('button', { name: 'Share & embed' })
  const before = [await page.getByRole('search').boundingBox(), await share.boundingBox()]
  await field.fill('open source')
  await expect(page.getByRole('search')).toContainText('matches')
  expect([await page.getByRole('search').boundingBox(), await share.boundingBox()]).toEqual(before)
})

test('Enter steps through the matches, Shift and Enter back, Escape clears and leaves', async ({
  page,
  timeline,
}) => {
  await timeline.open('view=list&q=FISCO')
  const field = await openSearch(page)
  const found = await rows(page).count()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toContainText(`1 of ${found}`)
  const first = (await timeline.state())['event']
  expect(first).toBeTruthy()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toContainText(`2 of ${found}`)
  await page.keyboard.press('Shift+Enter')
  expect((await timeline.state())['event']).toBe(first)
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('search')).toContainText(`${found} of ${found}`)
  await expect(field).toBeFocused()

  await page.keyboard.press('Escape')
  await expect(field).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(field).not.toBeFocused()
})

test('a match that is stepped to is brought into the drawing', async ({ page, timeline }) => {
  await timeline.open('range=2014/2014&q=Macao')
  await openSearch(page)
  await page.keyboard.press('Enter')
  await timeline.settled()
  const id = (await timeline.state())['event']
  expect(await timeline.positionOf(id ?? '')).not.toBeNull()
})

test('the clear button empties the field and keeps the focus there', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const field = await openSearch(page)
  await field.fill('bank')
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(field).toHaveValue('')
  await expect(field).toBeFocused()
})

test('Chinese words are found, also in the English page, and while they are being composed nothing changes', async ({
  page,
  timeline,
}) => {
  await timeline.open('view=list')
  const all = await rows(page).count()
  const field = await openSearch(page)
  const input = await page.context().newCDPSession(page)
  await input.send('Input.imeSetComposition', { text: 'wei', selectionStart: 3, selectionEnd: 3 })
  await expect(field).toHaveValue('wei')
  await expect(rows(page)).toHaveCount(all)
  await input.send('Input.insertText', { text: '微众' })
  await expect(field).toHaveValue('微众')
  await expect(page).toHaveURL(/q=/)
  await expect.poll(() => rows(page).count()).toBeLessThan(all)
  expect(await rows(page).count()).toBeGreaterThan(0)
})

test('the search speaks Chinese', async ({ page, timeline }) => {
  await timeline.open('view=list&lang=zh-Hans')
  const field = await openSearch(page, '搜索事件')
  await field.fill('仲裁')
  await expect(page.getByRole('search')).toContainText('条匹配')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search')).toContainText('第 1 条')
})

test('/ writes a slash in a field', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const field = await openSearch(page)
  await page.keyboard.press('/')
  await expect(field).toHaveValue('/')
})
