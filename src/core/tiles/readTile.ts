import { type EventEntry, factsReader } from '#core/data/buildEventTable.ts'
import type { RowFacts } from '#core/data/columns.ts'
import type { Problem } from '#core/model/problem.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { Span } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Manifest } from './readManifest.ts'
import { readPart } from './readPart.ts'
import { isPage, isTile, type TileChild } from './tileFormat.ts'
import { cellsOfTile, finestCell, holdsCell, type TileAddress, tilePath } from './tileGrid.ts'

/** An event of a tile, and where it counts. */
export interface TileEvent extends EventEntry {
  /** Its place on the finest cells of the grid. */
  readonly cell: number
  /** Place of the organisation that owns it, -1 for nobody. */
  readonly owner: number
  readonly facts: RowFacts
}

/** A tile, checked. */
export interface Tile extends TileAddress {
  /** All events anchored in the stretch, whichever tile holds them. */
  readonly count: number
  /** From the first start to the last end of all these events. */
  readonly span: Span
  /** Files of this tile. */
  readonly pages: number
  /** The earlier and the later half; undefined where no tile follows. */
  readonly children: readonly [TilePart | undefined, TilePart | undefined]
  /** For each owner one list of cell, count, cell, count, …; cells from 0 to 255. */
  readonly cells: ReadonlyMap<number, readonly number[]>
  readonly events: readonly TileEvent[]
}

/** What a tile tells of one below it. */
export interface TilePart {
  readonly count: number
  readonly span: Span
}

/** `value` is undefined, and `fault` says why in one English sentence, for what cannot be used at all. */
export interface TileReading<T> {
  readonly value: T | undefined
  readonly fault: string | undefined
  /** Of single events, as in a document; paths begin at the first event of the file. */
  readonly problems: readonly Problem[]
}

/** Reads a tile that was asked for by its address. Never throws. */
export function readTile(
  json: unknown,
  manifest: Manifest,
  address: TileAddress,
): TileReading<Tile> {
  const where = tilePath(address)
  if (!isTile(json)) return refused(`${where} is no tile.`)
  const { z, x, count, pages } = json
  if (z !== address.z || x !== address.x) return refused(`${where} holds another tile.`)
  const cells = readCells(json.cells, manifest)
  if (cells === undefined) return refused(`The counts of ${where} are not in order.`)
  const [earlier, later] = json.children.map(partOf)
  const sum = [...cells.values()].reduce((all, list) => all + countOf(list), 0)
  const below = (earlier?.count ?? 0) + (later?.count ?? 0)
  if (sum !== count || below > count || !isSpan(json.span)) {
    return refused(`The counts of ${where} contradict each other.`)
  }
  const { events, problems } = readEvents(json.events, manifest, address)
  const [start, end] = json.span
  const tile: Tile = {
    z,
    x,
    count,
    span: { start, end },
    pages,
    children: [earlier, later],
    cells,
    events,
  }
  return { value: tile, fault: undefined, problems }
}

/** Reads a further page of a tile: `page` counts from 1. Never throws. */
export function readPage(
  json: unknown,
  manifest: Manifest,
  address: TileAddress,
  page: number,
): TileReading<readonly TileEvent[]> {
  const where = tilePath(address, page)
  if (!isPage(json)) return refused(`${where} is no page of a tile.`)
  if (json.z !== address.z || json.x !== address.x || json.page !== page) {
    return refused(`${where} holds another page.`)
  }
  const { events, problems } = readEvents(json.events, manifest, address)
  return { value: events, fault: undefined, problems }
}

function refused(fault: string): TileReading<never> {
  return { value: undefined, fault, problems: [] }
}

function partOf(child: TileChild | null): TilePart | undefined {
  if (child === null || !isSpan([child[1], child[2]])) return undefined
  return { count: child[0], span: { start: child[1], end: child[2] } }
}

function isSpan([start, end]: readonly [number, number]): boolean {
  return start <= end
}

/** Undefined where a cell is twice, out of order, or no cell; or an owner is twice, or nobody we know. */
function readCells(
  lists: readonly (readonly number[])[],
  { document }: Manifest,
): ReadonlyMap<number, readonly number[]> | undefined {
  const cells = new Map<number, readonly number[]>()
  for (const [owner = -2, ...list] of lists) {
    const isKnown = owner >= -1 && owner < document.organizations.length && !cells.has(owner)
    if (!isKnown || list.length % 2 === 1) return undefined
    let last = -1
    for (let at = 0; at < list.length; at += 2) {
      const [cell = -1, count = 0] = [list[at], list[at + 1]]
      if (cell <= last || cell >= cellsOfTile || count < 1) return undefined
      last = cell
    }
    cells.set(owner, list)
  }
  return cells
}

function countOf(list: readonly number[]): number {
  let sum = 0
  for (let at = 1; at < list.length; at += 2) sum += list[at] ?? 0
  return sum
}

/** An event that stands outside of the stretch belongs to another tile: it would be counted twice. */
function readEvents(
  list: readonly unknown[],
  { document, grid, placeOf }: Manifest,
  address: TileAddress,
): { readonly events: readonly TileEvent[]; readonly problems: readonly Problem[] } {
  const { events, problems } = readPart(document, list)
  const factsOf = factsReader(document)
  const kept = events.flatMap((event): readonly TileEvent[] => {
    const reading = parseDate(event.date)
    if (!reading.ok) return []
    const { date } = reading
    const drawn = drawnDate(date)
    const cell = finestCell(grid, drawn.anchor)
    if (!holdsCell(grid, address, cell)) return []
    const [first] = event.organizations
    const owner = first === undefined ? -1 : (placeOf.get(first.id) ?? -1)
    return [{ event, date, drawn, cell, owner, facts: factsOf(event) }]
  })
  return { events: kept, problems }
}
