import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { buildEventTable } from '#core/data/buildEventTable.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { countCells } from './countCells.ts'
import { eventText } from './eventText.ts'
import { readPage } from './readTile.ts'
import { setOf, tileSets } from '#core/tiles/testing/tileSets.ts'
import { cellsOfTile, deepestLevel, stretchOf, tilePath } from './tileGrid.ts'
import { tileLimits } from './tileText.ts'
import { levelFor } from './tilesFor.ts'

describe('a tile set', () => {
  it('holds every event once, as it was read', () => {
    fc.assert(
      fc.property(tileSets, ({ document, files, manifest, tiles }) => {
        const held = tiles.flatMap((tile) => {
          const pages = Array.from({ length: tile.pages - 1 }, (_, at) => {
            const text = files.get(tilePath(tile, at + 1)) ?? ''
            const { value, problems } = readPage(JSON.parse(text), manifest, tile, at + 1)
            expect(problems.filter(({ severity }) => severity !== 'note')).toEqual([])
            return value ?? []
          })
          return [...tile.events, ...pages.flat()]
        })
        const byId = new Map(held.map(({ event }) => [event.id, event]))
        expect(held).toHaveLength(document.events.length)
        expect(manifest.count).toBe(document.events.length)
        for (const event of document.events) expect(byId.get(event.id)).toEqual(event)
        const { events: _events, ...head } = document
        expect(manifest.document).toEqual(head)
      }),
      { numRuns: 60 },
    )
  })

  it('holds the more important event higher up', () => {
    fc.assert(
      fc.property(tileSets, ({ tiles, tileAt }) => {
        for (const tile of tiles.filter(({ z }) => z > 0)) {
          const parent = tileAt({ z: tile.z - 1, x: Math.floor(tile.x / 2) })
          const least = Math.min(...(parent?.events ?? []).map(({ event }) => event.importance))
          for (const { event } of tile.events) expect(event.importance).toBeLessThanOrEqual(least)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('says what hangs below a tile, in the manifest and in the tile', () => {
    fc.assert(
      fc.property(tileSets, ({ manifest, tiles, tileAt }) => {
        for (const { z, x, children, count, span } of tiles) {
          expect(manifest.levels[z]).toBeDefined()
          for (const half of [0, 1] as const) {
            const child = tileAt({ z: z + 1, x: 2 * x + half })
            expect(children[half]).toEqual(child && { count: child.count, span: child.span })
          }
          expect(count).toBeGreaterThan(0)
          expect(span.start).toBeLessThanOrEqual(span.end)
        }
        const runs = manifest.levels.map((level) =>
          (level ?? []).reduce((sum, many, at) => (at % 2 === 1 ? sum + many : sum), 0),
        )
        expect(runs.reduce((sum, many) => sum + many, 0)).toBe(tiles.length)
      }),
      { numRuns: 60 },
    )
  })

  it('counts the same at every level, as going through all events would', () => {
    fc.assert(
      fc.property(tileSets, fc.nat(60), ({ document, manifest, tileAt }, place) => {
        const table = buildEventTable(document)
        const { grid, levels, owners } = manifest
        const deepest = deepestLevel(grid)
        for (const level of [0, 1, place % (deepest + 1), levels.length, deepest]) {
          if (level > deepest || levels.length === 0) continue
          const at = table.anchor[place % table.length] ?? 0
          const { start, end } = stretchOf(grid, { z: level, x: 0 })
          const cell = (end - start) / cellsOfTile
          const first = Math.max(0, Math.floor((at - grid.start) / cell) - 300)
          const { byOwner, missing } = countCells(manifest, { level, first, length: 700 }, tileAt)
          expect(missing).toEqual([])
          const expected = new Map<number, Float64Array>()
          for (let row = 0; row < table.length; row += 1) {
            const index = Math.floor(((table.anchor[row] ?? 0) - grid.start) / cell) - first
            if (index < 0 || index >= 700) continue
            const place = table.organizations.starts[row] ?? 0
            const isOwned = place < (table.organizations.starts[row + 1] ?? 0)
            const owner = isOwned ? (table.organizations.places[place] ?? -1) : -1
            const counts = expected.get(owner) ?? new Float64Array(700)
            counts[index] = (counts[index] ?? 0) + 1
            expected.set(owner, counts)
          }
          const sorted = (map: ReadonlyMap<number, Float64Array>) =>
            [...map].toSorted(([a], [b]) => a - b).map(([owner, counts]) => [owner, [...counts]])
          expect(sorted(byOwner)).toEqual(sorted(expected))
        }
        const all = [...owners.values()].reduce((sum, count) => sum + count, 0)
        expect(all).toBe(table.length)
      }),
      { numRuns: 60 },
    )
  })

  it('counts a cell of a tile as both cells of its halves together', () => {
    fc.assert(
      fc.property(tileSets, ({ manifest, tiles, tileAt }) => {
        for (const { z, x } of tiles) {
          if (z === deepestLevel(manifest.grid)) continue
          const first = x * cellsOfTile
          const [coarse, fine] = [
            countCells(manifest, { level: z, first, length: 256 }, tileAt),
            countCells(manifest, { level: z + 1, first: 2 * first, length: 512 }, tileAt),
          ]
          expect(new Set(fine.byOwner.keys())).toEqual(new Set(coarse.byOwner.keys()))
          for (const [owner, counts] of coarse.byOwner) {
            const halves = fine.byOwner.get(owner) ?? []
            const sums = Array.from(
              counts,
              (_, at) => (halves[2 * at] ?? 0) + (halves[2 * at + 1] ?? 0),
            )
            expect([...counts]).toEqual(sums)
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('names what a count lacks, and needs no tile above the one of the level', () => {
    const events = Array.from({ length: 64 }, (_, at) => ({
      date: `20${10 + (at % 16)}-0${1 + (at % 9)}-11`,
      title: `Event ${at}`,
    }))
    const { document } = readDocument({ version: 1, title: 'A', events })
    const { manifest, tiles, tileAt } = setOf(document!, { events: 3, bytes: 5000 })
    const below = tiles.find(({ z }) => z === 2)!
    const only = countCells(
      manifest,
      { level: 2, first: below.x * cellsOfTile, length: cellsOfTile },
      (address) => (address.z === 2 && address.x === below.x ? below : undefined),
    )
    expect(only.missing).toEqual([])
    expect(only.byOwner.get(-1)?.reduce((sum, count) => sum + count, 0)).toBe(below.count)
    const range = { level: 1, first: 0, length: 2 * cellsOfTile }
    const without = countCells(manifest, range, ({ z, x }) =>
      z === 1 && x === 1 ? undefined : tileAt({ z, x }),
    )
    expect(without.missing).toEqual([{ z: 1, x: 1 }])
  })

  it('keeps tiles near 100 kB', () => {
    const events = Array.from({ length: 3000 }, (_, at) => ({
      date: `20${10 + (at % 40)}`,
      title: `Event ${at} ${'with many words '.repeat(at % 40)}`,
      organizations: [`o${at % 30}`],
    }))
    const { document } = readDocument({ version: 1, title: 'A', events })
    const { files } = setOf(document!, tileLimits)
    expect(files.size).toBeGreaterThan(20)
    for (const text of files.values()) expect(text.length).toBeLessThan(110_000)
  })

  it('has its levels where the cells are 4 to 8 pixels wide', () => {
    fc.assert(
      fc.property(tileSets, fc.integer({ min: -60, max: 3 }), ({ manifest }, power) => {
        const pxPerMs = 1.7 * 2 ** power
        const level = levelFor(manifest, pxPerMs)
        const width = (manifest.grid.length / 2 ** level / cellsOfTile) * pxPerMs
        const isNarrow = level === 0 || width > 4
        const isWide = level === deepestLevel(manifest.grid) || width <= 8
        expect([isNarrow, isWide]).toEqual([true, true])
      }),
    )
  })
})

describe('eventText', () => {
  it('is read as the event that it was made of', () => {
    fc.assert(
      fc.property(tileSets, ({ document }) => {
        const events = document.events.map((event): unknown => JSON.parse(eventText(event)))
        expect(readDocument({ ...document, events }).document).toEqual(document)
      }),
      { numRuns: 20 },
    )
  })
})
