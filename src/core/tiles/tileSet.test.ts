import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { readDocument } from '#core/model/readDocument.ts'
import { eventText } from './eventText.ts'
import { readPage } from './readTile.ts'
import { setOf, tileSets } from '#core/tiles/testing/tileSets.ts'
import { cellsOfTile, deepestLevel, tilePath } from './tileGrid.ts'
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
