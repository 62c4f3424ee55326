import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import type { Page } from '@playwright/test'

import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { story } from './support/story.ts'
import { expect, test } from './support/test.ts'

const small = {
  version: 1,
  title: 'My own history',
  organizations: [
    { id: 'a', name: 'Alpha' },
    { id: 'b', name: 'Beta' },
  ],
  events: [
    { date: '2001', title: 'First of all', organizations: ['a'] },
    { date: '2003-02', title: 'Second of all', organizations: ['b'] },
    { date: '20031', title: 'Never to be seen' },
  ],
}

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Open a timeline' })
const fact = (page: Page, name: string) =>
  dialog(page)
    .locator('dt', { hasText: new RegExp(`^${name}$`) })
    .locator('+ dd')

/** Who hears of files and pasted texts comes after the picture. */
async function readyToOpen(page: Page): Promise<void> {
  await page.waitForFunction(
    () => performance.getEntriesByName('throughline-open-ready').length > 0,
  )
}

/** What dragging a file from the desktop onto the page comes to. */
async function drop(page: Page, name: string, text: string): Promise<void> {
  await readyToOpen(page)
  await page.evaluate(
    ({ name, text }) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      const options = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('dragover', options))
      document.body.dispatchEvent(new DragEvent('drop', options))
    },
    { name, text },
  )
}

const inlineLink = (json: unknown): string =>
  `#d=${deflateRawSync(JSON.stringify(json)).toString('base64url')}`

test('a dropped document is summed up, then shown, with nothing left of the last one', async ({
  page,
  timeline,
}) => {
  await timeline.open('org=webank&event=founding&q=bank&range=2014/2016')
  await drop(page, 'mine.json', JSON.stringify(small, undefined, 2))
  await expect(fact(page, 'From')).toHaveText('mine.json')
  await expect(fact(page, 'Events')).toHaveText('2 (1 event left out)')
  await expect(fact(page, 'Time')).toHaveText('January 2001 – February 2003')
  await expect(fact(page, 'Organisations')).toHaveText('2: Alpha, Beta')
  await expect(fact(page, 'Problems')).toHaveText('1 error')
  await expect(dialog(page)).toContainText(/line \d+/)
  expect(await findAccessibilityFaults(page)).toEqual([])
  // Nothing has changed yet.
  expect((await timeline.state())['org']).toBe('webank')

  await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
  await timeline.settled()
  expect(await timeline.state()).toEqual({})
  expect(await timeline.drawn()).toMatchObject({ matching: 2, outside: 0 })
  await expect(page).toHaveTitle('My own history · Throughline')
  await expect(page.getByText('From mine.json, on this device')).toBeVisible()
  await expect(page.getByText('WeBank')).toHaveCount(0)

  await page.goBack()
  await timeline.settled()
  expect(await timeline.state()).toMatchObject({ org: 'webank', event: 'founding', q: 'bank' })
  await page.goForward()
  await timeline.settled()
  await timeline.event('Second of all').click()
  await timeline.settled()
  // What is small enough stands in the link, so that loading it anew and passing it on work.
  expect(new URL(page.url()).hash).toMatch(/^#d=[\w-]+$/)
  await page.reload()
  await page.waitForFunction(() => window.__throughline !== undefined)
  await timeline.settled()
  await expect(timeline.detail()).toHaveAccessibleName('Second of all')
  expect((await timeline.drawn()).matching).toBe(2)
})

test('a link that carries its document shows it, in the page and in the embed page', async ({
  page,
  timeline,
}) => {
  const [first, second] = small.events
  const link = inlineLink({ ...small, events: [first, second] })
  for (const path of ['./', './embed.html']) {
    await page.goto('about:blank')
    await page.goto(`${path}?testing=1&lang=en&motion=off${link}#?secret=abc123`)
    await page.waitForFunction(() => window.__throughline !== undefined)
    await timeline.settled()
    expect((await timeline.drawn()).matching, path).toBe(2)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('My own history')
    await expect(page.getByText('From this link')).toBeVisible()
  }
})

test.describe('with links that went wrong', () => {
  test('a cut link says so, and another document can be opened from there', async ({
    page,
    timeline,
  }) => {
    await page.goto(`./?testing=1&lang=en${inlineLink(small).slice(0, -20)}`)
    await expect(
      page.getByRole('heading', { name: 'The timeline in this link cannot be unpacked' }),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Open', exact: true }).click()
    await dialog(page).getByLabel('Text', { exact: true }).fill(JSON.stringify(small))
    await dialog(page).getByRole('button', { name: 'Read' }).nth(1).click()
    await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
    await timeline.settled()
    expect((await timeline.drawn()).matching).toBe(2)
  })
})

test('a table asks what its columns mean, and which way round its dates are', async ({
  page,
  timeline,
}) => {
  await timeline.open('')
  const table = [
    'When it was;What happened;Who;Why',
    '03/04/2018;A first thing;Alpha;because',
    '05/06/2019;A second thing;Beta;"for one, for all"',
  ].join('\n')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await dialog(page)
    .locator('input[type=file]')
    .setInputFiles({
      name: 'things.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    })
  await expect(page.getByRole('table', { name: 'What is in which column?' })).toBeVisible()
  expect(await findAccessibilityFaults(page)).toEqual([])
  await page.getByLabel('Means: When it was').selectOption({ label: 'Date' })
  await page.getByLabel('Means: What happened').selectOption({ label: 'Title' })
  await page.getByLabel('Means: Who').selectOption({ label: 'Organisations' })
  await page.getByLabel('Means: Why').selectOption({ label: 'Text' })
  await dialog(page).getByRole('button', { name: 'Read' }).click()
  await page.getByRole('button', { name: '3 April 2018' }).click()
  await expect(fact(page, 'Events')).toHaveText('2')
  await expect(fact(page, 'Time')).toHaveText('April 2018 – June 2019')
  await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
  await timeline.settled()
  await timeline.event('A first thing').click()
  await expect(timeline.detail()).toContainText('3 April 2018')
})

test('pasting on the page opens what was pasted, in Chinese as well', async ({
  page,
  timeline,
}) => {
  await timeline.open('lang=zh-Hans')
  await readyToOpen(page)
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/plain',
      '# 大事记\n\n- 2016年5月31日：联盟成立\n- 2017年：平台开源\n',
    )
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
  })
  const own = page.getByRole('dialog', { name: '打开时间线' })
  await expect(own).toContainText('粘贴的文本')
  await own.getByRole('button', { name: '显示时间线' }).click()
  await timeline.settled()
  expect((await timeline.drawn()).matching).toBe(2)
})

test('what is no timeline is told, and the page behind stays', async ({ page, timeline }) => {
  await timeline.open('org=webank')
  await drop(page, 'notes.json', '{"events": [}')
  await expect(dialog(page).getByRole('alert')).toContainText('The file is not JSON')
  await dialog(page).getByRole('button', { name: 'Choose another' }).click()
  await dialog(page).getByLabel('Address', { exact: true }).fill('javascript:alert(1)')
  await dialog(page).getByRole('button', { name: 'Read' }).first().click()
  await expect(dialog(page).getByRole('alert')).toContainText('This address cannot be opened')
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toHaveCount(0)
  expect((await timeline.state())['org']).toBe('webank')
})

test('a pasted text is kept to be changed, and what it holds is told of a text', async ({
  page,
  timeline,
}) => {
  await timeline.open('')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  const text = dialog(page).getByLabel('Text', { exact: true })
  const read = dialog(page).getByRole('button', { name: 'Read' }).nth(1)
  await text.fill('{"version": 1, "title": "Mine" "events": []}')
  await read.click()
  await expect(dialog(page).getByRole('alert')).toContainText('The text is not JSON')
  await dialog(page).getByRole('button', { name: 'Change the text' }).click()
  await expect(text).toBeFocused()
  await expect(text).toHaveValue('{"version": 1, "title": "Mine" "events": []}')

  await text.fill('{"version": 1, "title": "Mine", "events": [{"date": "soon", "title": "A"}]}')
  await read.click()
  await expect(fact(page, 'Events')).toHaveText('none that can be shown (1 event left out)')
  await expect(dialog(page).getByRole('button', { name: 'Show the timeline' })).toHaveCount(0)
  await dialog(page).getByRole('button', { name: 'Change the text' }).click()
  await text.fill(JSON.stringify(small))
  await read.click()
  await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
  await timeline.settled()
  expect((await timeline.drawn()).matching).toBe(2)
})

const faulty = {
  version: 1,
  title: 'Faulty',
  events: [
    { date: '44 BC', title: 'Ides' },
    { date: '2001', title: 'First', importance: 99 },
    { date: '2002', title: 'Second', links: [{ url: 'javascript:alert(1)' }] },
    { date: '27 December 1831', title: 'Beagle' },
  ],
}

for (const lang of ['en', 'zh-Hans']) {
  test(`problems name field, value and remedy, in the order of the file, in ${lang}`, async ({
    page,
    timeline,
  }) => {
    await timeline.open(`lang=${lang}`)
    await drop(page, 'mine.json', JSON.stringify(faulty, undefined, 2))
    const own = page.getByRole('dialog')
    const problems = own.locator('ol').getByRole('listitem')
    await expect(problems).toHaveCount(4)
    await expect(problems.nth(0)).toContainText('Write -0043.')
    await expect(problems.nth(1)).toContainText('"importance" cannot be 99.')
    await expect(problems.nth(2)).toContainText('This entry of "links" was left out')
    await expect(problems.nth(3)).toContainText('Write 1831-12-27.')
    if (lang === 'en') return
    await expect(problems.nth(0)).toContainText('日期无法识别。')
    await own.getByRole('button', { name: '显示时间线' }).click()
    await timeline.settled()
    await page.getByRole('button', { name: /4 个问题/ }).click()
    const list = page.getByRole('dialog').getByRole('listitem')
    await expect(list.nth(1)).toContainText('值的类型不对或超出范围，未采用。')
    expect(await findAccessibilityFaults(page)).toEqual([])
  })
}

test('a document by its address is summed up alike, and named by it', async ({
  page,
  timeline,
  baseURL,
}) => {
  const other = new URL(baseURL ?? '')
  other.port = String(Number(other.port) + 1)
  const hostOrigin = other.origin
  await timeline.open('org=webank')
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await dialog(page).getByLabel('Address', { exact: true }).fill(`${hostOrigin}/cors/crowds.json`)
  await page.keyboard.press('Enter')
  await expect(fact(page, 'From')).toHaveText(`${hostOrigin}/cors/crowds.json`)
  await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
  await timeline.settled()
  expect(await timeline.state()).toEqual({ src: `${hostOrigin}/cors/crowds.json` })
  const { host } = new URL(hostOrigin)
  await expect(page.getByText(`Data from ${host}/cors/crowds.json`)).toBeVisible()
  await page.goBack()
  await timeline.settled()
  expect(await timeline.state()).toEqual({ org: 'webank' })
  expect((await timeline.drawn()).matching).toBeLessThan(story.events.length)
})

test('what is too large for a link is kept until the page is loaded anew, and that is said', async ({
  page,
  timeline,
}) => {
  await timeline.open('')
  const events = Array.from({ length: 3000 }, (_, index) => ({
    date: String(1000 + (index % 1000)),
    // Nothing that packs well.
    title: `${index} ${Math.imul(index + 7, 2_654_435_761).toString(36)} ${Math.imul(index, 40_503 * 977).toString(36)}`,
  }))
  await drop(page, 'large.json', JSON.stringify({ ...small, events }))
  await dialog(page).getByRole('button', { name: 'Show the timeline' }).click()
  await timeline.settled()
  expect((await timeline.drawn()).matching).toBe(3000)
  expect(new URL(page.url()).hash).toBe('')
  await page.getByRole('button', { name: 'Share & embed' }).click()
  await expect(page.getByText(/is too large for a link/)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'The file is no longer open' })).toBeVisible()
})

test('what the page saves, it opens again: as a document, a table and a calendar', async ({
  page,
  timeline,
}) => {
  await timeline.open('')
  await page.getByRole('button', { name: 'Share & embed' }).click()
  const share = page.getByRole('dialog', { name: 'Share and embed' })
  const texts: (readonly [string, string])[] = []
  for (const name of ['Document (JSON)', 'Table (CSV)', 'Calendar (ICS)']) {
    const coming = page.waitForEvent('download')
    await share.getByRole('button', { name }).click()
    const download = await coming
    await expect(share.getByRole('status')).toContainText(`Saved: ${name}`)
    texts.push([download.suggestedFilename(), readFileSync(await download.path(), 'utf8')])
  }
  expect(await findAccessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  expect(texts.map(([name]) => name)).toEqual([
    'the-bank-that-opened-its-code.json',
    'the-bank-that-opened-its-code.csv',
    'the-bank-that-opened-its-code.ics',
  ])
  for (const [name, text] of texts) {
    await drop(page, name, text)
    await expect(fact(page, 'From')).toHaveText(name)
    await expect(fact(page, 'Events')).toHaveText(String(story.events.length))
    await expect(fact(page, 'Organisations')).toContainText(`${story.organizations.length}: `)
  }
})
