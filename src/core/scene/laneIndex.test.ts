import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { tableOf } from '#core/scene/testing/story.ts'
import { documentOf, documentRecipes } from '#core/scene/testing/randomScenes.ts'
import { assignLanes } from '#core/layout/assignLanes.ts'
import { indexLane, indexLanes, type RankRange } from '#core/data/laneIndex.ts'
import { differing, isInView, ownersOf, rowsOfList } from '#core/data/rowSet.ts'

describe('laneIndex', () => {
  it('puts every matching row into its lane, in order of time', () => {
    fc.assert(
      fc.property(documentRecipes, fc.nat(4), (recipe, every) => {
        const table = tableOf(documentOf(recipe))
        const { laneOf, lanes } = assignLanes(table, 'organizations')
        const matching = Uint8Array.from(laneOf, (_, row) => (row % 5 < every ? 1 : 0))
        const indexes = indexLanes(table, matching, laneOf, lanes.length)
        for (const [lane, { rows }] of indexes.entries()) {
          const expected = [...laneOf.keys()].filter(
            (row) => laneOf[row] === lane && matching[row] === 1,
          )
          expect([...rows]).toEqual(expected)
        }
      }),
      { numRuns: 40 },
    )
  })

  it('answers as going through all of them would', () => {
    const parts = fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100), fc.nat(100))
    fc.assert(
      fc.property(documentRecipes, parts, fc.nat(9), (recipe, [p, q, r, s], wanted) => {
        const table = tableOf(documentOf(recipe))
        const rows = Int32Array.from({ length: table.length }, (_, row) => row)
        const index = indexLane(table, rows)
        const rank = (part: number): number => Math.floor((part / 100) * rows.length)
        const range: RankRange = [Math.min(rank(p), rank(q)), Math.max(rank(p), rank(q))]
        const within = [...rows].slice(...range)
        const edges = [...table.start, ...table.end].toSorted((a, b) => a - b)
        const edge = (part: number): number => edges[Math.floor((part / 101) * edges.length)] ?? 0
        const span = { start: Math.min(edge(r), edge(s)), end: Math.max(edge(r), edge(s)) + 1 }

        const importance = (row: number): number => table.importance[row] ?? 0
        const best = index.best(range, wanted)
        const weights = within.map(importance).toSorted((a, b) => b - a)
        expect(best.map(importance).toSorted((a, b) => b - a)).toEqual(weights.slice(0, wanted))
        expect(best).toEqual([...new Set(best)].toSorted((a, b) => a - b))
        expect(within).toEqual(expect.arrayContaining(best))
        expect(index.shown(range, span)).toEqual(within.filter((row) => isInView(table, row, span)))
        expect(index.rankAt(span.start)).toBe(
          [...rows].filter((row) => (table.anchor[row] ?? 0) < span.start).length,
        )

        // Two ranges with a gap, as a badge has them.
        const middle = Math.floor((range[0] + range[1]) / 2)
        const ranges: RankRange[] = [
          [range[0], middle],
          [Math.min(middle + 1, range[1]), range[1]],
        ]
        const set = index.rowSet(ranges)
        const list = rowsOfList(
          table,
          ranges.flatMap(([from, to]) => [...rows].slice(from, to)),
        )
        for (const [own, plain] of [
          [set, list],
          [set.within(span), list.within(span)],
        ] as const) {
          expect([...own]).toEqual([...plain])
          expect(own.count).toBe(plain.count)
          expect(own.first).toBe(plain.first)
          expect(own.extent()).toEqual(plain.extent())
          expect(own.owner()).toBe(plain.owner())
          for (const row of rows) expect(own.has(row)).toBe(plain.has(row))
        }
      }),
      { numRuns: 150 },
    )
  })

  it('reads as many sums as the range has binary digits', () => {
    const events = Array.from({ length: 2 ** 15 }, (_, index) => ({
      id: `e${index}`,
      title: 'A',
      date: new Date(index * 3_600_000).toISOString().slice(0, 16),
      importance: 1 + ((index * 7919) % 5),
    }))
    const table = tableOf({ version: 1, title: 'Many', events })
    let read = 0
    const index = indexLane(
      table,
      Int32Array.from({ length: table.length }, (_, row) => row),
      () => {
        read += 1
      },
    )
    const cost = (ask: () => unknown): number => {
      read = 0
      ask()
      return read
    }
    const range: RankRange = [77, table.length - 99]
    const hour = 3_600_000
    const edge = { start: 5003.5 * hour, end: 20_001.5 * hour }
    expect(cost(() => index.rankAt(1e9))).toBeLessThanOrEqual(16)
    expect(cost(() => index.best(range, 1))).toBeLessThanOrEqual(22)
    expect(cost(() => index.rowSet([range]).extent())).toBeLessThanOrEqual(22)
    expect(cost(() => index.rowSet([range]).within(edge).count)).toBeLessThanOrEqual(60)
    expect(index.rowSet([range]).within(edge).count).toBe(20_001 - 5003)
  })

  it('knows whether one organisation owns all', () => {
    const events = ['a', 'a', 'b', undefined].map((id, index) => ({
      title: 'A',
      date: `201${index}`,
      organizations: id === undefined ? [] : [id],
    }))
    const table = tableOf({
      version: 1,
      title: 'Owners',
      organizations: [
        { id: 'a', name: 'A', lane: 'l' },
        { id: 'b', name: 'B', lane: 'l' },
        { id: 'c', name: 'C' },
      ],
      lanes: [{ id: 'l', title: 'L' }],
      events,
    })
    expect([...ownersOf(table)]).toEqual([0, 0, 0, -1])
    const { rowSet } = indexLane(table, Int32Array.of(0, 1, 2, 3))
    expect(rowSet([[0, 3]]).owner()).toBe(0)
    expect(rowSet([[3, 4]]).owner()).toBe(-1)
    expect(rowSet([[1, 4]]).owner()).toBe(differing)
  })
})
