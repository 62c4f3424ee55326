import type { Span } from '#core/time/instant.ts'
import type { EventIndex, EventTable } from './eventTable.ts'
import { rememberedBy } from './rememberedBy.ts'

/**
 * Rows of a table that stand for one another in a badge. Told without a list of them where that would be
 * long, so that a badge of half a million events costs no more than one of two.
 */
export interface RowSet {
  readonly count: number
  /** The earliest one; undefined for none. */
  readonly first: EventIndex | undefined
  has(row: EventIndex): boolean
  /** The rows in order of time. */
  [Symbol.iterator](): Iterator<EventIndex>
  /** From the first start to the last end of its events. */
  extent(): Span
  /** Which of `ownersOf` owns all of them; -1 for nobody, -2 where they differ. */
  owner(): number
  /** The rows that a view shows, wholly or in part: neither before nor after it. */
  within(span: Span): RowSet
}

export const differing = -2

/**
 * For each row the place of the organisation that owns it; -1 for nobody's. Organisations that are drawn
 * in one colour, since they share a lane, count as the first of them.
 */
export const ownersOf = rememberedBy((table: EventTable): Int32Array => {
  const laneColors = new Map(table.document.lanes.map((lane) => [lane.id, lane.color]))
  const firstOfColor = new Map<string, number>()
  const standsFor = table.document.organizations.map(({ id, lane, color }, place) => {
    const key = color ?? laneColors.get(lane ?? '') ?? `lane ${lane ?? id}`
    const first = firstOfColor.get(key) ?? place
    firstOfColor.set(key, first)
    return first
  })
  const { starts, places } = table.organizations
  const owners = new Int32Array(table.length).fill(-1)
  for (let row = 0; row < table.length; row += 1) {
    const at = starts[row] ?? 0
    if (at < (starts[row + 1] ?? 0)) owners[row] = standsFor[places[at] ?? -1] ?? -1
  }
  return owners
})

/** True when a view shows the event, wholly or in part. What ends as it begins is before it. */
export function isInView({ start, end }: EventTable, row: EventIndex, span: Span): boolean {
  return (end[row] ?? 0) > span.start && (start[row] ?? 0) < span.end
}

export const noRows: RowSet = {
  count: 0,
  first: undefined,
  has: () => false,
  [Symbol.iterator]: () => [].values(),
  extent: () => ({ start: Infinity, end: -Infinity }),
  owner: () => -1,
  within: () => noRows,
}

/** The set of some rows, given in order of time. */
export function rowsOfList(table: EventTable, rows: readonly EventIndex[]): RowSet {
  if (rows.length === 0) return noRows
  return {
    count: rows.length,
    first: rows[0],
    has: (row) => rows.includes(row),
    [Symbol.iterator]: () => rows.values(),
    extent() {
      let [start, end] = [Infinity, -Infinity]
      for (const row of rows) {
        start = Math.min(start, table.start[row] ?? Infinity)
        end = Math.max(end, table.end[row] ?? -Infinity)
      }
      return { start, end }
    },
    owner() {
      const owners = ownersOf(table)
      const first = owners[rows[0] ?? -1] ?? -1
      return rows.every((row) => owners[row] === first) ? first : differing
    },
    within(span) {
      return rowsOfList(
        table,
        rows.filter((row) => isInView(table, row, span)),
      )
    },
  }
}

/** All rows of some sets, of which no two share one. */
export function unionOf(sets: readonly RowSet[]): RowSet {
  const filled = sets.filter(({ count }) => count > 0)
  const [only] = filled
  if (filled.length < 2) return only ?? noRows
  return {
    count: filled.reduce((sum, { count }) => sum + count, 0),
    first: Math.min(...filled.map(({ first }) => first ?? Infinity)),
    has: (row) => filled.some((set) => set.has(row)),
    [Symbol.iterator]: () => merged(filled),
    extent() {
      const extents = filled.map((set) => set.extent())
      return {
        start: Math.min(...extents.map(({ start }) => start)),
        end: Math.max(...extents.map(({ end }) => end)),
      }
    },
    owner() {
      const first = only?.owner() ?? -1
      return filled.every((set) => set.owner() === first) ? first : differing
    },
    within: (span) => unionOf(filled.map((set) => set.within(span))),
  }
}

/** Reads no set further than it is asked to: a badge holds half a million rows, of which some are wanted. */
function* merged(sets: readonly RowSet[]): Generator<EventIndex> {
  const readers = sets.map((set) => set[Symbol.iterator]())
  const heads = readers.map((reader) => readOf(reader))
  for (;;) {
    const row = Math.min(...heads)
    const reader = readers[heads.indexOf(row)]
    if (row === Infinity || reader === undefined) return
    yield row
    heads[heads.indexOf(row)] = readOf(reader)
  }
}

function readOf(reader: Iterator<EventIndex>): number {
  const { done, value } = reader.next()
  return done === true ? Infinity : value
}

/** The first rows of a set that `isWanted`, at most `count` of them. */
export function firstRows(
  rows: RowSet,
  count: number,
  isWanted: (row: EventIndex) => boolean = () => true,
): EventIndex[] {
  const found: EventIndex[] = []
  for (const row of rows) {
    if (found.length >= count) break
    if (isWanted(row)) found.push(row)
  }
  return found
}
