import { expect, test } from './support/test.ts'

test('without a selection there is no sheet', async ({ timeline }) => {
  await timeline.open()
  await expect(timeline.detail()).toHaveCount(0)
})

test('the sheet has three heights, by buttons and by keys', async ({ page, timeline }) => {
  await timeline.open('event=ten-releases')
  const panel = timeline.detail()
  const handle = panel.getByRole('separator', { name: 'Height of the panel' })
  await expect(handle).toHaveAttribute('aria-valuetext', 'Half')
  await panel.getByRole('button', { name: 'Make the panel higher' }).tap()
  await expect(handle).toHaveAttribute('aria-valuetext', 'Full')
  await handle.focus()
  await page.keyboard.press('Home')
  await expect(handle).toHaveAttribute('aria-valuetext', 'Lowest')
  await expect(panel.getByRole('heading', { level: 2 })).toBeInViewport()
  await page.keyboard.press('ArrowUp')
  await expect(handle).toHaveAttribute('aria-valuetext', 'Half')
})

test('the sheet follows a drag to the next height', async ({ page, timeline }) => {
  await timeline.open('event=ten-releases')
  const handle = timeline.detail().getByRole('separator')
  const box = await handle.boundingBox()
  if (!box) throw new Error('the handle has no box')
  await page.mouse.move(195, box.y + 12)
  await page.mouse.down()
  await page.mouse.move(195, box.y - 150, { steps: 5 })
  await page.mouse.up()
  await expect(handle).toHaveAttribute('aria-valuetext', 'Full')
})

test('its content scrolls inside, and nothing is wider than 320 px', async ({ page, timeline }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await timeline.open('event=release-fate')
  const sources = timeline.detail().getByRole('region', { name: 'Sources' })
  await sources.scrollIntoViewIfNeeded()
  await expect(sources).toBeInViewport()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(overflow).toBe(0)
})

test('closing takes the sheet away', async ({ timeline }) => {
  await timeline.open('event=ten-releases')
  await timeline.detail().getByRole('button', { name: 'Close' }).tap()
  await expect(timeline.detail()).toHaveCount(0)
  expect((await timeline.state()).event ?? '').toBe('')
})

test('an event that is chosen does not lie under its own page', async ({ page, timeline }) => {
  await timeline.open('')
  const { x, y } = await timeline.placeOf('fisco-bcos-open-sourced')
  await page.touchscreen.tap(x, y)
  await timeline.settled()
  await expect(timeline.detail()).toHaveAccessibleName('FISCO BCOS is open-sourced')
  const sheet = await page.locator('[data-position=half]').boundingBox()
  expect((await timeline.placeOf('fisco-bcos-open-sourced')).y).toBeLessThan((sheet?.y ?? 0) - 20)

  // A link says itself what is in view.
  await timeline.open('event=fisco-bcos-open-sourced')
  expect((await timeline.state())['range']).toBeUndefined()
})
