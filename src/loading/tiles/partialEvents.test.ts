import fc from 'fast-check'
import { expect, test } from 'vitest'

import { countOfRows } from '#core/data/eventTable.ts'
import { isInView } from '#core/data/rowSet.ts'
import { inputFor } from '#core/scene/testing/story.ts'
import { tileSets } from '#core/tiles/testing/tileSets.ts'
import { joinTiles } from '#core/tiles/testing/joinTiles.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { buildScene } from '#core/scene/buildScene.ts'
import { overviewOf } from '#core/scene/overview.ts'

const views = fc.record({
  zoom: fc.double({ min: 0, max: 14, noNaN: true }),
  middle: fc.double({ min: 0, max: 1, noNaN: true }),
  isPhone: fc.boolean(),
  /** Of which organisation's events only are shown; 3 for all. */
  only: fc.nat(3),
})

test('events that are only counted are drawn, gathered or outside, like all others', () => {
  fc.assert(
    fc.property(tileSets, views, fc.nat(6), ({ manifest, tiles }, view, deepest) => {
      const { start, end } = fitSpan(manifest.span)
      const length = (end - start) / 2 ** view.zoom
      const centre = start + (end - start) * view.middle
      const span = { start: centre - length / 2, end: centre + length / 2 }
      const some = tiles.filter(({ z }) => z <= deepest)
      const table = joinTiles(manifest, some, span, [])
      const { starts, places } = table.organizations
      const matching = Uint8Array.from({ length: table.length }, (_, row) => {
        const from = starts[row] ?? 0
        const owner = from < (starts[row + 1] ?? 0) ? places[from] : -1
        return view.only === 3 || owner === view.only ? 1 : 0
      })
      const input = view.isPhone
        ? inputFor(table, 390, 700, { matching, orientation: 'vertical' })
        : inputFor(table, 1200, 700, { matching })
      const { counts, marks } = buildScene({ ...input, viewport: { span, scroll: 0 } })
      const rows = [...matching.keys()].filter((row) => matching[row] === 1)
      const inside = rows.filter((row) => isInView(table, row, span))
      const inBadges = marks.reduce((sum, { count }) => sum + count, 0)
      expect(counts.matching).toBe(countOfRows(table, rows))
      expect(counts.gathered).toBe(inBadges)
      expect(counts.marks + inBadges).toBe(countOfRows(table, inside))
      expect(counts.marks + counts.gathered + counts.outside).toBe(counts.matching)
      // What is only counted has no title, and never stands by itself.
      for (const { event, dot } of marks) {
        if (dot !== 'cluster') expect(table.event(event)).toBeDefined()
      }
    }),
    { numRuns: 150 },
  )
})

test('the overview counts them too', () => {
  fc.assert(
    fc.property(tileSets, fc.nat(6), ({ document, manifest, tiles }, deepest) => {
      fc.pre(document.events.length > 0)
      const some = tiles.filter(({ z }) => z <= deepest)
      const table = joinTiles(manifest, some, manifest.span, [])
      const input = inputFor(table, 1200, 64)
      const { all, matching } = overviewOf({
        table,
        matching: input.matching,
        rows: Int32Array.of(),
        size: { width: 1200, height: 64 },
        theme: input.theme,
        dateWords: input.words.dateWords,
        measure: input.measure,
      })(undefined)
      expect(all.length).toBeGreaterThan(0)
      expect(matching).toEqual(all)
    }),
    { numRuns: 30 },
  )
})
