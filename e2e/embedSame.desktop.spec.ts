import type { Page } from '@playwright/test'

import { settledIn } from './support/embed.ts'
import { expect, test } from './support/test.ts'

// Our own page is made with React, embeds with Preact (docs/decisions/0011-preact-in-embeds.md): of the same
// address they show the same.

const addresses = [
  'mode=explore',
  'mode=explore&event=ten-releases&org=-r3&theme=dark',
  'mode=explore&lang=zh-Hans&q=链&range=2015/2017',
  'mode=explore&range=2019-07-20/2019-07-31&lanes=topics',
  'mode=explore&view=list&org=webank&event=founding',
  'mode=present&step=10',
]

/** The drawing as it is written, but for the names of gradients and such. */
const drawing = (page: Page): Promise<string> =>
  page.locator('[data-print-drawing] svg, main > div > svg').evaluateAll((all) =>
    all
      .map(({ outerHTML }) => outerHTML)
      .join('\n')
      .replaceAll(/(id="|url\(#)[a-z]+\d*-/g, '$1')
      .replaceAll(/ class="[^"]*"/g, ''),
  )

/** What a screen reader is told. A document of one's own can be opened in our page alone. */
async function told(page: Page): Promise<string> {
  const lines = (await page.locator('#app, #timeline').ariaSnapshot()).split('\n')
  return lines.filter((line) => !/^ *- button "(Open|打开)"/.test(line)).join('\n')
}

interface Seen {
  readonly drawing: string
  readonly told: string
}

async function see(page: Page): Promise<Seen> {
  await settledIn(page.mainFrame())
  // What is read out follows half a second after what is seen.
  await page.waitForFunction(() => {
    const seen = document.querySelector('main > footer > [aria-hidden]')
    return seen === null || seen.nextElementSibling?.textContent === seen.textContent
  })
  return { drawing: await drawing(page), told: await told(page) }
}

// Embeds load no fonts: without its own our page measures the same letters.
test.use({ expectedComplaint: /Failed to load resource/ })

test.beforeEach(({ page }) => page.route('**/*.woff2', (route) => route.abort()))

const at = (name: string, query: string): string =>
  `./${name}?testing=1&${query.includes('lang=') ? '' : 'lang=en&'}${query}`

test('an embed shows what our own page shows of the same address', async ({ page }) => {
  test.slow()
  for (const query of addresses) {
    await page.goto(at('index.html', query))
    const ours = await see(page)
    await page.goto(at('embed.html', query))
    const theirs = await see(page)
    if (!query.includes('view=list')) expect(ours.drawing).toContain('<text')
    expect(theirs.told, query).toBe(ours.told)
    expect(theirs.drawing, query).toBe(ours.drawing)
  }
})

test('after presenting it does, too', async ({ page }) => {
  const seen: Seen[] = []
  for (const name of ['index.html', 'embed.html']) {
    await page.goto(at(name, 'mode=explore'))
    await settledIn(page.mainFrame())
    await page.getByRole('button', { name: 'Present this timeline, step by step' }).click()
    await expect(page.getByRole('button', { name: 'Leave the presentation' })).toBeAttached()
    for (let step = 1; step <= 3; step += 1) {
      await page.keyboard.press('PageDown')
      await expect(page).toHaveURL(new RegExp(`step=${step}`))
    }
    await page.keyboard.press('Escape')
    await expect(page.getByRole('searchbox')).toBeVisible()
    seen.push(await see(page))
  }
  expect(seen[1]).toEqual(seen[0])
})
