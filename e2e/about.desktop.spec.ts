import type { Locator, Page } from '@playwright/test'
import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

/** The button that opens the page; narrow, it stands behind "More controls". */
async function aboutButton(page: Page, name = 'About', more = 'More controls'): Promise<Locator> {
  const fold = page.getByRole('button', { name: more })
  if (await fold.isVisible()) await fold.click()
  return page.getByRole('button', { name, exact: true })
}

test('the page about the timeline tells dates, doubts and sources', async ({ page, timeline }) => {
  await timeline.open()
  await (await aboutButton(page)).click()
  const about = page.getByRole('dialog', { name: 'About this timeline' })
  await expect(about.getByRole('heading', { name: 'How the dates are known' })).toBeVisible()
  await expect(about.getByText(/^71 events .+ Time: .+2019\. No problems were found/)).toBeVisible()
  await expect(about.getByText('Known to the day or finer')).toBeVisible()
  await expect(about.getByText('Disputed: the sources do not agree')).toBeVisible()
  await expect(about.getByRole('heading', { name: /^Sources: \d+$/ })).toBeVisible()
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('a source leads to the events that cite it', async ({ page, timeline }) => {
  await timeline.open()
  await (await aboutButton(page)).click()
  const about = page.getByRole('dialog', { name: 'About this timeline' })
  await about
    .getByText(/^cited by \d+ events$/)
    .first()
    .click()
  const link = about.getByRole('group').getByRole('button').filter({ visible: true }).first()
  const title = (await link.textContent()) ?? ''
  await link.click()
  await expect(about).toBeHidden()
  await expect(timeline.detail()).toHaveAccessibleName(title)
})

test('Esc closes it and gives the focus back', async ({ page, timeline }) => {
  await timeline.open()
  const button = await aboutButton(page)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(button).toBeFocused()
})

test('it speaks Chinese', async ({ page, timeline }) => {
  await timeline.open('lang=zh-Hans')
  await (await aboutButton(page, '关于', '更多控件')).click()
  await expect(page.getByRole('dialog', { name: '关于这条时间线' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '日期如何得知' })).toBeVisible()
})
