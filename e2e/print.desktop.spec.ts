import { expect, test } from './support/test.ts'

test('paper gets the drawing in light colours and the whole list, and no controls', async ({
  page,
  timeline,
}) => {
  await timeline.open('theme=dark')
  const events = (await timeline.drawn()).matching
  // The sheet is fetched when the browser is idle.
  await page.waitForFunction(
    () => performance.getEntriesByName('throughline-print-ready').length > 0,
  )
  await page.emulateMedia({ media: 'print' })
  const table = page.getByRole('table')
  await expect(table).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(events + 1)
  await expect(page.getByRole('button')).toHaveCount(0)
  const drawing = page.locator('svg').filter({ visible: true }).first()
  await expect(drawing.locator('text').filter({ hasText: 'WeBank' }).first()).toBeVisible()
  const ink = await page
    .getByRole('heading', { level: 1 })
    .evaluate((title) => getComputedStyle(title).color)
  expect(ink).toBe('rgb(29, 27, 22)')
  // Sources are named with their addresses, since paper has no links.
  await expect(page.getByRole('list').last()).toContainText('https://')

  await page.emulateMedia({ media: 'screen' })
  await expect(page.getByRole('table')).toHaveCount(0)
})

for (const [lang, lines] of [
  ['en', ['Search: “chain”', 'Organisation: WeBank']],
  ['zh-Hans', ['搜索：“chain”', '机构：微众银行']],
] as const) {
  test(`paper says what is filtered for, in ${lang}`, async ({ page, timeline }) => {
    await timeline.open(`org=webank&q=chain&lang=${lang}`)
    await page.waitForFunction(
      () => performance.getEntriesByName('throughline-print-ready').length > 0,
    )
    await page.emulateMedia({ media: 'print' })
    for (const line of lines) await expect(page.getByText(line, { exact: true })).toBeVisible()
  })
}

for (const landscape of [false, true]) {
  test(`A4 ${landscape ? 'across' : 'upright'} comes out on a few pages`, async ({
    page,
    timeline,
  }) => {
    await timeline.open('')
    await page.waitForFunction(
      () => performance.getEntriesByName('throughline-print-ready').length > 0,
    )
    const pdf = await page.pdf({ format: 'A4', landscape, printBackground: true })
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.length).toBeLessThan(16)
  })
}
