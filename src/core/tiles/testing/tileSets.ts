import fc from 'fast-check'

import type { TimelineDocument } from '#core/model/document.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { type Manifest, readManifest } from '#core/tiles/readManifest.ts'
import { readTile, type Tile } from '#core/tiles/readTile.ts'
import { tilePath } from '#core/tiles/tileGrid.ts'
import type { TileLimits } from '#core/tiles/tileText.ts'
import type { TileAt } from '#core/tiles/tilesFor.ts'
import { cutTiles } from './cutTiles.ts'

/** A tile set with what it was made of. */
export interface TileSet {
  readonly document: TimelineDocument
  readonly files: ReadonlyMap<string, string>
  readonly manifest: Manifest
  readonly tiles: readonly Tile[]
  readonly tileAt: TileAt
}

/** Small, so that few events fill many tiles. */
export const smallLimits: fc.Arbitrary<TileLimits> = fc.record({
  events: fc.integer({ min: 1, max: 9 }),
  bytes: fc.constantFrom(1, 400, 5000),
})

const two = (value: number): string => String(value).padStart(2, '0')
const years = fc.integer({ min: 1990, max: 2020 })
const days = fc
  .tuple(years, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => `${year}-${two(month)}-${two(day)}`)
const dates = fc.oneof(
  days,
  days,
  fc.constantFrom('2019-07-26', '2019-07-26', '2019-07-26T09:30', '2019-07-26T01:30:00.250-08:00'),
  years.map((year) => `${year}`),
  fc.tuple(years, fc.nat(30)).map(([year, more]) => `${year}/${year + more}`),
  fc.tuple(days, fc.nat(23)).map(([day, hour]) => `${day}T${two(hour)}:05:00Z`),
  fc.constantFrom('201X', '2019~', '2019-06/..', '{2001,2018-02-03}', '[1999..2003]', '2019-21'),
)
const farDates = fc.constantFrom('Y-13800000000', 'Y-66000000~', '-0550', '0000', 'Y50000')

const events = fc.record(
  {
    date: fc.oneof({ arbitrary: dates, weight: 40 }, { arbitrary: farDates, weight: 1 }),
    title: fc.constantFrom('First', '开源 "platform"', 'A 🎉\nB\t\\', 'Élan '.repeat(40)),
    importance: fc.integer({ min: 1, max: 5 }),
    organizations: fc.subarray(['o0', 'o1', 'o2', 'unlisted']),
    topics: fc.subarray(['t0', 't1']),
    summary: fc.constantFrom('Short', 'Long '.repeat(30)),
    media: fc.constant([{ type: 'image', src: 'a.png', alt: 'A' }]),
    extra: fc.constant({ kept: [1, { deep: true }] }),
  },
  { requiredKeys: ['date', 'title'] },
)

/** Documents as authors write them, as plain JSON; all on one day, or over all of time. */
export const documentJson: fc.Arbitrary<{ readonly events: readonly unknown[] }> = fc
  .tuple(
    fc.oneof(fc.array(events, { maxLength: 12 }), fc.array(events, { maxLength: 160 })),
    fc.boolean(),
    fc.nat(5),
  )
  .map(([list, hasRelations, sameDate]) => ({
    version: 1,
    title: 'Random',
    organizations: ['o0', 'o1', 'o2'].map((id) => ({ id, name: id })),
    topics: ['t0', 't1'].map((id) => ({ id, title: id })),
    events: list.map((event, at) => ({
      ...event,
      ...(sameDate === 0 && { date: '2019-07-26' }),
      id: `e${at}`,
      ...(hasRelations && at % 3 === 2 && { relations: [{ to: `e${at - 2}`, kind: 'leads-to' }] }),
    })),
  }))

export const documents: fc.Arbitrary<TimelineDocument> = documentJson.map((json) => {
  const { document } = readDocument(json)
  if (document === undefined) throw new Error('A random document cannot be read.')
  return document
})

export const tileSets: fc.Arbitrary<TileSet> = fc
  .tuple(documents, smallLimits)
  .map(([document, limits]) => setOf(document, limits))

export function setOf(document: TimelineDocument, limits: TileLimits): TileSet {
  const files = cutTiles(document, limits)
  const { manifest, fault } = readManifest(JSON.parse(files.get('tiles.json') ?? ''))
  if (manifest === undefined) throw new Error(fault)
  const tiles = new Map<string, Tile>()
  for (const [path, text] of files) {
    const [, z, x] = /^(\d+)\/(\d+)\.json$/.exec(path) ?? []
    if (z === undefined || x === undefined) continue
    const reading = readTile(JSON.parse(text), manifest, { z: Number(z), x: Number(x) })
    if (reading.value === undefined) throw new Error(reading.fault)
    tiles.set(path, reading.value)
  }
  return {
    document,
    files,
    manifest,
    tiles: [...tiles.values()],
    tileAt: (address) => tiles.get(tilePath(address)),
  }
}
