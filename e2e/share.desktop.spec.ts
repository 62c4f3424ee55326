import type { Locator, Page } from '@playwright/test'
import { inLanguage, story } from './support/story.ts'
import { expect, test } from './support/test.ts'
import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'

/** The button; narrow, it stands behind "More controls". */
async function shareButton(page: Page, name = 'Share & embed') {
  const fold = page.getByRole('button', { name: /^(More controls|更多控件)$/ })
  if (await fold.isVisible()) await fold.click()
  return page.getByRole('button', { name, exact: true })
}

async function openShare(page: Page): Promise<Locator> {
  await (await shareButton(page)).click()
  const dialog = page.getByRole('dialog', { name: 'Share and embed' })
  await expect(dialog).toBeVisible()
  return dialog
}

const snippetIn = (dialog: Locator): Locator => dialog.getByRole('textbox', { name: 'To copy' })
const previewIn = (dialog: Locator): Locator => dialog.locator('iframe')

/** The `src` of the frame that a snippet makes, as a browser reads it. */
async function pastedFrame(page: Page, snippet: string) {
  const host = await page.context().newPage()
  await host.setContent(snippet)
  const frame = host.locator('iframe')
  await expect(frame).toHaveCount(1)
  return { host, frame, src: (await frame.getAttribute('src')) ?? '' }
}

const states = [
  '',
  'range=2016/2018&event=alliance&org=webank,fisco&match=all',
  'q=open&view=list&theme=dark',
  'event=ten-releases&lanes=topics&lang=zh-Hans',
]

test.describe('the link', () => {
  test('is one click away, and is the address', async ({ page, timeline, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await timeline.open('view=list&org=webank&q=open')
    const dialog = await openShare(page)
    await dialog.getByRole('button', { name: 'Copy link' }).click()
    await expect(dialog.getByText('Copied.')).toBeVisible()
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(new URL(link).search).toBe('?org=webank&q=open&view=list')
    await expect(snippetIn(dialog)).toHaveValue(link)
  })

  test('goes to the sheet of a device that has one, and nothing else does', async ({
    page,
    timeline,
  }) => {
    await page.addInitScript(() => {
      const shared: ShareData[] = []
      Object.assign(window, { shared })
      navigator.share = async (data) => void shared.push(data ?? {})
    })
    await timeline.open('org=webank')
    const dialog = await openShare(page)
    await dialog.getByRole('button', { name: 'Send…' }).click()
    const link = await snippetIn(dialog).inputValue()
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    const shared = await page.evaluate(() => (window as { shared?: ShareData[] }).shared)
    expect(shared).toEqual([{ title, url: link }])
    await dialog.getByText('Frame', { exact: true }).click()
    await expect(dialog.getByRole('button', { name: 'Send…' })).toBeHidden()
  })

  for (const query of states) {
    test(`restores the view exactly: ${query || 'everything'}`, async ({ page, timeline }) => {
      await timeline.open(query)
      const before = await timeline.state()
      const view = query.includes('view=list') ? undefined : await timeline.view()
      const name = query.includes('zh-Hans') ? '分享与嵌入' : 'Share & embed'
      await (await shareButton(page, name)).click()
      const link = await page.getByRole('dialog').getByRole('textbox').inputValue()
      await timeline.open(new URL(link).search.slice(1))
      expect(await timeline.state()).toEqual(before)
      if (view !== undefined) expect(await timeline.view()).toEqual(view)
    })
  }

  test('a view that was reached by hand comes back too', async ({ page, timeline }) => {
    await timeline.open()
    await page.getByRole('button', { name: 'Zoom in' }).click()
    await timeline.settled()
    const [before, view] = [await timeline.state(), await timeline.view()]
    expect(before).toHaveProperty('range')
    const link = await snippetIn(await openShare(page)).inputValue()
    await timeline.open(new URL(link).search.slice(1))
    expect(await timeline.state()).toEqual(before)
    // Dates in the address stand for pixels.
    const pixel = (view.to - view.from) / (page.viewportSize()?.width ?? 1)
    const again = await timeline.view()
    expect(Math.abs(again.from - view.from)).toBeLessThan(pixel)
    expect(Math.abs(again.to - view.to)).toBeLessThan(pixel)
  })

  test('takes along what is ticked', async ({ page, timeline }) => {
    await timeline.open('range=2016/2019&event=ten-releases&org=webank')
    const dialog = await openShare(page)
    const link = async () => new URL(await snippetIn(dialog).inputValue()).search
    expect(await link()).toBe('?range=2016/2019&event=ten-releases&org=webank')
    await dialog.getByRole('checkbox', { name: 'This view' }).uncheck()
    expect(await link()).toBe('?org=webank')
    await dialog.getByRole('checkbox', { name: 'These filters' }).uncheck()
    expect(await link()).toBe('')
    await dialog.getByRole('radio', { name: 'As here: Light' }).check()
    await dialog.getByRole('radio', { name: 'As here: English' }).check()
    expect(await link()).toBe('?theme=light&lang=en')
  })

  test('can begin the presentation at the step of the selected event', async ({
    page,
    timeline,
  }) => {
    await timeline.open('event=ten-releases')
    const dialog = await openShare(page)
    const presented = dialog.getByRole('checkbox', { name: 'The story, step by step' })
    await expect(presented).toHaveAccessibleDescription(/^presented from step \d+: /)
    await presented.check()
    await expect(dialog.getByRole('checkbox', { name: 'This view' })).toBeDisabled()
    const { search } = new URL(await snippetIn(dialog).inputValue())
    expect(search).toMatch(/^\?mode=present&step=\d+$/)
    const title = (await presented.getAttribute('aria-describedby')) ?? ''
    const told = await page.evaluate((id) => document.getElementById(id)?.textContent, title)
    await timeline.open(search.slice(1))
    await expect(page.getByRole('main', { name: 'Presentation' })).toBeVisible()
    expect(await timeline.state()).toEqual(Object.fromEntries(new URLSearchParams(search)))
    await expect(page.getByRole('button', { name: told?.split(': ')[1] ?? '?' })).toHaveAttribute(
      'aria-current',
      'step',
    )
  })
})

test.describe('snippets', () => {
  test('a frame is what the preview shows, in every size', async ({ page, timeline }) => {
    await timeline.open('event=ten-releases&org=webank')
    const dialog = await openShare(page)
    for (const [kind, size, width, height] of [
      ['Frame', 'Slide', '960', '540'],
      ['Frame', 'Page', '100%', '600'],
      ['Frame in a sandbox', 'Phone', '390', '640'],
    ] as const) {
      await dialog.getByRole('radio', { name: kind, exact: true }).check()
      await dialog.getByRole('radio', { name: size, exact: true }).check()
      const { host, frame, src } = await pastedFrame(page, await snippetIn(dialog).inputValue())
      await expect(previewIn(dialog)).toHaveAttribute('src', src)
      await expect(frame).toHaveAttribute('width', width)
      await expect(frame).toHaveAttribute('height', height)
      await expect(frame).toHaveAttribute('loading', 'lazy')
      await expect(frame).toHaveAttribute('allow', 'fullscreen; clipboard-write')
      await expect(frame).toHaveAttribute('title', inLanguage(story.title))
      expect(await frame.getAttribute('sandbox')).toBe(kind === 'Frame' ? null : 'allow-scripts')
      expect(new URL(src).pathname).toBe('/embed.html')
      await host.close()
    }
  })

  test('the preview runs the timeline, with the link’s own address', async ({ page, timeline }) => {
    await timeline.open('event=ten-releases&org=webank')
    const dialog = await openShare(page)
    const src = (await previewIn(dialog).getAttribute('src')) ?? ''
    expect(new URL(src).search).toBe('?mode=explore&event=ten-releases&org=webank')
    await dialog.getByRole('radio', { name: 'Frame', exact: true }).check()
    const frame = page.frameLocator('dialog iframe')
    await expect(frame.getByRole('button', { name: /^Ten .*WeBank/ }).first()).toBeAttached()
    expect(page.frames()[1]?.url()).toMatch(/embed\.html\?event=ten-releases&org=webank$/)
  })

  test('other hosts get theirs', async ({ page, timeline }) => {
    await timeline.open('event=ten-releases&org=webank')
    const dialog = await openShare(page)
    const textOf = async (kind: string): Promise<string> => {
      await dialog.getByRole('radio', { name: kind, exact: true }).check()
      return snippetIn(dialog).inputValue()
    }
    expect(await textOf('Element')).toMatch(
      /<through-line src="http:\S+\/timeline\.json" mode="embed" event="ten-releases" org="webank" /,
    )
    expect(await textOf('reveal.js')).toMatch(
      /<section data-throughline="http:\S+\/timeline\.json" .+ data-throughline-params="mode=embed&amp;event=ten-releases&amp;org=webank"><\/section>$/,
    )
    expect(await textOf('Markdown')).toMatch(/^\[.+\]\(http:\S+\?event=ten-releases&org=webank\)$/)
    expect(await textOf('Slidev')).toMatch(
      /^---\nlayout: iframe\nurl: "http:\S+\/embed\.html\?event=ten-releases&org=webank"\n---$/,
    )
  })

  test('hostile words stay words', async ({ page, timeline }) => {
    await timeline.open(
      `src=fixtures/hostileTitle.json&event=${encodeURIComponent(`"><script>'&amp;`)}`,
    )
    const title = await page.getByRole('heading', { level: 1 }).innerText()
    const dialog = await openShare(page)
    await dialog.getByRole('radio', { name: 'Frame', exact: true }).check()
    const pasted = await pastedFrame(page, await snippetIn(dialog).inputValue())
    await expect(pasted.frame).toHaveAttribute('title', title)
    expect(new URL(pasted.src).searchParams.get('event')).toBe(`"><script>'&amp;`)
    await expect(pasted.host.locator('body > :not(iframe)')).toHaveCount(0)
    await expect(pasted.host.locator('body')).toHaveText('')
    expect(await pasted.host.title()).toBe('')
    await pasted.host.close()

    await dialog.getByRole('radio', { name: 'Element', exact: true }).check()
    const host = await page.context().newPage()
    await host.route('**/element.js', (route) => route.fulfill({ body: '' }))
    await host.setContent(await snippetIn(dialog).inputValue())
    await expect(host.locator('through-line')).toHaveAttribute('event', `"><script>'&amp;`)
    await expect(host.locator('through-line > a')).toHaveText(title)
    await expect(host.locator('script')).toHaveCount(1)
    await host.close()
  })
})

test.describe('the dialog', () => {
  for (const theme of ['light', 'dark', 'contrast']) {
    test(`is clean for axe, ${theme}`, async ({ page, timeline }) => {
      await timeline.open(`event=ten-releases&org=webank&theme=${theme}`)
      const dialog = await openShare(page)
      await dialog.getByRole('radio', { name: 'Element', exact: true }).check()
      expect(await findAccessibilityFaults(page)).toEqual([])
    })
  }

  test('is walked by keys, past the preview, and gives the focus back', async ({
    page,
    timeline,
  }) => {
    await timeline.open('org=webank')
    const button = await shareButton(page)
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(previewIn(dialog)).toBeAttached()
    const inside = new Set<string>()
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab')
      inside.add(await page.evaluate(() => document.activeElement?.tagName ?? ''))
    }
    expect(inside).toContain('TEXTAREA')
    expect(inside).toContain('INPUT')
    expect(inside).not.toContain('IFRAME')
    await dialog.getByRole('radio', { name: 'Link' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(snippetIn(dialog)).toHaveValue(/^<iframe /)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await expect(button).toBeFocused()
  })

  test('says that others cannot open an address of this computer', async ({ page, timeline }) => {
    await timeline.open()
    const dialog = await openShare(page)
    await expect(dialog.getByText('others cannot open it')).toBeVisible()
  })

  test('leaves no history behind', async ({ page, timeline }) => {
    await timeline.open('org=webank')
    const dialog = await openShare(page)
    const before = await page.evaluate(() => window.history.length)
    for (const name of ['Frame', 'Link', 'Frame in a sandbox']) {
      await dialog.getByRole('radio', { name, exact: true }).check()
      await expect(page.frameLocator('dialog iframe').getByRole('heading').first()).toBeAttached()
    }
    expect(await page.evaluate(() => window.history.length)).toBe(before)
  })

  test('fits 320 pixels', async ({ page, timeline }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await timeline.open('event=ten-releases&org=webank')
    const dialog = await openShare(page)
    for (const kind of ['Link', 'Element']) {
      await dialog.getByRole('radio', { name: kind, exact: true }).check()
      const copy = dialog.getByRole('button', { name: /^Copy/ })
      await copy.scrollIntoViewIfNeeded()
      await expect(copy).toBeInViewport({ ratio: 0.9 })
      const sideways = await dialog
        .getByRole('group', { name: 'Share and embed' })
        .evaluate((body) => body.scrollWidth - body.clientWidth)
      expect(sideways).toBe(0)
    }
  })

  test('speaks Chinese', async ({ page, timeline }) => {
    await timeline.open('lang=zh-Hans')
    await (await shareButton(page, '分享与嵌入')).click()
    const dialog = page.getByRole('dialog', { name: '分享与嵌入' })
    await expect(dialog.getByRole('checkbox', { name: '当前视图' })).toBeDisabled()
    await expect(dialog.getByRole('radio', { name: '与这里相同：中文' })).toBeChecked()
    expect(await findAccessibilityFaults(page)).toEqual([])
  })
})
