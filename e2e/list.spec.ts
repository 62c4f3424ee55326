import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

test('the list is a table of the events that match', async ({ page, timeline }) => {
  await timeline.open('view=list&org=fisco')
  const table = timeline.table()
  const rows = table.getByRole('row')
  await expect(table.getByRole('columnheader')).toHaveCount(5)
  await expect(table).toHaveAccessibleName(/^All \d+ matching events$/)
  const count = Number(/\d+/.exec((await table.getByRole('caption').textContent()) ?? '')?.[0])
  await expect(rows).toHaveCount(count + 1)
  expect(count).toBeGreaterThan(3)
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('headers sort, and say so', async ({ timeline }) => {
  await timeline.open('view=list')
  const table = timeline.table()
  const titles = (): Promise<string[]> =>
    table.getByRole('rowheader').getByRole('button').allTextContents()
  const inTime = await titles()
  const header = table.getByRole('columnheader', { name: 'Event' })
  await expect(table.getByRole('columnheader', { name: 'Date' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'ascending')
  const byTitle = await titles()
  expect(byTitle).toEqual([...inTime].sort(new Intl.Collator('en', { numeric: true }).compare))
  await header.getByRole('button').click()
  await expect(header).toHaveAttribute('aria-sort', 'descending')
  expect((await titles())[0]).toBe(byTitle.at(-1))
})

test('a row says how well its date is known, and of what it is a part', async ({ timeline }) => {
  await timeline.open('view=list')
  const founding = timeline.table().getByRole('row', { name: /A new bank bets on open source/ })
  await expect(founding).toContainText('some time in 2014')
  const fate = timeline.table().getByRole('row', { name: /FATE part of/ })
  await expect(fate).toContainText('part of “Ten projects open in one announcement”')
})

test('search marks its matches, and an empty list clears with one click', async ({ timeline }) => {
  await timeline.open('view=list&q=arbitration')
  await expect(timeline.table().locator('mark').first()).toHaveText(/arbitration/i)
  await timeline.open('view=list&q=no-such-words-anywhere')
  await expect(timeline.table()).toHaveCount(0)
})

test('everything by keyboard alone: sort, open, read, close', async ({ page, timeline }) => {
  await timeline.open('view=list&org=r3')
  const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
    for (let times = 0; times < 80 && !(await until()); times++) await page.keyboard.press(key)
  }
  const focusedText = (): Promise<string> =>
    page.evaluate(() => document.activeElement?.textContent ?? '')
  await press('Tab', async () => (await focusedText()) === 'Importance')
  await page.keyboard.press('Enter')
  await expect(timeline.table().getByRole('columnheader', { name: 'Importance' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  await press('Tab', async () => (await focusedText()) === 'Nine large banks form R3')
  await page.keyboard.press('Enter')
  await expect(timeline.detail()).toHaveAccessibleName('Nine large banks form R3')
  await expect(timeline.detail().getByRole('heading', { level: 2 })).toBeFocused()
  await expect(timeline.table().locator('[aria-current="true"]')).toHaveText(
    'Nine large banks form R3',
  )
  expect((await timeline.state()).event).toBe('r3-starts')
  await page.keyboard.press('Escape')
  expect((await timeline.state()).event ?? '').toBe('')
  await expect(
    timeline.table().getByRole('button', { name: 'Nine large banks form R3' }),
  ).toBeFocused()
})

test('the list speaks Chinese', async ({ page, timeline }) => {
  await timeline.open('view=list&lang=zh-Hans')
  await expect(timeline.table()).toHaveAccessibleName(/^全部 \d+ 个符合的事件$/)
  await expect(timeline.table().getByRole('columnheader', { name: '重要性' })).toBeVisible()
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('nothing of the list is lost in 320 px', async ({ page, timeline }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('view=list')
  const tooWide = await timeline
    .table()
    .evaluate((table) =>
      [...table.querySelectorAll('*')].some(
        (part) => part.getBoundingClientRect().right > window.innerWidth + 0.5,
      ),
    )
  expect(tooWide).toBe(false)
  await expect(timeline.table().getByRole('rowheader').first()).toBeVisible()
})
