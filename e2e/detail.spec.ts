import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

test.describe('the detail panel', () => {
  test('shows when, what, who and by which sources', async ({ page, timeline }) => {
    await timeline.open('event=ten-releases')
    const panel = timeline.detail()
    await expect(panel).toHaveAccessibleName('Ten projects open in one announcement')
    await expect(panel.getByText('26 July 2019', { exact: true })).toBeVisible()
    await expect(panel.getByText('exact to the day')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'WeBank maker' })).toBeVisible()
    const sources = panel.getByRole('region', { name: 'Sources' }).getByRole('link')
    expect(await sources.count()).toBeGreaterThan(0)
    for (const link of await sources.all()) {
      await expect(link).toHaveAttribute('rel', 'noopener noreferrer nofollow ugc')
      await expect(link).toHaveAttribute('target', '_blank')
    }
    expect(await findAccessibilityFaults(page)).toEqual([])
  })

  test('lists the ten parts with their fields, and opens one', async ({ timeline }) => {
    await timeline.open('event=ten-releases')
    const parts = timeline.detail().getByRole('region', { name: 'Part of this: 10' })
    await expect(parts.getByRole('button')).toHaveCount(10)
    await parts.getByRole('button', { name: 'A FATE' }).click()
    await expect(timeline.detail()).toHaveAccessibleName('FATE')
    expect((await timeline.state()).event).toBe('release-fate')
    const whole = timeline.detail().getByRole('region', { name: 'Connected' })
    await whole.getByRole('button', { name: /Ten projects open/ }).click()
    await expect(timeline.detail()).toHaveAccessibleName(/^Ten projects/)
  })

  test('filters by an organisation and by a topic', async ({ timeline }) => {
    await timeline.open('event=golden-chain-alliance')
    const all = (await timeline.drawn()).matching
    const pill = timeline.detail().getByRole('button', { name: /^Golden Chain Alliance/ })
    await pill.click()
    await expect(pill).toHaveAttribute('aria-pressed', 'true')
    expect((await timeline.state()).org).toBe('fisco')
    await timeline.settled()
    expect((await timeline.drawn()).matching).toBeLessThan(all)
    await pill.click()
    expect((await timeline.state()).org ?? '').toBe('')
  })

  test('goes to the next and the previous matching event', async ({ timeline }) => {
    await timeline.open('event=founding')
    const steps = timeline.detail().getByRole('navigation', { name: 'Steps between events' })
    const before = await steps.textContent()
    await steps.getByRole('button', { name: /^Next event/ }).click()
    await expect(steps).not.toHaveText(before ?? '')
    expect((await timeline.state()).event).not.toBe('founding')
    await steps.getByRole('button', { name: /^Previous event/ }).click()
    await expect(steps).toHaveText(before ?? '')
    expect((await timeline.state()).event).toBe('founding')
  })

  test('stays when the filter hides its event, and clears the filters with one click', async ({
    timeline,
  }) => {
    await timeline.open('event=ten-releases&org=r3')
    const panel = timeline.detail()
    await expect(panel.getByText('The filters hide this event.')).toBeVisible()
    await panel.getByRole('button', { name: 'Clear all filters' }).click()
    await expect(panel.getByText('The filters hide this event.')).toBeHidden()
    expect((await timeline.state()).org ?? '').toBe('')
  })

  test('marks what the search looks for', async ({ timeline }) => {
    await timeline.open('event=ten-releases&q=projects')
    await expect(timeline.detail().locator('mark').first()).toHaveText(/projects/i)
  })

  test('copies a link and a citation', async ({ page, context, timeline }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await timeline.open('event=ten-releases')
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText())
    await timeline.detail().getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(clipboard).toContain('event=ten-releases')
    await timeline.detail().getByRole('button', { name: 'Copy citation' }).click()
    await expect.poll(clipboard).toContain('Ten projects open in one announcement (26 July 2019)')
    expect(await clipboard()).toContain('Sources:\n- ')
  })

  test('offers the text selected where copying is refused', async ({ page, timeline }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await timeline.open('event=ten-releases')
    await timeline.detail().getByRole('button', { name: 'Copy citation' }).click()
    const field = timeline.detail().getByRole('textbox')
    await expect(field).toBeFocused()
    const selected = await field.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    )
    expect(selected).toContain('Ten projects open in one announcement')
  })

  test('speaks Chinese', async ({ page, timeline }) => {
    await timeline.open('event=ten-releases&lang=zh-Hans')
    const panel = timeline.detail()
    await expect(panel).toHaveAccessibleName('一次宣布开放十个项目')
    await expect(panel.getByText('2019年7月26日', { exact: true })).toBeVisible()
    await expect(panel.getByRole('region', { name: '包含 10 项' })).toBeVisible()
    expect(await findAccessibilityFaults(page)).toEqual([])
  })
})
