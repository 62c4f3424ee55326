import { findAccessibilityFaults } from './support/findAccessibilityFaults.ts'
import { expect, test } from './support/test.ts'

test.describe('what cannot be shown says what happened, where, and what to do', () => {
  // The browser itself reports the failed requests that are provoked here.
  test.use({ expectedComplaint: /Failed to load resource|CORS policy|ERR_/ })

  const cases = [
    ['not there', '/fixtures/absent.json', 'There is no timeline at this address', 'spelling'],
    ['a web page', '/fixtures/webPage.json', 'This is a web page, not a timeline', 'Raw'],
    ['not JSON', '/fixtures/broken.json', 'The file is not JSON', 'Put a comma'],
    ['no events', '/fixtures/noEvents.json', 'This is no timeline', 'events'],
    ['a newer version', '/fixtures/newer.json', 'This timeline is from the future', 'version'],
  ] as const
  for (const [name, source, title, help] of cases) {
    test(name, async ({ page, timeline }) => {
      await timeline.open(`src=${source}`)
      await expect(page.getByRole('heading', { name: title })).toBeVisible()
      await expect(page.getByRole('main')).toContainText(help)
      await expect(page.getByRole('main')).toContainText(source)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
      expect(await findAccessibilityFaults(page)).toEqual([])
    })
  }

  test('another site that does not allow it', async ({ page, timeline, baseURL }) => {
    const other = new URL(baseURL ?? '')
    other.port = String(Number(other.port) + 1)
    await timeline.open(`src=${other.origin}/nocors/someBad.json`)
    await expect(page.getByRole('heading', { name: /does not let this page read/ })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('Access-Control-Allow-Origin')
  })

  test('a JSON error shows its line, with a caret under the place', async ({ page, timeline }) => {
    await timeline.open('src=/fixtures/broken.json')
    await expect(page.getByText('Line 5, column 43')).toBeVisible()
    await expect(page.locator('pre')).toContainText('"An event" "summary"')
    await expect(page.locator('pre')).toContainText('^')
  })

  test('trying again shows the timeline once it is there', async ({ page, timeline }) => {
    await page.route('**/fixtures/someBad.json', (route) => route.fulfill({ status: 503 }))
    await timeline.open('src=/fixtures/someBad.json&view=list')
    await expect(page.getByRole('main')).toContainText('503')
    await page.unroute('**/fixtures/someBad.json')
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Two good among bad' }).first()).toBeVisible()
  })

  test('the shipped story is one click away', async ({ page, timeline }) => {
    await timeline.open('src=/fixtures/absent.json')
    await page.getByRole('link', { name: 'Show the story that comes with this page' }).click()
    await expect(page).not.toHaveURL(/src=/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: /^WeBank, / })).toBeVisible()
  })

  test('offline has a word of its own, and trying again works once it is over', async ({
    page,
    timeline,
    context,
  }) => {
    await page.route('**/fixtures/someBad.json', (route) => route.fulfill({ status: 503 }))
    await timeline.open('src=/fixtures/someBad.json&view=list')
    await page.unroute('**/fixtures/someBad.json')
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'You are offline' })).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.locator('tbody').getByRole('row')).toHaveCount(3)
  })

  test('failures speak Chinese', async ({ page, timeline }) => {
    await timeline.open('src=/fixtures/absent.json&lang=zh-Hans')
    await expect(page.getByRole('heading', { name: '这个地址没有时间线' })).toBeVisible()
    await expect(page.getByRole('button', { name: '重试' })).toBeVisible()
  })
})

test('a bad event costs no good one, and is told with its place', async ({ page, timeline }) => {
  await timeline.open('src=/fixtures/someBad.json&view=list')
  await expect(page.locator('tbody').getByRole('row')).toHaveCount(3)
  await page.getByRole('button', { name: /problems? found while reading/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Problems in the data' })
  await expect(dialog.getByText('line 6')).toBeVisible()
  await expect(dialog).toContainText('events[1].date')
  await expect(dialog).toContainText('sometime in spring')
  expect(await findAccessibilityFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /problems? found while reading/ })).toBeFocused()
})

test('a list without events has a page that shows the first step', async ({ page, timeline }) => {
  await timeline.open('src=/fixtures/empty.json')
  await expect(page.getByRole('heading', { name: 'No events yet' })).toBeVisible()
  await expect(page.locator('pre')).toContainText('"date"')
  await expect(page).toHaveTitle('A timeline to be · Throughline')
  expect(await findAccessibilityFaults(page)).toEqual([])
})

test('what the address says wrongly is told, and the page opens all the same', async ({
  page,
  timeline,
}) => {
  await timeline.open('view=list&theme=plaid')
  await page.getByRole('button', { name: /1 problem found/ }).click()
  await expect(page.getByRole('dialog')).toContainText('“theme” cannot be “plaid”')
})

test('the data of another site is named as such, in sight', async ({ page, timeline, baseURL }) => {
  const other = new URL(baseURL ?? '')
  other.port = String(Number(other.port) + 1)
  await timeline.open(`src=${other.origin}/cors/someBad.json&view=list`)
  await expect(page.getByText(`Data from ${other.host}`)).toBeVisible()
  await timeline.open('view=list')
  await expect(page.getByText('Data from')).toHaveCount(0)
})

test('a big file shows true progress and can be cancelled', async ({ page, timeline }) => {
  // Half of a megabyte comes, and then nothing: the page must tell just that.
  await page.addInitScript(() => {
    const real = window.fetch
    window.fetch = (input, init) => {
      if (!String(input instanceof Request ? input.url : input).includes('timeline.json')) {
        return real(input, init)
      }
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(' '.repeat(2_500_000)))
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
        },
      })
      const headers = { 'Content-Length': '10000000', 'Content-Type': 'application/json' }
      return Promise.resolve(new Response(body, { headers }))
    }
  })
  await page.goto('./?testing=1')
  await expect(page.getByText('2.5 MB of 10 MB')).toBeVisible()
  await expect(page.getByRole('progressbar')).toHaveAttribute('value', '2500000')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await timeline.settled()
  await expect(page.getByRole('heading', { name: 'Loading was cancelled' })).toBeVisible()
})

test('nothing takes the focus or scrolls on load', async ({ page, timeline }) => {
  await timeline.open('view=list&q=bank&event=ten-releases')
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
  expect(await page.evaluate(() => window.scrollY)).toBe(0)
})
