import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { measureByTable } from '#core/layout/measureByTable.ts'
import { inputFor, readStory, years } from '#core/scene/testing/story.ts'
import { buildScene } from './buildScene.ts'
import type { EraBand, Scene } from './scene.ts'

const table = readStory()

function sceneOf(from: number, to: number, width: number): Scene {
  return buildScene(inputFor(table, width, 640, { viewport: { span: years(from, to), scroll: 0 } }))
}

/** All of it, but for the last third of a name after which no era begins. */
function isInside({ box, texts }: EraBand, index: number, eras: readonly EraBand[]): boolean {
  const width = Math.max(...texts.map(({ text, style }) => measureByTable(text, style)))
  const reach = box.x + box.width + (index === eras.length - 1 ? width / 3 : 0)
  return texts.every(({ x, text, style }) => x >= box.x && x + measureByTable(text, style) <= reach)
}

describe('the name of an era', () => {
  it('does not stand outside its era', { timeout: 60_000 }, () => {
    const lengths = fc.integer({ min: 1, max: 700 })
    fc.assert(
      fc.property(
        fc.nat(400),
        lengths,
        fc.integer({ min: 640, max: 1700 }),
        (at, length, width) => {
          const from = 1980 + at / 10
          const { eras } = sceneOf(from, from + length / 10, width)
          expect(eras.filter((...era) => !isInside(...era))).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('is left out where nothing of it fits', () => {
    expect(sceneOf(1980, 2050, 1000).eras.flatMap(({ texts }) => texts)).toEqual([])
  })

  it('is shortened in a narrow era, and the same at every pan', () => {
    const names = (from: number): string[] =>
      (sceneOf(from, from + 7, 760).eras.at(-1)?.texts ?? []).map(({ text }) => text)
    expect(names(2013.5).join(' ')).toMatch(/^Every\w*… open$/)
    expect(names(2013.7)).toEqual(names(2013.5))
  })
})
