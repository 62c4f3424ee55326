import type { DocumentHead } from '#core/model/document.ts'
import type { Span } from '#core/time/instant.ts'
import type { TileChild } from './tileFormat.ts'
import type { TileAddress, TileGrid } from './tileGrid.ts'

/** How much a tile holds. */
export interface TileLimits {
  /** Events of a file. */
  readonly events: number
  /** UTF-8 bytes of these events; one that is longer stands alone. */
  readonly bytes: number
}

/** With counts and frame a file stays under about 100 kB. */
export const tileLimits: TileLimits = { events: 400, bytes: 80_000 }

/** Runs of a level that are worth their bytes in the manifest; of more than that the parents tell. */
const mostRuns = 2000

/** What a tile says, its events and counts as JSON already. */
export interface TileParts extends TileAddress {
  readonly count: number
  readonly span: Span
  readonly pages: number
  readonly children: readonly [TileChild | null, TileChild | null]
  /** Lists of owner, cell, count, …: `[0,17,3],[4,17,1]`. */
  readonly cells: string
  /** Events with commas between. */
  readonly events: string
}

/** The text of a tile. Its head is one line, so that a person finds the events below. */
export function tileText(parts: TileParts): string {
  const { z, x, count, span, pages, children, cells, events } = parts
  const head = JSON.stringify({ z, x, count, span: [span.start, span.end], pages, children })
  return `${head.slice(0, -1)},"cells":[${cells}],\n"events":[${events}]}\n`
}

/** The text of a further page of a tile. */
export function pageText({ z, x }: TileAddress, page: number, events: string): string {
  return `{"z":${z},"x":${x},"page":${page},\n"events":[${events}]}\n`
}

/** What a manifest says. */
export interface ManifestParts {
  readonly document: DocumentHead
  readonly count: number
  readonly span: Span
  readonly grid: TileGrid
  /** For each level the places of its tiles, rising. */
  readonly levels: readonly (readonly number[])[]
  /** Place of an organisation, -1 for nobody, and how many events it owns; rising. */
  readonly owners: readonly (readonly [place: number, count: number])[]
}

export function manifestText({
  document,
  count,
  span,
  grid,
  levels,
  owners,
}: ManifestParts): string {
  const json = {
    format: 'throughline-tiles',
    version: 1,
    count,
    span: [span.start, span.end],
    grid: { start: grid.start, length: grid.length },
    levels: levels.map(runsOf),
    owners,
    document,
  }
  return `${JSON.stringify(json)}\n`
}

function runsOf(places: readonly number[], level: number): readonly number[] | null {
  const runs: number[] = []
  let next = -1
  for (const x of places) {
    if (x === next) runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1
    else runs.push(x, 1)
    next = x + 1
  }
  return level > 0 && runs.length > 2 * mostRuns ? null : runs
}
