import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { readDocument } from '#core/model/readDocument.ts'
import type { Span } from '#core/time/instant.ts'
import type { Manifest } from './readManifest.ts'
import type { Tile } from './readTile.ts'
import { setOf, tileSets } from '#core/tiles/testing/tileSets.ts'
import { type TileAddress, tilePath } from './tileGrid.ts'
import { levelFor, tilesFor, tilesReachingIn } from './tilesFor.ts'

const views = fc.record({
  middle: fc.double({ min: -0.2, max: 1.2, noNaN: true }),
  zoom: fc.double({ min: -30, max: 2, noNaN: true }),
  width: fc.integer({ min: 1, max: 4000 }),
})

function viewOf({ grid }: Manifest, middle: number, zoom: number): Span {
  const length = grid.length * 2 ** zoom
  const centre = grid.start + middle * grid.length
  return { start: centre - length / 2, end: centre + length / 2 }
}

/** Loads what is asked for until nothing new is. */
function loaded(ask: (has: Map<string, Tile>) => readonly TileAddress[], all: readonly Tile[]) {
  const has = new Map<string, Tile>()
  for (;;) {
    const wanted = ask(has).filter((address) => !has.has(tilePath(address)))
    if (wanted.length === 0) return has
    for (const { z, x } of wanted) {
      const tile = all.find((one) => one.z === z && one.x === x)
      // Nobody probes for files that do not exist.
      expect(tile).toBeDefined()
      if (tile) has.set(tilePath(tile), tile)
    }
  }
}

describe('tilesFor', () => {
  it('asks for few tiles, all of which exist, and for all events that a view shows at its level', () => {
    fc.assert(
      fc.property(tileSets, views, fc.boolean(), (set, { middle, zoom, width }, isTold) => {
        const { tiles } = set
        // Large sets say in the tiles what hangs below.
        const manifest = isTold
          ? set.manifest
          : {
              ...set.manifest,
              levels: set.manifest.levels.map((runs, z) => (z ? undefined : runs)),
            }
        const view = viewOf(manifest, middle, zoom)
        const pxPerMs = width / (view.end - view.start)
        const has = loaded(
          (known) => tilesFor(manifest, view, pxPerMs, (address) => known.get(tilePath(address))),
          tiles,
        )
        const level = levelFor(manifest, pxPerMs)
        const most = 2 * (Math.min(level, manifest.levels.length) + 1) + width / 512 + 2
        expect(has.size).toBeLessThanOrEqual(most)
        for (const tile of tiles) {
          const { start, end } = view
          const length = manifest.grid.length / 2 ** tile.z
          const from = manifest.grid.start + tile.x * length
          if (tile.z <= level && from < end && from + length > start) {
            expect(has.has(tilePath(tile))).toBe(true)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  it('finds the events that reach into a view from elsewhere', () => {
    fc.assert(
      fc.property(tileSets, views, ({ document, manifest, tiles }, { middle, zoom }) => {
        const view = viewOf(manifest, middle, zoom)
        const near = 1e9
        const has = loaded((known) => {
          const at = (address: TileAddress) => known.get(tilePath(address))
          return [
            ...tilesFor(manifest, view, near, at),
            ...tilesReachingIn(manifest, view, near, at, Infinity),
          ]
        }, tiles)
        const ids = new Set(
          [...has.values()].flatMap((tile) => tile.events.map((one) => one.event.id)),
        )
        const table = buildEventTable(document)
        const isPaged = tiles.some(({ pages }) => pages > 1)
        const shown = Array.from(table.anchor.keys()).filter(
          (row) => (table.end[row] ?? 0) > view.start && (table.start[row] ?? 0) < view.end,
        )
        const lacking = shown.filter((row) => !isPaged && !ids.has(table.id(row) ?? ''))
        expect(lacking).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('asks for nothing where there is nothing to see', () => {
    const { document } = readDocument({
      version: 1,
      title: 'A',
      events: [{ date: '2019', title: 'B' }],
    })
    const { manifest } = setOf(document!, { events: 3, bytes: 5000 })
    const after = manifest.grid.start + manifest.grid.length
    expect(tilesFor(manifest, { start: after, end: after + 1 }, 1)).toEqual([])
    expect(tilesFor(manifest, { start: NaN, end: NaN }, NaN)).toEqual([])
    expect(tilesFor(manifest, manifest.span, 0)).toEqual([{ z: 0, x: 0 }])
    const empty = setOf({ ...document!, events: [] }, { events: 3, bytes: 5000 })
    expect(empty.tiles).toEqual([])
    expect(tilesFor(empty.manifest, manifest.span, 1)).toEqual([])
  })
})
