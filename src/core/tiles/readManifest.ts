import { firstWhere } from '#core/data/bisect.ts'
import type { DocumentHead } from '#core/model/document.ts'
import type { Span } from '#core/time/instant.ts'
import { readHeadOf } from './readPart.ts'
import { isManifest } from './tileFormat.ts'
import { cellsOfTile, deepestLevel, type TileGrid } from './tileGrid.ts'

/** The manifest of a tile set, checked. */
export interface Manifest {
  readonly document: DocumentHead
  /** Places of organisations in the document, by their ids. */
  readonly placeOf: ReadonlyMap<string, number>
  /** All events. */
  readonly count: number
  /** From the first start to the last end of all events. */
  readonly span: Span
  readonly grid: TileGrid
  /** For each level the tiles that exist, as runs; undefined where only their parents tell. */
  readonly levels: readonly (TileRuns | undefined)[]
  /** How many events each organisation owns, by its place; -1 for nobody's. */
  readonly owners: ReadonlyMap<number, number>
}

/** First `x`, how many in a row, first, how many, …: rising, and never touching. */
export type TileRuns = readonly number[]

export type ManifestReading =
  | { readonly manifest: Manifest; readonly fault?: undefined }
  /** Why there is no tile set to read, in one English sentence. */
  | { readonly manifest?: undefined; readonly fault: string }

/** Reads the JSON of `tiles.json`. Never throws. */
export function readManifest(json: unknown): ManifestReading {
  if (isNewer(json)) {
    return {
      fault: 'The tile set is of a newer version than 1: use a newer release of this program.',
    }
  }
  if (!isManifest(json)) return { fault: 'This is not the manifest of a tile set.' }
  const { count, grid, levels, owners } = json
  const [start, end] = json.span
  const isPower =
    grid.length >= cellsOfTile && grid.length <= 2 ** 80 && Number.isInteger(Math.log2(grid.length))
  if (!isPower || start > end) return { fault: 'The manifest says no stretch of time.' }
  if (levels.length > deepestLevel(grid) + 1 || !levels.every(areRuns)) {
    return { fault: 'The manifest does not say which tiles exist.' }
  }
  const document = readHeadOf(json.document)
  if (document === undefined) return { fault: 'The manifest holds no document.' }
  const total = owners.reduce((sum, [, own]) => sum + own, 0)
  const isKnown = owners.every(([place]) => place < document.organizations.length)
  if (total !== count || !isKnown || new Set(owners.map(([place]) => place)).size < owners.length) {
    return { fault: 'The counts of the manifest contradict each other.' }
  }
  return {
    manifest: {
      document,
      placeOf: new Map(document.organizations.map(({ id }, place) => [id, place])),
      count,
      span: { start, end },
      grid,
      levels: levels.map((runs) => runs ?? undefined),
      owners: new Map(owners),
    },
  }
}

/** True where the runs of a level say that a tile exists; undefined where they are not said. */
export function existsByRuns({ levels }: Manifest, z: number, x: number): boolean | undefined {
  if (z >= levels.length) return false
  const runs = levels[z]
  if (runs === undefined) return undefined
  const after = firstWhere(0, runs.length / 2, (run) => (runs[2 * run] ?? 0) > x)
  const first = runs[2 * after - 2] ?? Infinity
  return x >= first && x < first + (runs[2 * after - 1] ?? 0)
}

function areRuns(runs: TileRuns | null, z: number): boolean {
  if (runs === null) return z > 0
  let free = 0
  for (let at = 0; at < runs.length; at += 2) {
    const [first = 0, many = 0] = [runs[at], runs[at + 1]]
    if (first < free || many < 1) return false
    free = first + many + 1
  }
  return runs.length % 2 === 0 && free <= 2 ** z + 1
}

function isNewer(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false
  const version: unknown = Reflect.get(json, 'version')
  return (
    Reflect.get(json, 'format') === 'throughline-tiles' &&
    typeof version === 'number' &&
    version > 1
  )
}
