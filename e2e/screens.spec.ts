import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page, TestInfo } from '@playwright/test'

import { expect, test } from './support/test.ts'

/** What the pictures in `screens/` were taken with. */
interface Camera {
  readonly browser: string
  readonly platform: string
  /** Widths of a few words: other fonts of the system, other pictures. */
  readonly words: readonly number[]
}

const record = new URL('./screens/camera.json', import.meta.url)

async function cameraOf(page: Page): Promise<Camera> {
  const browser = page.context().browser()
  const words = await page.evaluate(() =>
    ['sans-serif', 'serif'].flatMap((family) =>
      ['Hamburgefonstiv', '微众银行开源'].map((text) => {
        const pen = document.createElement('canvas').getContext('2d')
        if (pen === null) return 0
        pen.font = `100px ${family}`
        return Math.round(pen.measureText(text).width)
      }),
    ),
  )
  const name = `${browser?.browserType().name() ?? '?'} ${browser?.version() ?? '?'}`
  return { browser: name, platform: process.platform, words }
}

/**
 * Pictures are only compared with pictures of the same browser and fonts: another one draws letters
 * otherwise, and a test that fails for that alone would be switched off.
 */
async function compare(page: Page, name: string, info: TestInfo): Promise<void> {
  const camera = JSON.stringify(await cameraOf(page), undefined, 2)
  const isUpdate = ['all', 'changed'].includes(info.config.updateSnapshots)
  const known = existsSync(record) ? readFileSync(record, 'utf8').trim() : 'none'
  if (isUpdate) {
    mkdirSync(new URL('.', record), { recursive: true })
    writeFileSync(record, `${camera}\n`)
  }
  if (!isUpdate && known !== camera) {
    const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')
    console.log(`${name}: NOT COMPARED (taken with ${flat(known)}, and this is ${flat(camera)})`)
    return
  }
  // Letters may be smoothed a little otherwise; a moved mark or a lost label is far more than this.
  await expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.002 })
}

test('the start', async ({ page, timeline, isMobile }, info) => {
  await timeline.open('theme=light')
  await expect(timeline.status().first()).toHaveText(/events$/)
  await compare(page, isMobile ? 'phone-start' : 'desktop-start', info)
})

test('an event in Chinese, in the dark', async ({ page, timeline, isMobile }, info) => {
  test.skip(isMobile, 'one size is enough')
  await timeline.open('theme=dark&lang=zh-Hans&event=ten-releases')
  await expect(timeline.status().first()).toHaveText(/\d/)
  await compare(page, 'desktop-dark-chinese', info)
})

test('the list', async ({ page, timeline, isMobile }, info) => {
  test.skip(isMobile, 'one size is enough')
  await timeline.open('theme=light&view=list')
  await expect(timeline.status().first()).toHaveText(/^\d+ events$/)
  await compare(page, 'desktop-list', info)
})
