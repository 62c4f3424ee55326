import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import { describe, expect, it } from 'vitest'

import { buildScene } from '#core/scene/buildScene.ts'
import type { SceneInput } from '#core/scene/sceneInput.ts'
import { chineseWords, inputFor, readStory, years } from '#core/scene/testing/story.ts'
import { themes } from '#core/scene/theme.ts'
import { svgString } from './svgString.ts'

const folder = fileURLToPath(new URL('../../core/scene/golden/', import.meta.url))
const table = readStory()

const drawings: Readonly<Record<string, SceneInput>> = {
  desktop: inputFor(table, 1000, 640),
  wide: inputFor(table, 1640, 760),
  phone: inputFor(table, 390, 620),
  stamp: inputFor(table, 320, 180),
  'dark-chinese': inputFor(table, 1000, 640, { theme: themes.dark, words: chineseWords }),
  'contrast-2019': inputFor(table, 1000, 640, {
    theme: themes.contrast,
    viewport: { span: years(2019, 2020), scroll: 0 },
    selected: table.rowOf('ten-releases'),
  }),
}

/**
 * The story, drawn, byte for byte. `UPDATE_GOLDEN=1` rewrites the files; without it a difference is
 * left beside as NAME-changed.svg, to be looked at in a browser.
 */
describe('the drawing of the story', () => {
  for (const [name, input] of Object.entries(drawings)) {
    it(`is the golden one: ${name}`, { timeout: 30_000 }, () => {
      const file = `${folder}${name}.svg`
      const changed = `${folder}${name}-changed.svg`
      const drawn = svgString(buildScene(input))
      if (process.env.UPDATE_GOLDEN === '1') {
        mkdirSync(folder, { recursive: true })
        writeFileSync(file, drawn)
      }
      const golden = existsSync(file) ? readFileSync(file, 'utf8') : ''
      if (drawn === golden) rmSync(changed, { force: true })
      else writeFileSync(changed, drawn)
      expect(drawn === golden, `${name}.svg differs: compare it with ${name}-changed.svg`).toBe(
        true,
      )
    })
  }
})
