import fc from 'fast-check'
import { expect, test } from 'vitest'

import { documentOf, documentRecipes } from '#core/scene/testing/randomScenes.ts'
import { tableOf } from '#core/scene/testing/story.ts'
import { countInView, tallyOf } from './tally.ts'

test('two searches count what going through all would', () => {
  fc.assert(
    fc.property(documentRecipes, fc.nat(100), fc.nat(100), fc.nat(4), (recipe, p, q, every) => {
      const table = tableOf(documentOf(recipe))
      const matching = Uint8Array.from({ length: table.length }, (_, row) =>
        every === 0 || row % every > 0 ? 1 : 0,
      )
      // Edges that events share are the hard ones.
      const edges = [...table.start, ...table.end].toSorted((a, b) => a - b)
      const edge = (part: number): number => edges[Math.floor((part / 101) * edges.length)] ?? 0
      const span = { start: Math.min(edge(p), edge(q)), end: Math.max(edge(p), edge(q)) + 1 }
      const rows = [...matching.keys()].filter((row) => matching[row] === 1)
      const before = rows.filter((row) => (table.end[row] ?? 0) <= span.start)
      const after = rows.filter(
        (row) => (table.start[row] ?? 0) >= span.end && (table.end[row] ?? 0) > span.start,
      )
      const tally = tallyOf(table, matching)
      expect(tally.matching).toBe(rows.length)
      expect(tally.before(span)).toBe(before.length)
      expect(tally.after(span)).toBe(after.length)
      expect(countInView(table, matching, span)).toBe(rows.length - before.length - after.length)
    }),
    { numRuns: 60 },
  )
})
