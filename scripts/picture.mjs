/**
 * Takes the two pictures that the repository shows, from the built page: docs/picture.png for the
 * README, and public/card.png, which sites show beside a link (Open Graph, 1200×630).
 * Run after a build: npm run picture. Build again to have the card in dist.
 */
import { chromium } from '@playwright/test'
import { findChromium } from './findBrowser.mjs'
import { serveDist } from './serveDist.mjs'

const port = 4590

const pictures = [
  { file: 'docs/picture.png', width: 1440, height: 900, query: 'event=ten-releases' },
  { file: 'public/card.png', width: 1200, height: 630, query: 'ui=min&panel=none' },
]

const found = await findChromium()
if (found === undefined) {
  console.error('No Chromium was found: npx playwright install --with-deps chromium')
  process.exit(2)
}
const stop = await serveDist(port)
const browser = await chromium.launch(found.launchOptions)
for (const { file, width, height, query } of pictures) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
  })
  await page.goto(`http://127.0.0.1:${port}/?${query}&testing=1`)
  // A predicate that waits, because this has a time limit and a plain evaluation has none.
  await page.waitForFunction(async () => {
    await window.__throughline?.whenSettled()
    return window.__throughline !== undefined
  })
  // Panels and fonts that arrive on demand.
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready)
  await page.screenshot({ path: file })
  await page.close()
  console.log(file)
}
await browser.close()
stop()
