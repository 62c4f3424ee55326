import { buildEventTable } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { TimelineDocument } from '#core/model/document.ts'
import { eventText } from '#core/tiles/eventText.ts'
import type { TileChild } from '#core/tiles/tileFormat.ts'
import {
  cellsOfTile,
  deepestLevel,
  finestCell,
  finestInCell,
  gridOver,
  type TileGrid,
  tilePath,
} from '#core/tiles/tileGrid.ts'
import { manifestText, pageText, type TileLimits, tileText } from '#core/tiles/tileText.ts'

interface Entry {
  readonly row: number
  readonly cell: number
  readonly owner: number
  readonly text: string
  readonly bytes: number
}

/**
 * Cuts a document into tiles in the plainest way, to compare with: all in memory, tile by tile. Gives the
 * text of each file by its path.
 */
export function cutTiles(document: TimelineDocument, limits: TileLimits): Map<string, string> {
  const table = buildEventTable(document)
  const files = new Map<string, string>()
  const grid = gridOver(table.anchor[0] ?? 0, table.anchor[table.length - 1] ?? 0)
  const all = entriesOf(table, grid)
  const levels: number[][] = []
  if (all.length > 0) cut(0, 0, all, all.toSorted(byWeight(table)))
  const { events: _events, ...head } = document
  const text = manifestText({
    document: head,
    count: all.length,
    span: table.span,
    grid,
    levels: levels.map((places) => places.toSorted((a, b) => a - b)),
    owners: tallied(all.map(({ owner }) => owner)),
  })
  return files.set('tiles.json', text)

  /** `here` are all events of the stretch, `rest` those that no tile above holds, weightiest first. */
  function cut(z: number, x: number, here: readonly Entry[], rest: readonly Entry[]): void {
    const places = levels[z] ?? []
    places.push(x)
    levels[z] = places
    const isUncut = z === deepestLevel(grid) || new Set(rest.map(({ cell }) => cell)).size === 1
    const pages = inPages(rest, limits)
    const held = isUncut ? rest : (pages[0] ?? [])
    const left = rest.filter((entry) => !held.includes(entry))
    const length = cellsOfTile * finestInCell(grid, z)
    const children = [0, 1].map((half): TileChild | null => {
      const isIn = ({ cell }: Entry): boolean => Math.floor(cell / (length / 2)) === 2 * x + half
      if (!left.some(isIn)) return null
      const below = here.filter(isIn)
      cut(z + 1, 2 * x + half, below, left.filter(isIn))
      return [below.length, ...extentOf(table, below)]
    })
    const [start, end] = extentOf(table, here)
    const [first = [], ...more] = isUncut ? pages : [held]
    const head = {
      z,
      x,
      count: here.length,
      span: { start, end },
      pages: 1 + more.length,
      children: [children[0] ?? null, children[1] ?? null] as const,
    }
    const cells = cellText(here, (cell) => Math.floor(cell / (length / cellsOfTile)) % cellsOfTile)
    files.set(tilePath({ z, x }), tileText({ ...head, cells, events: textOf(first) }))
    for (const [at, page] of more.entries()) {
      files.set(tilePath({ z, x }, at + 1), pageText({ z, x }, at + 1, textOf(page)))
    }
  }
}

function entriesOf(table: EventTable, grid: TileGrid): readonly Entry[] {
  return Array.from(table.anchor, (anchor, row) => {
    const event = table.event(row)
    const text = event === undefined ? '' : eventText(event)
    const at = table.organizations.starts[row] ?? 0
    const isOwned = at < (table.organizations.starts[row + 1] ?? 0)
    return {
      row,
      cell: finestCell(grid, anchor),
      owner: isOwned ? (table.organizations.places[at] ?? -1) : -1,
      text,
      bytes: new TextEncoder().encode(text).length,
    }
  })
}

/** The more important first; of equals a sample spread evenly over their time. */
function byWeight(table: EventTable): (a: Entry, b: Entry) => number {
  const lowestBit = (row: number): number => (row + 1) & -(row + 1)
  return (a, b) =>
    (table.importance[b.row] ?? 0) - (table.importance[a.row] ?? 0) ||
    lowestBit(b.row) - lowestBit(a.row) ||
    a.row - b.row
}

function inPages(rest: readonly Entry[], limits: TileLimits): readonly (readonly Entry[])[] {
  const pages = new Map<number, Entry[]>()
  let sum = 0
  for (const [at, entry] of rest.entries()) {
    sum += entry.bytes
    const page = Math.floor(at / limits.events) + Math.floor((sum - 1) / limits.bytes)
    pages.set(page, [...(pages.get(page) ?? []), entry])
  }
  return [...pages.values()]
}

function textOf(entries: readonly Entry[]): string {
  return entries
    .toSorted((a, b) => a.row - b.row)
    .map(({ text }) => text)
    .join(',')
}

function extentOf(table: EventTable, entries: readonly Entry[]): [number, number] {
  return [
    Math.min(...entries.map(({ row }) => table.start[row] ?? 0)),
    Math.max(...entries.map(({ row }) => table.end[row] ?? 0)),
  ]
}

function cellText(entries: readonly Entry[], cellOf: (cell: number) => number): string {
  const owners = [...new Set(entries.map(({ owner }) => owner))].toSorted((a, b) => a - b)
  return owners
    .map((owner) => {
      const own = entries.filter((entry) => entry.owner === owner)
      return JSON.stringify([owner, ...tallied(own.map(({ cell }) => cellOf(cell))).flat()])
    })
    .join(',')
}

function tallied(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted(([a], [b]) => a - b)
}
