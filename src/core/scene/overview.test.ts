import fc from 'fast-check'
import { expect, test } from 'vitest'

import { measureByTable } from '#core/layout/measureByTable.ts'
import { documentOf, documentRecipes } from '#core/scene/testing/randomScenes.ts'
import { englishWords, tableOf } from '#core/scene/testing/story.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { timeScale } from '#core/viewport/timeScale.ts'
import { overviewOf } from './overview.ts'
import { themes } from './theme.ts'

test('has a column where an event stands, and nowhere else', () => {
  fc.assert(
    fc.property(
      documentRecipes,
      fc.integer({ min: 40, max: 900 }),
      fc.nat(3),
      (recipe, width, every) => {
        const table = tableOf(documentOf(recipe))
        const all = [...table.anchor.keys()]
        const rows = Int32Array.from(all.filter((row) => row % 4 <= every))
        const { x } = timeScale(fitSpan(table.span), width)
        const columnsOf = (some: Iterable<number>): number[] => {
          const last = Math.ceil(width / 7) - 1
          const at = (row: number): number => Math.floor(x(table.anchor[row] ?? 0) / 7)
          const columns = Array.from(some, (row) => Math.min(last, Math.max(0, at(row))))
          return [...new Set(columns)].toSorted((p, q) => p - q)
        }
        const overview = overviewOf({
          table,
          matching: Uint8Array.from(all, (row) => (row % 4 <= every ? 1 : 0)),
          rows,
          size: { width, height: 60 },
          theme: themes.light,
          dateWords: englishWords.dateWords,
          measure: measureByTable,
        })(all[0])
        const drawn = (boxes: readonly { readonly x: number }[]): number[] =>
          boxes.map((box) => (box.x - 0.5) / 7)
        expect(drawn(overview.all)).toEqual(columnsOf(all))
        expect(drawn(overview.matching)).toEqual(columnsOf(rows))
        expect(overview.selected?.x).toBe(
          all.length === 0 ? undefined : (columnsOf([0])[0] ?? 0) * 7 + 0.5,
        )
      },
    ),
    { numRuns: 60 },
  )
})
