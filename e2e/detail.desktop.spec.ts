import { expect, test } from './support/test.ts'

test('without a selection the side tells what the timeline is about', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  const panel = timeline.detail()
  const document: { title: { en: string } } = await (
    await page.request.get('./timeline.json')
  ).json()
  await expect(panel).toHaveAccessibleName(document.title.en)
  await expect(panel.getByText('A dot: known to the day')).toBeVisible()
  await panel.getByRole('region', { name: 'Start with' }).getByRole('button').click()
  expect((await timeline.state()).event ?? '').not.toBe('')
})

test('panel=none shows no panel', async ({ timeline }) => {
  await timeline.open('event=founding&panel=none')
  await expect(timeline.detail()).toHaveCount(0)
})

test('the edge is moved by keys and by dragging', async ({ page, timeline }) => {
  await timeline.open('event=founding')
  const panel = timeline.detail()
  const edge = panel.getByRole('separator', { name: 'Width of the panel' })
  const width = async (): Promise<number> => Math.round((await panel.boundingBox())?.width ?? 0)
  await edge.focus()
  await page.keyboard.press('Home')
  await expect(edge).toHaveAttribute('aria-valuenow', '300')
  expect(await width()).toBe(300)
  await page.keyboard.press('ArrowLeft')
  expect(await width()).toBe(320)
  await page.keyboard.press('End')
  expect(await width()).toBe(640)
  const box = await edge.boundingBox()
  if (!box) throw new Error('the edge has no box')
  const x = box.x + box.width / 2
  await page.mouse.move(x, 400)
  await page.mouse.down()
  await page.mouse.move(x + 200, 400, { steps: 4 })
  await page.mouse.up()
  expect(Math.abs((await width()) - 440)).toBeLessThanOrEqual(1)
})

test('by keyboard alone: open, read, step, close, and be where one was', async ({
  page,
  timeline,
}) => {
  await timeline.open('org=fisco')
  await timeline.event('Golden Chain Alliance founded').focus()
  await page.keyboard.press('Enter')
  const panel = timeline.detail()
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused()
  await expect(panel).toHaveAccessibleName('Golden Chain Alliance founded')
  const next = panel.getByRole('button', { name: /^Next event/ })
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await next.evaluate((button) => button === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(panel).not.toHaveAccessibleName('Golden Chain Alliance founded')
  await expect(next).toBeFocused()
  const { event } = await timeline.state()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: 'Steps between events' })).toHaveCount(0)
  await expect(page.locator(':focus')).toHaveAttribute('data-event-id', event ?? '')
})

test('a click opens an event and leaves the focus in the drawing', async ({ page, timeline }) => {
  await timeline.open()
  await timeline.event('Golden Chain Alliance founded').click()
  await expect(timeline.detail()).toHaveAccessibleName('Golden Chain Alliance founded')
  await expect(page.getByRole('heading', { level: 2 })).not.toBeFocused()
})
