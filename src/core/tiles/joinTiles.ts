import { firstWhere } from '#core/data/bisect.ts'
import { type EventEntry, tableOfObjects } from '#core/data/buildEventTable.ts'
import { gatherColumns, type RowFacts } from '#core/data/columns.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import { instantIn } from '#core/time/drawnDate.ts'
import { overlaps, type Span } from '#core/time/instant.ts'
import type { Manifest } from './readManifest.ts'
import type { Tile, TileEvent } from './readTile.ts'
import { cellsOfTile, finestInCell, stretchLength, stretchOf, tilePath } from './tileGrid.ts'

/**
 * Outside of the view counts are wanted as fine as the overview shows them, in cells of the topmost tile, and
 * never in more parts than a tile has cells divided by this.
 */
const mostCells = 16

/** Rows that are gathered in one step: a millisecond or two. */
const rowsAtOnce = 4096

/** Some events that are only counted: all of one owner in one stretch of time. */
interface Counted {
  readonly owner: number
  readonly count: number
  readonly stretch: Span
}

/**
 * A table of what is in some tiles, and of the counts of all that is in none of them, so that its rows
 * always stand for every event of the timeline. Tiles whose parents are not among them do not count. About
 * `view` the counts are as fine as the tiles tell, elsewhere coarse. In steps of a few milliseconds: it is
 * done while a view moves.
 */
export function* joinTilesInSteps(
  manifest: Manifest,
  tiles: readonly Tile[],
  view: Span,
  loading: readonly Span[],
): Generator<undefined, EventTable> {
  const known = new Map(tiles.map((tile) => [tilePath(tile), tile]))
  const reached: Tile[] = []
  const open = [{ z: 0, x: 0 }]
  for (const address of open) {
    const tile = known.get(tilePath(address))
    if (tile === undefined) continue
    reached.push(tile)
    for (const half of [0, 1]) open.push({ z: tile.z + 1, x: 2 * tile.x + half })
  }
  const events = reached.flatMap((tile) => tile.events)
  yield
  const unseen = yield* countUnseen(manifest, reached, events, view)
  return yield* tableOf(manifest, events, unseen, loading)
}

/** The finest sums that the tiles tell of all events, less those that are here. */
function* countUnseen(
  manifest: Manifest,
  tiles: readonly Tile[],
  events: readonly TileEvent[],
  view: Span,
): Generator<undefined, readonly Counted[]> {
  const { grid } = manifest
  const here = events.toSorted((p, q) => p.cell - q.cell)
  const isHere = new Set(tiles.map((tile) => tilePath(tile)))
  const counted: Counted[] = []
  for (const tile of tiles) {
    yield
    for (const one of unseenOf(tile)) counted.push(one)
  }
  return counted

  function unseenOf(tile: Tile): Counted[] {
    const length = stretchLength(grid, tile.z)
    const inCell = finestInCell(grid, tile.z)
    const cell = length / cellsOfTile
    const { start } = stretchOf(grid, tile)
    return [0, 1].flatMap((half) => {
      // The half tells more by itself.
      if (isHere.has(tilePath({ z: tile.z + 1, x: 2 * tile.x + half }))) return []
      const from = start + half * (length / 2)
      const isNear = overlaps({ start: from, end: from + length / 2 }, view)
      const step = isNear ? 1 : Math.min(2 ** tile.z, mostCells)
      const first = tile.x * cellsOfTile
      const seen = countsOf(here, (first + half * (cellsOfTile / 2)) * inCell, inCell * step)
      return [...tile.cells].flatMap(([owner, list]) =>
        sumsOf(list, half, step).flatMap((sum, at): Counted | readonly [] => {
          const count = sum - (seen.get(owner)?.[at] ?? 0)
          const begin = from + at * step * cell
          const stretch = { start: begin, end: begin + step * cell }
          return count > 0 ? { owner, count, stretch } : []
        }),
      )
    })
  }
}

/** Counts of one owner in one half of a tile, in stretches of `step` cells. */
function sumsOf(list: readonly number[], half: number, step: number): number[] {
  const sums = Array.from({ length: cellsOfTile / 2 / step }, () => 0)
  for (let at = 0; at < list.length; at += 2) {
    const place = Math.floor(((list[at] ?? 0) - half * (cellsOfTile / 2)) / step)
    if (place in sums) sums[place] = (sums[place] ?? 0) + (list[at + 1] ?? 0)
  }
  return sums
}

/** By owner, how many of the events, sorted by cell, stand in each stretch of `step` finest cells from `first` on. */
function countsOf(
  here: readonly TileEvent[],
  first: number,
  step: number,
): ReadonlyMap<number, readonly number[]> {
  const counts = new Map<number, number[]>()
  for (let at = firstFrom(here, first); at < here.length; at += 1) {
    const { cell, owner } = here[at] ?? { cell: Infinity, owner: -1 }
    const place = Math.floor((cell - first) / step)
    if (place >= cellsOfTile / 2) break
    const own = counts.get(owner) ?? []
    own[place] = (own[place] ?? 0) + 1
    counts.set(owner, own)
  }
  return counts
}

function firstFrom(here: readonly TileEvent[], cell: number): number {
  return firstWhere(0, here.length, (place) => (here[place]?.cell ?? Infinity) >= cell)
}

function* tableOf(
  manifest: Manifest,
  events: readonly TileEvent[],
  unseen: readonly Counted[],
  loading: readonly Span[],
): Generator<undefined, EventTable> {
  const columns = gatherColumns()
  const placeOf = new Map(events.map(({ event }, place) => [event.id, place]))
  for (const { facts, drawn } of events) columns.add(facts, drawn)
  yield
  // Events that are only counted stand in the middle of their stretch, and reach all over it.
  const instants = unseen.map(({ stretch }) => instantIn(stretch))
  for (const [at, { owner }] of unseen.entries()) {
    const drawn = instants[at]
    if (drawn) columns.add(factsOfUnseen(owner), drawn)
    if (at % rowsAtOnce === 0) yield
  }
  const sorted = columns.finish((place) => {
    const whole = events[place]?.event.relations?.find(({ kind }) => kind === 'part-of')
    return whole === undefined ? -1 : (placeOf.get(whole.to) ?? -1)
  })
  yield
  const { filePlace } = sorted
  const countAt = (place: number): number => unseen[place - events.length]?.count ?? 1
  const entryAt = (place: number): EventEntry | undefined => events[place]
  const table = tableOfObjects(manifest.document, sorted, Array.from(filePlace, entryAt))
  return {
    ...table,
    span: manifest.span,
    drawn: (row) => table.drawn(row) ?? instants[(filePlace[row] ?? 0) - events.length],
    unseen: {
      counts: Uint32Array.from(filePlace, countAt),
      total: events.length + unseen.reduce((sum, { count }) => sum + count, 0),
      loading,
    },
  }
}

function factsOfUnseen(owner: number): RowFacts {
  const organizations = owner < 0 ? [] : [owner]
  return { importance: 0, organizations, topics: [], people: [], hasRelations: false }
}
