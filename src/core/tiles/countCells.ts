import { existsByRuns, type Manifest } from './readManifest.ts'
import type { Tile } from './readTile.ts'
import { cellsOfTile, finestInCell, holdsCell, type TileAddress } from './tileGrid.ts'
import type { TileAt } from './tilesFor.ts'

/** Cells of a level, counted along the whole grid: tile `x` has those from `256 * x` on. */
export interface CellRange {
  readonly level: number
  readonly first: number
  /** Cells. */
  readonly length: number
}

/** How many events each owner has in each cell. Events count where their mark stands. */
export interface CellCounts extends CellRange {
  /** By place of the organisation, -1 for nobody: `length` counts. */
  readonly byOwner: ReadonlyMap<number, Float64Array>
  /** Tiles that have not come yet: where they lie, the counts are too low. */
  readonly missing: readonly TileAddress[]
}

type Add = (owner: number, cell: number, count: number) => void

/**
 * Exact counts from tiles that are there. Where tiles end above the level, all events of the stretch are in
 * the last tile and those above it, and are counted one by one.
 */
export function countCells(manifest: Manifest, range: CellRange, tileAt: TileAt): CellCounts {
  const { level, first, length } = range
  const byOwner = new Map<number, Float64Array>()
  const missing = new Map<string, TileAddress>()
  const add: Add = (owner, cell, count) => {
    const at = cell - first
    if (at < 0 || at >= length) return
    const counts = byOwner.get(owner) ?? new Float64Array(length)
    counts[at] = (counts[at] ?? 0) + count
    byOwner.set(owner, counts)
  }
  const from = Math.max(0, Math.floor(first / cellsOfTile))
  const to = Math.min(2 ** level - 1, Math.floor((first + length - 1) / cellsOfTile))
  for (let x = from; x <= to; x += 1) {
    const { tiles, lacking, isWhole } = pathTo(manifest, { z: level, x }, tileAt)
    for (const address of lacking) missing.set(`${address.z}/${address.x}`, address)
    const last = tiles.at(-1)
    if (lacking.length > 0 || last === undefined) continue
    if (isWhole) addCells(last, add)
    else addEvents(manifest, { z: level, x }, tiles, add)
  }
  return { ...range, byOwner, missing: [...missing.values()] }
}

/** The tiles from the top to an address, or to the last one above it. */
interface TilePath {
  readonly tiles: readonly Tile[]
  /** Those that are needed, and have not come. */
  readonly lacking: readonly TileAddress[]
  /** The path ends at the address itself. */
  readonly isWhole: boolean
}

function pathTo(manifest: Manifest, { z, x }: TileAddress, tileAt: TileAt): TilePath {
  const tiles: Tile[] = []
  const lacking: TileAddress[] = []
  for (let level = 0; level <= z; level += 1) {
    const address = { z: level, x: Math.floor(x / 2 ** (z - level)) }
    const parent = level === 0 ? undefined : tileAt({ z: level - 1, x: Math.floor(address.x / 2) })
    const told =
      existsByRuns(manifest, address.z, address.x) ??
      (parent && parent.children[address.x % 2 === 0 ? 0 : 1] !== undefined)
    // Nobody knows before the parent has come.
    if (told === undefined) return { tiles, lacking: lacking.slice(-1), isWhole: false }
    if (!told) return { tiles, lacking, isWhole: false }
    const tile = tileAt(address)
    if (tile) tiles.push(tile)
    else lacking.push(address)
    // The counts of the level are in its own tile: those above need not be there.
    if (level === z) return { tiles, lacking: tile ? [] : [address], isWhole: true }
  }
  return { tiles, lacking, isWhole: false }
}

function addCells({ x, cells }: Tile, add: Add): void {
  for (const [owner, list] of cells) {
    for (let at = 0; at < list.length; at += 2) {
      add(owner, x * cellsOfTile + (list[at] ?? 0), list[at + 1] ?? 0)
    }
  }
}

/** Counts the events of a stretch that has no tile of its own, from the tiles above it. */
function addEvents(
  manifest: Manifest,
  { z, x }: TileAddress,
  tiles: readonly Tile[],
  add: Add,
): void {
  const last = tiles.at(-1)
  if (last === undefined) return
  const { grid } = manifest
  const inCell = finestInCell(grid, z)
  const isIn = (cell: number): boolean => holdsCell(grid, { z, x }, cell)
  const events = tiles.flatMap((tile) => tile.events)
  for (const { cell, owner } of events) {
    if (isIn(cell)) add(owner, Math.floor(cell / inCell), 1)
  }
  // What goes on in further pages stands where the events of the first page do, all in one finest cell.
  const [any] = last.events
  if (last.pages === 1 || any === undefined || !isIn(any.cell)) return
  for (const [owner, list] of last.cells) {
    const all = list.reduce((sum, count, at) => (at % 2 === 1 ? sum + count : sum), 0)
    const seen = events.filter(
      (event) => event.owner === owner && holdsCell(grid, last, event.cell),
    ).length
    if (all > seen) add(owner, Math.floor(any.cell / inCell), all - seen)
  }
}
