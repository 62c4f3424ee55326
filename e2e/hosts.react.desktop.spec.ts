import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import type { Page } from '@playwright/test'

import { expect, test } from './support/hosts.ts'

/** The page's own script, with React in it. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rolldownOptions: { input: 'e2e/hosts/react.js', output: { format: 'iife' } },
    },
  })
  const [first] = Array.isArray(made) ? made : [made]
  const chunk = first && 'output' in first ? first.output[0] : undefined
  if (chunk === undefined) throw new Error('Nothing was built.')
  return chunk.code
}

const settled = (page: Page) =>
  page.waitForFunction(async () => {
    const element = document.querySelector('through-line')
    if (element === null || customElements.get('through-line') === undefined) return false
    await (Reflect.get(element, 'settled') as () => Promise<void>).call(element)
    return true
  })

test('D53 in a page of React 19: objects as properties, events by name, going and coming back', async ({
  page,
  hostUrl,
}) => {
  const body = await bundled()
  await page.route('**/react.bundle.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body }),
  )
  await page.goto(hostUrl('react.html'))
  await settled(page)
  const element = page.locator('#one')
  const title = element.getByRole('heading', { level: 1 })
  const heard = () => page.evaluate(() => (Reflect.get(window, 'heard') as string[]).splice(0))
  const change = (more: object) =>
    page.evaluate((given) => (Reflect.get(window, 'change') as (more: object) => void)(given), more)

  await expect(title).toHaveText('Given as an object')
  expect(await heard()).toEqual(['ready', 'step 0'])
  await change({ theme: 'dark', step: 2 })
  await expect(element).toHaveAttribute('data-theme', 'dark')
  await expect.poll(() => element.evaluate((one): unknown => Reflect.get(one, 'step'))).toBe(2)
  expect(await heard()).toEqual(['step 2'])

  await page.evaluate(() => {
    const given = Reflect.get(window, 'given') as object
    ;(Reflect.get(window, 'change') as (more: object) => void)({
      document: { ...given, title: 'Another' },
    })
  })
  await expect(title).toHaveText('Another')

  const show = (isThere: boolean) =>
    page.evaluate((on) => (Reflect.get(window, 'show') as (on: boolean) => void)(on), isThere)
  await show(false)
  await expect(element).toHaveCount(0)
  await show(true)
  await settled(page)
  await expect(title).toHaveText('Another')
  await expect(element).toHaveAttribute('data-theme', 'dark')
})

test('D53 what React writes on a server has the attributes and the children', () => {
  const html = renderToString(
    createElement(
      'through-line',
      { src: 'timeline.json', steps: 'story', step: 3, document: { version: 1 } },
      createElement('a', { href: '#words' }, 'In words'),
    ),
  )
  expect(html).toBe(
    '<through-line src="timeline.json" steps="story" step="3"><a href="#words">In words</a></through-line>',
  )
})
