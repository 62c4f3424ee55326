import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildScene } from './buildScene.ts'
import type { Box } from './scene.ts'
import { inputFor, readStory, tableOf } from '#core/scene/testing/story.ts'
import { clearOf } from './ties.ts'

function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height }
}

describe('clearOf', () => {
  it('leaves a line alone that passes no label', () => {
    const line = { x1: 10, x2: 10, y1: 0, y2: 100 }
    expect(clearOf(line, [box(20, 0, 50, 50), box(5, 120, 10, 10)], 0)).toEqual([line])
  })

  it('draws the parts above and below a label', () => {
    const line = { x1: 10, x2: 10, y1: 100, y2: 0 }
    expect(clearOf(line, [box(0, 40, 50, 20)], 0)).toEqual([
      { x1: 10, x2: 10, y1: 0, y2: 37 },
      { x1: 10, x2: 10, y1: 63, y2: 100 },
    ])
    expect(clearOf(line, [box(0, -5, 50, 120)], 0)).toEqual([])
  })

  it('inks exactly what no label covers', () => {
    const labels = fc.array(fc.tuple(fc.nat(190), fc.integer({ min: 1, max: 40 })), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(labels, (given) => {
        const parts = clearOf(
          { x1: 0, x2: 0, y1: 0, y2: 200 },
          given.map(([y, height]) => box(-5, y, 10, height)),
          0,
        )
        for (let y = 0.5; y < 200; y += 1) {
          const covered = given.some(([top, height]) => y > top - 3 && y < top + height + 3)
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

  it('pass behind the dots of events that they do not belong to', () => {
    const passed = tableOf({
      version: 1,
      title: 'Passed',
      organizations: ['a', 'b', 'c'].map((id) => ({ id, name: id })),
      events: [
        { id: 'tied', title: 'Tied', date: '2014', organizations: ['c', 'a'] },
        { id: 'between', title: 'Between', date: '2014', organizations: ['b'] },
        { id: 'last', title: 'Last', date: '2019', organizations: ['a'] },
      ],
    })
    const { ties, marks } = buildScene(inputFor(passed, 1000, 600))
    const between = marks.find(({ event }) => passed.id(event) === 'between')
    expect(ties).toHaveLength(1)
    expect(ties[0]?.ring.x).toBeCloseTo(between?.x ?? NaN, 6)
    const { y = NaN, radius = NaN } = between ?? {}
    for (const { y1, y2 } of ties[0]?.lines ?? []) {
      expect(Math.max(y1, y2) < y - radius - 2 || Math.min(y1, y2) > y + radius + 2).toBe(true)
    }
    expect(ties[0]?.lines.length).toBeGreaterThan(1)
  })
})
