import type { Page } from '@playwright/test'

import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

const chip = (page: Page, name: RegExp) => page.getByRole('button', { name })
const rows = (page: Page) => page.locator('tbody').getByRole('row')

async function openFilters(page: Page) {
  await page.getByRole('button', { name: /more organisations|^Filters$/ }).click()
  return page.getByRole('dialog', { name: 'Filters' })
}

test('a chip shows its events, as many as it says, and the back button takes it back', async ({
  page,
  timeline,
}) => {
  await timeline.open('view=list')
  const webank = chip(page, /^WeBank, \d+ events/)
  const promised = Number(/\d+/.exec((await webank.getAttribute('aria-label')) ?? '')?.[0])
  await webank.click()
  await expect(webank).toHaveAttribute('aria-pressed', 'true')
  await expect(rows(page)).toHaveCount(promised)
  expect((await timeline.state())['org']).toBe('webank')
  await expect(page).toHaveURL(/org=webank/)

  await page.goBack()
  await expect(webank).toHaveAttribute('aria-pressed', 'false')
  await expect(page).not.toHaveURL(/org=/)
})

test('the drawing draws, gathers or leaves outside just what matches', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  const before = await timeline.drawn()
  await chip(page, /^WeBank, /).click()
  await timeline.settled()
  const after = await timeline.drawn()
  expect(after.matching).toBeLessThan(before.matching)
  expect(after.marks + after.gathered + after.outside).toBe(after.matching)
  const label = await chip(page, /^WeBank, /).getAttribute('aria-label')
  expect(label).toContain(`${after.matching} events`)
})

test('two organisations combine as any or as all', async ({ page, timeline }) => {
  await timeline.open('view=list&org=webank,fisco')
  const any = await rows(page).count()
  await page.getByRole('button', { name: /that all of the chosen organisations share/ }).click()
  await expect(page).toHaveURL(/match=all/)
  await expect.poll(() => rows(page).count()).toBeLessThan(any)
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page).not.toHaveURL(/org=|match=/)
  await expect(page.getByRole('button', { name: /^All, / })).toHaveAttribute('aria-pressed', 'true')
})

test('the panel shows only one organisation, or hides it', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const all = await rows(page).count()
  const panel = await openFilters(page)
  await panel.getByRole('button', { name: 'Show only R3' }).click()
  await expect(page).toHaveURL(/org=r3/)
  await expect.poll(() => rows(page).count()).toBeLessThan(all)
  const only = await rows(page).count()

  await panel.getByRole('button', { name: 'Hide R3' }).click()
  await expect(page).toHaveURL(/org=-r3/)
  await expect(rows(page)).toHaveCount(all - only)
  await panel.getByRole('button', { name: 'Show R3 again' }).click()
  await expect(rows(page)).toHaveCount(all)
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('topics and people filter too, by keyboard alone', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const more = page.getByRole('button', { name: /more organisations|^Filters$/ })
  await more.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: 'Filters' })
  const topic = panel.getByRole('button', { name: /^Open source, / })
  await topic.focus()
  await page.keyboard.press('Space')
  await expect(topic).toHaveAttribute('aria-pressed', 'true')
  const label = (await topic.getAttribute('aria-label')) ?? ''
  await expect(rows(page)).toHaveCount(Number(/\d+/.exec(label)?.[0]))
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await expect(more).toBeFocused()
  // The panel is closed, and what is filtered for still stands in the row, to be taken out.
  await page.getByRole('button', { name: 'Topic: Open source' }).click()
  await expect(page).not.toHaveURL(/topic=/)
})

test('names are found in the panel', async ({ page, timeline }) => {
  await timeline.open('view=list')
  const panel = await openFilters(page)
  await panel.getByRole('textbox').fill('huarui')
  await expect(panel.getByRole('listitem')).toHaveCount(1)
  await panel.getByRole('textbox').fill('nobody of that name')
  await expect(panel.getByText('Nothing here has that name.')).toBeVisible()
})

test('when nothing matches the page says so, and one click brings everything back', async ({
  page,
  timeline,
}) => {
  for (const view of ['list', 'timeline']) {
    await timeline.open(`view=${view}&org=r3&q=zzzz`)
    await expect(page.getByRole('heading', { name: 'No event matches' })).toBeVisible()
    await expect(page.getByText('Search: “zzzz”')).toBeVisible()
    expect(await findAccessibilityFaults(page)).toEqual([])
    await page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'No event matches' }) })
      .getByRole('button', { name: 'Clear all filters' })
      .click()
    await expect(page.getByRole('heading', { name: 'No event matches' })).toBeHidden()
    await expect(page).not.toHaveURL(/org=|q=/)
  }
})

test('the status line tells how many, once it is quiet', async ({ page, timeline }) => {
  await timeline.open('view=list')
  await expect(timeline.status()).toHaveText(/^\d+ events$/)
  await chip(page, /^WeBank, /).click()
  await expect(timeline.status()).toHaveText(/^\d+ of \d+ events$/)
})

test('a chosen chip is seen whole', async ({ page, timeline }) => {
  await timeline.open('org=yibi')
  await expect(page.getByRole('button', { pressed: true, name: /^Yibi/ })).toBeInViewport({
    ratio: 1,
  })
})

test('what is seen under the drawing follows at once, before it is read out', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  await expect(timeline.status().first()).toHaveText(/events$/)
  const seen = page.locator('main > footer > [aria-hidden]')
  const before = await timeline.status().first().textContent()
  await expect(seen).toBeVisible()
  await expect(seen).toHaveText(before ?? '')
  const readOut = seen.evaluate(
    (line) =>
      new Promise<string>((done) => {
        new MutationObserver(() => done(line.nextElementSibling?.textContent ?? '')).observe(line, {
          characterData: true,
          childList: true,
          subtree: true,
        })
      }),
  )
  await page.getByRole('button', { name: 'Zoom in' }).click()
  expect(await readOut).toBe(before)
  await expect(seen).not.toHaveText(before ?? '')
  await expect(timeline.status().first()).toHaveText((await seen.textContent()) ?? '')
})

test('it all works in Chinese', async ({ page, timeline }) => {
  await timeline.open('view=list&lang=zh-Hans')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await chip(page, /^微众银行 \d+ 个事件/).click()
  await expect(page).toHaveURL(/org=webank/)
  await page.getByRole('button', { name: '清除全部筛选' }).click()
  await expect(page).not.toHaveURL(/org=/)
  await page.getByRole('button', { name: /另外 \d+ 个机构|^筛选$/ }).click()
  await expect(page.getByRole('dialog', { name: '筛选' })).toContainText('人物')
})
