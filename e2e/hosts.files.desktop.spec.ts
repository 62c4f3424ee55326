import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'

import { deckPlace, deckReady, expect, focused, stepIn, test } from './support/hosts.ts'

/** Puts files of the build and of reveal.js beside each other, and a deck with these slides. */
async function writeDeck(page: Page, baseURL: string | undefined, slides: string): Promise<string> {
  const folder = test.info().outputPath()
  for (const name of ['embed.html', 'element.js', 'reveal-plugin.js']) {
    const response = await page.request.get(new URL(name, baseURL).href)
    writeFileSync(`${folder}/${name}`, await response.body())
  }
  for (const name of ['reset.css', 'reveal.css', 'reveal.js']) {
    copyFileSync(
      new URL(`../node_modules/reveal.js/dist/${name}`, import.meta.url),
      `${folder}/${name}`,
    )
  }
  writeFileSync(
    `${folder}/deck.html`,
    `<!doctype html><meta charset="utf-8"><title>A deck of files</title>
    <link rel="stylesheet" href="reset.css"><link rel="stylesheet" href="reveal.css">
    <div class="reveal"><div class="slides"><section>Before</section>${slides}<section>After</section></div></div>
    <script src="reveal.js"></script><script src="reveal-plugin.js"></script>
    <script>Reveal.initialize({ hash: true, transition: 'none', width: 1280, height: 720, plugins: [RevealThroughline] })</script>`,
  )
  return pathToFileURL(`${folder}/deck.html`).href
}

const story = readFileSync(new URL('../public/timeline.json', import.meta.url), 'utf8')

test('D74 in a deck of files the plugin drives a timeline whose document stands in the page', async ({
  page,
  baseURL,
}) => {
  const inline = story.replaceAll('<', String.raw`\u003c`)
  const deck = await writeDeck(
    page,
    baseURL,
    `<section data-throughline="#story" data-throughline-steps="first-bet,macao" data-throughline-params="lang=en&motion=off"></section>
    <script type="application/json" id="story">${inline}</script>`,
  )
  await page.goto(`${deck}#/1`)
  await deckReady(page)
  const heading = page.locator('through-line').getByRole('heading', { level: 1 })
  await expect(heading).toHaveAccessibleName('The bank that opened its code')
  await page.keyboard.press('PageDown')
  await expect(heading).toHaveAccessibleName('A bank without a counter')
  await page.keyboard.press('PageDown')
  expect(await deckPlace(page)).toEqual({ h: 1, f: 1 })
  await page.keyboard.press('PageDown')
  expect((await deckPlace(page)).h).toBe(2)
  await page.goto(`${deck}?print-pdf`)
  await expect(page.locator('.pdf-page img[data-throughline-slide]')).toHaveCount(3)
})

test('D74 without the plugin a frame of a file gives the keys back to its deck', async ({
  page,
  baseURL,
}) => {
  const deck = await writeDeck(
    page,
    baseURL,
    '<section><iframe title="Timeline" width="1200" height="600" src="embed.html?steps=first-bet,macao&lang=en&motion=off"></iframe></section>',
  )
  await page.goto(deck)
  await deckReady(page)
  const embed = page.frameLocator('iframe')
  await page.frames()[1]?.waitForLoadState('load')
  await page.keyboard.press('PageDown')
  await expect(embed.locator('[role=group][data-steps]')).toBeVisible()
  const box = await page.locator('iframe').boundingBox()
  if (box === null) throw new Error('The frame is not to be seen.')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height * 0.06)
  expect(await focused(page)).toBe('iframe')
  for (const step of ['1 of 2', '2 of 2']) {
    await page.keyboard.press('PageDown')
    await expect.poll(() => stepIn(embed)).toBe(step)
  }
  await page.keyboard.press('PageDown')
  await expect.poll(async () => (await deckPlace(page)).h).toBe(2)
  expect(await focused(page)).toBe('body')
})
