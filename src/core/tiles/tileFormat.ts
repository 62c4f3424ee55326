import { isRecord } from '#core/model/compileReader.ts'

/**
 * The format of tile sets, version 1: the one definition. docs/tiles.md tells it in words. Checked by hand,
 * not by schemas, since a tile holds thousands of plain numbers and comes while the reader moves.
 */

/** From the first start to the last end, in epoch milliseconds. */
type Extent = readonly [start: number, end: number]

/** The file `tiles.json`. */
export interface ManifestJson {
  /** A document without its events, as `readDocument` reads it. */
  readonly document: object
  /** All events. */
  readonly count: number
  readonly span: Extent
  readonly grid: { readonly start: number; readonly length: number }
  /** Per level the tiles that exist, as runs: first `x`, how many, first, how many; null where only their parents tell. */
  readonly levels: readonly (readonly number[] | null)[]
  /** Place of an organisation in the document (-1 for nobody), and how many events it owns. */
  readonly owners: readonly (readonly [place: number, count: number])[]
}

/** What a tile says of one of its halves: count, and the extent of its events. */
export type TileChild = readonly [count: number, start: number, end: number]

/** A file of a tile. */
export interface TileJson {
  readonly z: number
  readonly x: number
  /** All events anchored in the stretch, whichever tile holds them. */
  readonly count: number
  readonly span: Extent
  /** Files of this tile: this one, and what goes on in `x.1.json`, `x.2.json`, … */
  readonly pages: number
  /** The earlier and the later half; null where no tile follows. */
  readonly children: readonly [TileChild | null, TileChild | null]
  /** Per owner one list: place of the organisation (-1 for nobody), then cell, count, cell, count. */
  readonly cells: readonly (readonly number[])[]
  readonly events: readonly unknown[]
}

/** A further page of a tile. */
export type PageJson = Pick<TileJson, 'z' | 'x' | 'events'> & { readonly page: number }

/** More than any honest set has: what is read stays bounded. */
const most = { levels: 41, runs: 20_000, owners: 100_000, events: 20_000, cells: 513 }

export function isManifest(json: unknown): json is ManifestJson {
  return (
    isRecord(json) &&
    json['format'] === 'throughline-tiles' &&
    json['version'] === 1 &&
    isRecord(json['document']) &&
    isWhole(json['count']) &&
    isExtent(json['span']) &&
    isRecord(json['grid']) &&
    Number.isInteger(json['grid']['start']) &&
    typeof json['grid']['length'] === 'number' &&
    isList(
      json['levels'],
      most.levels,
      (runs) => runs === null || isList(runs, most.runs, isWhole),
    ) &&
    isList(json['owners'], most.owners, (owner) => isList(owner, 2, isPlace) && owner.length === 2)
  )
}

export function isTile(json: unknown): json is TileJson {
  return (
    isRecord(json) &&
    isAddress(json) &&
    isWhole(json['count']) &&
    isExtent(json['span']) &&
    isWhole(json['pages']) &&
    json['pages'] >= 1 &&
    isList(json['children'], 2, isChild) &&
    json['children'].length === 2 &&
    isList(json['cells'], most.owners, (list) => isList(list, most.cells, Number.isSafeInteger)) &&
    isList(json['events'], most.events, () => true)
  )
}

export function isPage(json: unknown): json is PageJson {
  return (
    isRecord(json) &&
    isAddress(json) &&
    isWhole(json['page']) &&
    json['page'] >= 1 &&
    isList(json['events'], most.events, () => true)
  )
}

function isList(
  value: unknown,
  length: number,
  isEntry: (entry: unknown) => boolean,
): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= length && value.every((entry) => isEntry(entry))
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}

/** Of an organisation, or nobody's; or how many events it owns. */
function isPlace(value: unknown): boolean {
  return value === -1 || isWhole(value)
}

function isExtent(value: unknown): boolean {
  return isList(value, 2, Number.isFinite) && value.length === 2
}

function isChild(value: unknown): boolean {
  return (
    value === null || (isList(value, 3, Number.isFinite) && value.length === 3 && isWhole(value[0]))
  )
}

function isAddress({ z, x }: Readonly<Record<string, unknown>>): boolean {
  return isWhole(z) && isWhole(x)
}
