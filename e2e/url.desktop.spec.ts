import type { Page } from '@playwright/test'

import { anchors, inLanguage, story } from './support/story.ts'
import { expect, test } from './support/test.ts'

const query = (page: Page): URLSearchParams => new URL(page.url()).searchParams
const chip = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${name}, \\d+ event`) })

/** An address that uses every name of a visible state, in the order in which it is written. */
const everything = {
  range: '2016/2017',
  event: 'golden-chain-alliance',
  org: 'webank,fisco,-r3',
  match: 'all',
  topic: 'open-source,blockchain',
  person: 'fan-ruibin',
  q: 'alliance bank',
  lanes: 'topics',
  view: 'list',
  panel: 'bottom',
  theme: 'contrast',
  lang: 'zh-Hans',
}

test('an address is the state, in the drawing and in the list', async ({ page, timeline }) => {
  for (const view of ['list', 'timeline']) {
    const wanted: Record<string, string> = { ...everything, view }
    if (view === 'timeline') delete wanted['view']
    await timeline.open(new URLSearchParams(wanted).toString())
    expect(await timeline.state()).toEqual(wanted)
    await expect(page).toHaveURL((url) => {
      const kept = new URLSearchParams({ ...wanted, testing: '1' })
      return url.searchParams.toString() === kept.toString()
    })
  }
  const { from, to } = await timeline.view()
  expect([from, to]).toEqual([Date.UTC(2016, 0), Date.UTC(2018, 0)])
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'contrast')
})

for (const lanes of ['organizations', 'topics', 'none'] as const) {
  test(`lanes=${lanes} groups the events so`, async ({ page, timeline }) => {
    await timeline.open(`lanes=${lanes}`)
    expect((await timeline.state())['lanes']).toBe(lanes === 'organizations' ? undefined : lanes)
    const { matching, marks, gathered } = await timeline.drawn()
    expect(marks + gathered).toBe(matching)
    const names = { organizations: 'WeBank', topics: 'Blockchain platform', none: 'Timeline' }
    await expect(page.getByRole('list', { name: names[lanes], exact: true })).toBeAttached()
  })
}

test('what a reader does is in the address, and that address shows it again', async ({
  page,
  timeline,
  context,
}) => {
  await timeline.open()
  await chip(page, 'WeBank').click()
  await timeline.settled()
  await timeline.event('Golden Chain Alliance founded').click()
  await timeline.settled()
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await timeline.settled()
  await expect(page).toHaveURL(/range=/)
  const [state, view, drawn] = [
    await timeline.state(),
    await timeline.view(),
    await timeline.drawn(),
  ]
  expect(state).toMatchObject({ org: 'webank', event: 'golden-chain-alliance' })
  const other = await context.newPage()
  await other.setViewportSize(page.viewportSize() ?? { width: 0, height: 0 })
  await other.goto(page.url())
  await other.waitForFunction(() => window.__throughline !== undefined)
  await other.evaluate(() => window.__throughline!.whenSettled())
  expect(await other.evaluate(() => window.__throughline!.state())).toEqual(state)
  expect(await other.evaluate(() => window.__throughline!.drawn())).toEqual(drawn)
  const again = await other.evaluate(() => window.__throughline!.view())
  const pixel = (view.to - view.from) / 890
  expect(Math.abs(again.from - view.from)).toBeLessThan(pixel)
  expect(Math.abs(again.to - view.to)).toBeLessThan(pixel)
})

test('back and forward undo and redo selections, filters and views; moving adds nothing', async ({
  page,
  timeline,
}) => {
  await timeline.open()
  const entries = () => page.evaluate(() => history.length)
  const start = await entries()
  const steps: (() => Promise<void>)[] = [
    () => timeline.event('Golden Chain Alliance founded').click(),
    () => chip(page, 'WeBank').click(),
    () => page.getByRole('button', { name: 'List', exact: true }).click(),
  ]
  const seen = [await timeline.state()]
  for (const step of steps) {
    await step()
    await timeline.settled()
    seen.push(await timeline.state())
  }
  expect(seen.map((state) => [state['event'], state['org'], state['view']])).toEqual([
    [undefined, undefined, undefined],
    ['golden-chain-alliance', undefined, undefined],
    ['golden-chain-alliance', 'webank', undefined],
    ['golden-chain-alliance', 'webank', 'list'],
  ])
  expect(await entries()).toBe(start + 3)

  const walk = async (move: () => Promise<unknown>, to: number): Promise<void> => {
    await move()
    await timeline.settled()
    const { range: _, ...state } = await timeline.state()
    const { range: __, ...wanted } = seen[to] ?? {}
    expect(state).toEqual(wanted)
  }
  await walk(() => page.goBack(), 2)
  await walk(() => page.goBack(), 1)
  await walk(() => page.goBack(), 0)
  await walk(() => page.goForward(), 1)
  await walk(() => page.goForward(), 2)

  for (const name of ['Zoom in', 'Later', 'Earlier', 'Zoom out']) {
    await page.getByRole('button', { name, exact: true }).click()
    await timeline.settled()
  }
  expect(await entries()).toBe(start + 3)
  await walk(() => page.goBack(), 1)
})

test('bad values fall back to the default, and each is told', async ({ page, timeline }) => {
  const bad = {
    range: 'yesterday',
    match: 'some',
    lanes: 'stars',
    view: 'cube',
    panel: 'left',
    theme: 'plaid',
    lang: '!',
  }
  await timeline.open(`${new URLSearchParams(bad).toString()}&event=founding&event=ten-releases`)
  expect(await timeline.state()).toEqual({ event: 'founding' })
  expect((await timeline.drawn()).matching).toBe(story.events.length)
  await page.getByRole('button', { name: /^8 problems found/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Problems in the data' })
  for (const [name, value] of Object.entries(bad)) {
    await expect(dialog).toContainText(`“${name}” cannot be “${value}”`)
  }
  await expect(dialog).toContainText('“event” is there twice')
})

test('names that are not ours are left alone, and ids that nothing has do no harm and are told', async ({
  page,
  timeline,
}) => {
  await timeline.open('utm_source=letter&event=no-event&org=nobody,-noone,webank&topic=nothing')
  expect((await timeline.drawn()).matching).toBeLessThan(story.events.length)
  await timeline.open('utm_source=letter&event=no-event&org=nobody,-noone&topic=nothing&person=x')
  expect(query(page).get('utm_source')).toBe('letter')
  await page.getByRole('button', { name: /^5 problems found/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Problems in the data' })
  for (const [name, value] of [
    ['event', 'no-event'],
    ['org', 'nobody'],
    ['org', 'noone'],
    ['topic', 'nothing'],
    ['person', 'x'],
  ]) {
    await expect(dialog).toContainText(`This timeline has no “${value}”, which “${name}” asks for`)
  }
  await page.keyboard.press('Escape')
  expect((await timeline.drawn()).matching).toBe(story.events.length)
  await expect(timeline.detail()).toHaveAccessibleName(inLanguage(story.title))
  await expect(page).toHaveTitle(/^The bank that opened its code · Throughline$/)
  expect(query(page).get('utm_source')).toBe('letter')
})

test('src is relative to the page, wherever it lies', async ({ page, timeline }) => {
  await timeline.open('src=fixtures/crowds.json&event=first')
  expect(await timeline.state()).toEqual({ src: 'fixtures/crowds.json', event: 'first' })
  await expect(timeline.detail()).toHaveAccessibleName('The first of all')
  await timeline.open('src=../../fixtures/silences.json', './a/b%20c/')
  await expect(page).toHaveTitle(/^Long silences/)
  await timeline.open('', './a/b%20c/')
  await expect(page).toHaveTitle(/^The bank that opened its code/)
})

test('the title of the window follows the selection', async ({ page, timeline }) => {
  const title = inLanguage(anchors[0]?.title ?? '')
  await timeline.open(`event=${anchors[0]?.id ?? ''}`)
  await expect(page).toHaveTitle(`${title} – ${inLanguage(story.title)} · Throughline`)
  await timeline.detail().getByRole('button', { name: 'Close' }).click()
  await expect(page).toHaveTitle(`${inLanguage(story.title)} · Throughline`)
})
