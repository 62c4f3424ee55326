import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { countEvents, countOfRows, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import { tileSets } from '#core/tiles/testing/tileSets.ts'
import { joinTiles } from '#core/tiles/testing/joinTiles.ts'
import { joinTilesInSteps } from './joinTiles.ts'
import type { Manifest } from './readManifest.ts'
import type { Tile } from './readTile.ts'
import { stretchOf } from './tileGrid.ts'

const part = fc.double({ min: -0.1, max: 1.1, noNaN: true })

function viewOf({ grid }: Manifest, from: number, to: number) {
  const at = (share: number): number => grid.start + share * grid.length
  return { start: at(Math.min(from, to)), end: at(Math.max(from, to)) }
}

/** How many events stand in the halves of all tiles, by owner: the row's first organisation. */
function tallied(table: EventTable, tiles: readonly Tile[], manifest: Manifest): unknown {
  return tiles.map((tile) => {
    const { start, end } = stretchOf(manifest.grid, tile)
    const counts = new Map<number, number>()
    for (let row = 0; row < table.length; row += 1) {
      const at = table.anchor[row] ?? 0
      if (at < start || at >= end) continue
      const { starts, places } = table.organizations
      const from = starts[row] ?? 0
      const owner = from < (starts[row + 1] ?? 0) ? (places[from] ?? -1) : -1
      counts.set(owner, (counts.get(owner) ?? 0) + countOfRows(table, [row]))
    }
    return [...counts].toSorted(([p], [q]) => p - q)
  })
}

describe('joinTiles', () => {
  it('stands for all events, whichever tiles are there', () => {
    fc.assert(
      fc.property(tileSets, fc.nat(), part, part, ({ document, manifest, tiles }, keep, p, q) => {
        const some = tiles.filter((_, at) => ((keep >> (at % 24)) & 1) === 1)
        const table = joinTiles(manifest, some, viewOf(manifest, p, q), [])
        const isRooted = some.some(({ z }) => z === 0)
        expect(countEvents(table)).toBe(isRooted ? document.events.length : 0)
        expect(countOfRows(table, [...table.anchor.keys()])).toBe(countEvents(table))
        // Each event that is here is one row, and the rows of others have none.
        const ids = [...table.anchor.keys()].flatMap((row) => table.event(row)?.id ?? [])
        expect(new Set(ids).size).toBe(ids.length)
        for (const row of table.anchor.keys()) {
          expect(table.event(row) === undefined).toBe(isUnseen(table, row))
          expect(table.drawn(row)?.anchor).toBe(table.anchor[row])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('counts as going through all events would, in every stretch whose tile is there', () => {
    fc.assert(
      fc.property(tileSets, fc.nat(8), part, part, (set, deepest, p, q) => {
        const { document, manifest, tiles } = set
        const some = tiles.filter(({ z }) => z <= deepest)
        const table = joinTiles(manifest, some, viewOf(manifest, p, q), [])
        const all = buildEventTable(document)
        expect(tallied(table, some, manifest)).toEqual(tallied(all, some, manifest))
      }),
      { numRuns: 100 },
    )
  })

  it('has every event where all tiles are there, and needs no further pages', () => {
    fc.assert(
      fc.property(tileSets, ({ document, manifest, tiles }) => {
        const table = joinTiles(manifest, tiles, manifest.span, [])
        const all = buildEventTable(document)
        const isPaged = tiles.some(({ pages }) => pages > 1)
        if (isPaged) return
        expect(table.length).toBe(all.length)
        const rows = [...all.anchor.keys()]
        const plain = (row: number): unknown => [all.anchor[row], all.importance[row]]
        expect(rows.map((row) => [table.anchor[row], table.importance[row]])).toEqual(
          rows.map(plain),
        )
        for (const row of rows) {
          const id = table.id(row)
          const own = all.rowOf(id) ?? -1
          expect(table.event(row)).toEqual(all.event(own))
          expect(table.id(table.parent[row] ?? -1)).toBe(all.id(all.parent[own] ?? -1))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('counts finely about the view, and coarsely elsewhere', () => {
    const { document, manifest, tiles } = fc
      .sample(tileSets, { seed: 7, numRuns: 40 })
      .toSorted((p, q) => q.document.events.length - p.document.events.length)[0]!
    const upper = tiles.filter(({ z }) => z <= 3)
    const near = joinTiles(manifest, upper, manifest.span, [])
    const far = joinTiles(manifest, upper, { start: -Infinity, end: -Infinity }, [])
    expect(countEvents(near)).toBe(document.events.length)
    expect(far.length).toBeLessThanOrEqual(near.length)
  })

  it('has a step for each tile, so that a moving view goes on between them', () => {
    const { manifest, tiles } = fc
      .sample(tileSets, { seed: 7, numRuns: 40 })
      .toSorted((p, q) => q.tiles.length - p.tiles.length)[0]!
    const steps = joinTilesInSteps(manifest, tiles, manifest.span, [])
    let count = 0
    while (steps.next().done !== true) count += 1
    expect(count).toBeGreaterThan(tiles.length)
  })
})
