import type { Page } from '@playwright/test'

import { messages as firstEnglish } from '#i18n/messages.en.ts'
import { messages as firstChinese } from '#i18n/messages.zh-Hans.ts'
import { panelMessages as panelsEnglish } from '#i18n/panelMessages.en.ts'
import { panelMessages as panelsChinese } from '#i18n/panelMessages.zh-Hans.ts'
import { inLanguage, story } from './support/story.ts'
import { expect, test } from './support/test.ts'

const english = { ...firstEnglish, ...panelsEnglish }
const chinese = { ...firstChinese, ...panelsChinese }
const titles = new Map(story.events.map(({ id, title }) => [id, inLanguage(title, 'zh-Hans')]))

/** The fixed texts of a table of messages, by their place in it. */
function fixedTexts(part: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(part)) {
    const place = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(place, value)
    else if (typeof value === 'object') {
      for (const [below, text] of fixedTexts(value, place)) found.set(below, text)
    }
  }
  return found
}

const chineseTexts = fixedTexts(chinese)
/** English words of the interface that Chinese says otherwise. */
const englishOnly = new Set(
  [...fixedTexts(english)]
    .filter(([place, text]) => /[a-z]{2}/i.test(text) && chineseTexts.get(place) !== text)
    .map(([, text]) => text),
)
/** What only the sentences with numbers in them can have left behind. */
const englishSentence =
  /\b(\d+ (more|events?|earlier|later|matches|match|organisations?|problems?)|of \d+|Show only|Hide|Topic:|Person:|Organisation:)\b/

/** Every text that can be seen or heard: words, names, titles and hints. */
async function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
      const around = text.parentElement
      if (around?.closest('script, style, noscript, [hidden], [lang="en"]')) continue
      found.add(text.textContent?.trim() ?? '')
    }
    for (const name of ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']) {
      for (const one of document.body.querySelectorAll(`[${name}]:not([lang="en"])`)) {
        found.add(one.getAttribute(name) ?? '')
      }
    }
    return [...found].filter((text) => text !== '')
  })
}

async function expectNoEnglish(page: Page): Promise<void> {
  expect((await texts(page)).length).toBeGreaterThan(3)
  // The status line speaks half a second after the last change.
  await expect
    .poll(async () => {
      const all = await texts(page)
      return all.filter((text) => englishOnly.has(text) || englishSentence.test(text))
    })
    .toEqual([])
}

async function bringControls(page: Page): Promise<void> {
  const more = page.getByRole('button', { name: 'More controls' })
  if (await more.isVisible()) await more.click()
}

test('the search for English left over finds it where it is', async ({ page, timeline }) => {
  await timeline.open('lang=en')
  const all = await texts(page)
  expect(all.filter((text) => englishOnly.has(text)).length).toBeGreaterThan(10)
  expect(all.filter((text) => englishSentence.test(text)).length).toBeGreaterThan(5)
})

test('switching the language on the spot keeps view, selection and filter', async ({
  page,
  timeline,
}) => {
  await timeline.open('range=2016/2017&event=golden-chain-alliance&org=webank&theme=dark')
  const before = { view: await timeline.view(), state: await timeline.state() }
  const drawn = await timeline.drawn()
  const loads = await page.evaluate(() => performance.getEntriesByType('navigation').length)
  await page.evaluate(() => Reflect.set(window, 'same', true))
  await bringControls(page)
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await timeline.settled()
  expect(await page.evaluate('same'), 'the page was not loaded again').toBe(true)
  expect(loads).toBe(1)
  expect(await timeline.state()).toEqual({ ...before.state, lang: 'zh-Hans' })
  expect(await timeline.view()).toEqual(before.view)
  expect((await timeline.drawn()).matching).toBe(drawn.matching)
  await expect(timeline.detail()).toHaveAccessibleName(titles.get('golden-chain-alliance') ?? '')
  await expect(page).toHaveTitle(
    `${titles.get('golden-chain-alliance') ?? ''} – ${inLanguage(story.title, 'zh-Hans')} · Throughline`,
  )
  await expectNoEnglish(page)

  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await timeline.settled()
  expect(await timeline.view()).toEqual(before.view)
})

test('events are named and dated in Chinese, as Intl writes it', async ({ page, timeline }) => {
  await timeline.open('lang=zh-Hans')
  const day = new Intl.DateTimeFormat('zh-Hans', { dateStyle: 'long', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat('zh-Hans', {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  const dates: readonly (readonly [string, string])[] = [
    ['golden-chain-alliance', day.format(Date.UTC(2016, 4, 31))],
    ['ten-releases', day.format(Date.UTC(2019, 6, 26))],
    ['fisco-bcos-open-sourced', month.format(Date.UTC(2017, 11))],
    ['founding', '2014年'],
  ]
  for (const [id, date] of dates) {
    const name = await page.locator(`[data-event-id="${id}"]`).getAttribute('aria-label')
    expect(name).toContain(titles.get(id))
    expect(name).toContain(date)
  }
  const words = await timeline.drawnWords()
  expect(words.replaceAll(' ', '')).toContain(titles.get('ten-releases')?.replaceAll(' ', ''))
  expect(words).toMatch(/20\d\d年/)
  await timeline.open('lang=zh-Hans&range=2019-07-01/2019-07-31')
  expect(await timeline.drawnWords()).toContain('2019年7月')
})

test('no English word of the interface is left in the drawing, the panel and the list', async ({
  page,
  timeline,
}) => {
  for (const query of [
    '',
    'event=ten-releases&org=r3',
    'event=bsn-support&org=fisco,webank&match=all&topic=blockchain',
    'view=list&q=链',
    'q=zzzz',
    'src=/fixtures/someBad.json',
    'src=/fixtures/empty.json',
    'src=/fixtures/noEvents.json',
  ]) {
    await test.step(query, async () => {
      await timeline.open(`lang=zh-Hans&${query}`)
      await expectNoEnglish(page)
    })
  }
})

test('no English word of the interface is left in the dialogs', async ({ page, timeline }) => {
  await timeline.open('lang=zh-Hans&theme=plaid')
  await page.getByRole('button', { name: chinese.status.problemsLabel(1) }).click()
  await timeline.settled()
  await expectNoEnglish(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: chinese.help.title })).toBeVisible()
  await timeline.settled()
  await expectNoEnglish(page)
  await page.keyboard.press('Escape')
  const more = page.getByRole('button', { name: chinese.header.more })
  if (await more.isVisible()) await more.click()
  await page.getByRole('button', { name: chinese.header.about }).click()
  await expect(page.getByRole('dialog', { name: chinese.about.title })).toBeVisible()
  await timeline.settled()
  await expectNoEnglish(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /另外 \d+ 个机构|^筛选$/ }).click()
  await timeline.settled()
  await expectNoEnglish(page)
})
