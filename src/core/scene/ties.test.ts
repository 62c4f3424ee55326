import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildScene } from './buildScene.ts'
import type { Label } from './scene.ts'
import { inputFor, readStory } from '#core/scene/testing/story.ts'
import { clearOfLabels } from './ties.ts'

function label(x: number, y: number, width: number, height: number): Label {
  return {
    key: 'l',
    event: 0,
    box: { x, y, width, height },
    lines: [],
    leader: undefined,
    selected: false,
    card: undefined,
  }
}

describe('clearOfLabels', () => {
  it('leaves a line alone that passes no label', () => {
    const line = { x1: 10, x2: 10, y1: 0, y2: 100 }
    expect(clearOfLabels(line, [label(20, 0, 50, 50), label(5, 120, 10, 10)])).toEqual([line])
  })

  it('draws the parts above and below a label', () => {
    const line = { x1: 10, x2: 10, y1: 100, y2: 0 }
    expect(clearOfLabels(line, [label(0, 40, 50, 20)])).toEqual([
      { x1: 10, x2: 10, y1: 0, y2: 38 },
      { x1: 10, x2: 10, y1: 62, y2: 100 },
    ])
    expect(clearOfLabels(line, [label(0, -5, 50, 120)])).toEqual([])
  })

  it('inks exactly what no label covers', () => {
    const labels = fc.array(fc.tuple(fc.nat(190), fc.integer({ min: 1, max: 40 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(labels, (given) => {
        const parts = clearOfLabels(
          { x1: 0, x2: 0, y1: 0, y2: 200 },
          given.map(([y, height]) => label(-5, y, 10, height)),
        )
        for (let y = 0.5; y < 200; y += 1) {
          const covered = given.some(([top, height]) => y > top - 2 && y < top + height + 2)
          expect(parts.some(({ y1, y2 }) => y > y1 && y < y2)).toBe(!covered)
        }
      }),
    )
  })
})

describe('ties of the story', () => {
  it('cross no label, and end in rings in other lanes', () => {
    const scene = buildScene(inputFor(readStory(), 1640, 760))
    expect(scene.ties.length).toBeGreaterThan(10)
    for (const { lines } of scene.ties) {
      for (const { x1, y1, y2 } of lines) {
        const crossed = scene.labels.filter(
          ({ box }) =>
            x1 > box.x && x1 < box.x + box.width && y1 < box.y + box.height && y2 > box.y,
        )
        expect(crossed).toEqual([])
      }
    }
  })
})
