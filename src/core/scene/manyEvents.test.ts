import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { isInView } from '#core/data/rowSet.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { buildScene } from './buildScene.ts'
import { createScenePipeline } from './scenePipeline.ts'
import type { SceneInput } from './sceneInput.ts'
import { manyEvents } from '#core/scene/testing/manyEvents.ts'
import { inputFor } from '#core/scene/testing/story.ts'

/** The view of a part of all time: `zoom` doublings nearer, `middle` from 0 to 1. */
function viewOf(input: SceneInput, zoom: number, middle: number): SceneInput {
  const { start, end } = fitSpan(input.table.span)
  const length = (end - start) / 2 ** zoom
  const centre = start + (end - start) * middle
  const span = { start: centre - length / 2, end: centre + length / 2 }
  return { ...input, viewport: { span, scroll: 0 } }
}

/** What a scene counts, and what going through all events gives. */
function counted(input: SceneInput): { readonly drawn: object; readonly all: object } {
  const { table, matching, viewport } = input
  const { span } = viewport
  const { counts, marks } = buildScene(input)
  let [passing, inView, before] = [0, 0, 0]
  for (let row = 0; row < table.length; row += 1) {
    if (matching[row] !== 1) continue
    passing += 1
    if (isInView(table, row, span)) inView += 1
    else if ((table.end[row] ?? 0) <= span.start) before += 1
  }
  const inBadges = marks.reduce((sum, { count }) => sum + count, 0)
  return {
    drawn: {
      matching: counts.matching,
      before: counts.before,
      after: counts.after,
      outside: counts.outside,
      inView: counts.marks + inBadges,
      gathered: counts.gathered,
    },
    all: {
      matching: passing,
      before,
      after: passing - inView - before,
      outside: passing - inView,
      inView,
      gathered: inBadges,
    },
  }
}

describe('many events', () => {
  it(
    'are all drawn, gathered or outside, at any zoom and under any filter',
    { timeout: 60_000 },
    () => {
      const sizes = fc.constantFrom(501, 2000, 20_000)
      fc.assert(
        fc.property(
          fc.nat(1e6),
          sizes,
          fc.integer({ min: 1, max: 24 }),
          fc.nat(4),
          fc.double({ min: 0, max: 16, noNaN: true }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.boolean(),
          (seed, count, lanes, every, zoom, middle, isPhone) => {
            const table = manyEvents(count, lanes, seed)
            const matching = Uint8Array.from({ length: count }, (_, row) =>
              row % 5 <= every ? 1 : 0,
            )
            const input = isPhone
              ? inputFor(table, 390, 700, { matching, orientation: 'vertical' })
              : inputFor(table, 1200, 700, { matching })
            const { drawn, all } = counted(viewOf(input, zoom, middle))
            expect(drawn).toEqual(all)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  it('may be a million', { timeout: 60_000 }, () => {
    const table = manyEvents(1_000_000, 20, 7)
    const whole = inputFor(table, 1200, 700)
    const third = Uint8Array.from({ length: table.length }, (_, row) => (row % 3 === 0 ? 1 : 0))
    for (const matching of [whole.matching, third]) {
      for (const [zoom, middle] of [
        [0, 0.5],
        [3.3, 0.4],
        [18, 0.25],
      ] as const) {
        const { drawn, all } = counted(viewOf({ ...whole, matching }, zoom, middle))
        expect(drawn).toEqual(all)
      }
    }
  })

  it('cost a frame few objects, and a zoom level the reading of those few that try for a label', () => {
    const made = (count: number) => {
      const build = createScenePipeline()
      const input = inputFor(manyEvents(count, 20, 3), 1200, 700)
      let asked = 0
      const table = {
        ...input.table,
        event: (row: number) => ((asked += 1), input.table.event(row)),
      }
      const levels = [0, 0.5, 1, 1.5, 2]
      const views = levels.map((zoom) => viewOf({ ...input, table }, zoom, 0.4))
      const scenes = views.map((view) => build(view))
      return {
        marks: Math.max(...scenes.map(({ marks }) => marks.length)),
        labels: Math.max(...scenes.map(({ labels }) => labels.length)),
        asked: asked / levels.length,
      }
    }
    for (const count of [10_000, 300_000]) {
      const { marks, labels, asked } = made(count)
      expect(marks).toBeLessThan(700)
      expect(labels).toBeLessThan(200)
      // Badges ask for none of theirs.
      expect(asked).toBeLessThan(60)
    }
  })
})
