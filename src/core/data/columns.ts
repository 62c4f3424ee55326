import type { DrawnDate } from '#core/time/eventDate.ts'
import { MS, type Span } from '#core/time/instant.ts'
import type { EventColumns, EventIndex, Lists } from './eventTable.ts'

/** What a row takes of an event besides its date. */
export interface RowFacts {
  readonly importance: number
  /** Places in the document's lists. */
  readonly organizations: readonly number[]
  readonly topics: readonly number[]
  readonly people: readonly number[]
  readonly hasRelations: boolean
}

/** Gathers the columns of a table, event by event in the order of the file. */
export interface ColumnGatherer {
  readonly length: number
  add(facts: RowFacts, drawn: Pick<DrawnDate, 'anchor' | 'outer' | 'others'>): void
  /**
   * Sorts what was gathered. `parentOf` gives the place in the file of the event that another one is
   * `part-of`, or -1; it is asked only for those with relations, and undefined takes them back, as
   * having none. O(n) where the file is in order of time.
   */
  finish(parentOf: (filePlace: number) => number | undefined): EventColumns
}

/** Places in the order of rows: by anchor, then weight falling, then place. */
export type Sort = (anchors: Float64Array, weights: Uint8Array) => Uint32Array

export function gatherColumns(sort: Sort = sortByComparing): ColumnGatherer {
  const anchor = growing(Float64Array)
  const start = growing(Float64Array)
  const end = growing(Float64Array)
  const importance = growing(Uint8Array)
  const organizations = growingLists()
  const topics = growingLists()
  const people = growingLists()
  const related: number[] = []

  return {
    get length() {
      return anchor.length()
    },
    add(facts, { anchor: at, outer, others }) {
      if (facts.hasRelations) related.push(anchor.length())
      anchor.push(at)
      start.push(others.length === 0 ? outer.start : Math.min(outer.start, ...others))
      end.push(others.length === 0 ? outer.end : Math.max(outer.end, ...others))
      importance.push(facts.importance)
      organizations.push(facts.organizations)
      topics.push(facts.topics)
      people.push(facts.people)
    },
    finish(parentOf) {
      const anchors = anchor.done()
      const weights = importance.done()
      const order = isInTime(anchors, weights) ? undefined : sort(anchors, weights)
      const ordered = <T extends Column>(column: T, Kind: Kind<T>): T =>
        order ? inOrder(column, order, Kind) : column
      const starts = ordered(start.done(), Float64Array)
      const ends = ordered(end.done(), Float64Array)
      const { length } = anchors
      const filePlace = order ?? counted(length)
      const rowOf = order ? inverse(order) : filePlace
      const parent = new Int32Array(length).fill(-1)
      const naming: number[] = []
      for (const place of related) {
        const whole = parentOf(place)
        if (whole === undefined) continue
        naming.push(rowOf[place] ?? 0)
        if (whole >= 0) parent[rowOf[place] ?? 0] = rowOf[whole] ?? -1
      }
      return {
        length,
        anchor: ordered(anchors, Float64Array),
        start: starts,
        end: ends,
        importance: ordered(weights, Uint8Array),
        organizations: organizations.done(order),
        topics: topics.done(order),
        people: people.done(order),
        parent,
        related: Int32Array.from(naming).sort(),
        filePlace,
        span: spanOf(starts, ends),
      }
    },
  }
}

/** The rows that are part of others, by these, in file order. */
export function childrenOf({
  parent,
  related,
  filePlace,
}: EventColumns): ReadonlyMap<EventIndex, readonly EventIndex[]> {
  const children = new Map<EventIndex, EventIndex[]>()
  for (const row of related) {
    const whole = parent[row] ?? -1
    if (whole < 0) continue
    const siblings = children.get(whole)
    if (siblings) siblings.push(row)
    else children.set(whole, [row])
  }
  const place = (row: EventIndex): number => filePlace[row] ?? 0
  for (const siblings of children.values()) siblings.sort((a, b) => place(a) - place(b))
  return children
}

function inTime(anchors: Float64Array, weights: Uint8Array): (a: number, b: number) => number {
  return (a, b) =>
    (anchors[a] ?? 0) - (anchors[b] ?? 0) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b
}

function isInTime(anchors: Float64Array, weights: Uint8Array): boolean {
  const compare = inTime(anchors, weights)
  for (let at = 1; at < anchors.length; at += 1) if (compare(at - 1, at) > 0) return false
  return true
}

/** O(n log n): for documents of any usual size. */
export function sortByComparing(anchors: Float64Array, weights: Uint8Array): Uint32Array {
  return counted(anchors.length).sort(inTime(anchors, weights))
}

function counted(length: number): Uint32Array {
  const places = new Uint32Array(length)
  for (let place = 0; place < length; place += 1) places[place] = place
  return places
}

type Column = Float64Array | Uint8Array | Uint32Array
type Kind<T extends Column> = new (length: number) => T

function inOrder<T extends Column>(column: T, order: Uint32Array, Kind: Kind<T>): T {
  const sorted = new Kind(column.length)
  for (let row = 0; row < order.length; row += 1) sorted[row] = column[order[row] ?? 0] ?? 0
  return sorted
}

function inverse(order: Uint32Array): Uint32Array {
  const rowOf = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row += 1) rowOf[order[row] ?? 0] = row
  return rowOf
}

/** From the first start to the last end. */
function spanOf(start: Float64Array, end: Float64Array): Span {
  if (start.length === 0) return { start: 0, end: MS.day }
  let first = Infinity
  let last = -Infinity
  for (const instant of start) first = Math.min(first, instant)
  for (const instant of end) last = Math.max(last, instant)
  return { start: first, end: last }
}

interface Growing<T> {
  length(): number
  push(value: number): void
  /** Exactly what was pushed. */
  done(): T
}

/** A column whose length is not known before its end: it doubles. */
function growing<T extends Column>(Kind: Kind<T>): Growing<T> {
  let column = new Kind(1024)
  let length = 0
  return {
    length: () => length,
    push(value) {
      if (length === column.length) {
        const larger = new Kind(2 * length)
        larger.set(column)
        column = larger
      }
      column[length] = value
      length += 1
    },
    done() {
      const exact = new Kind(length)
      exact.set(column.subarray(0, length))
      return exact
    },
  }
}

function growingLists() {
  const starts = growing(Uint32Array)
  const places = growing(Uint32Array)
  starts.push(0)
  return {
    push(list: readonly number[]): void {
      for (const place of list) places.push(place)
      starts.push(places.length())
    },
    done(order: Uint32Array | undefined): Lists {
      const lists = { starts: starts.done(), places: places.done() }
      return order ? listsInOrder(lists, order) : lists
    },
  }
}

function listsInOrder({ starts, places }: Lists, order: Uint32Array): Lists {
  const sorted = { starts: new Uint32Array(starts.length), places: new Uint32Array(places.length) }
  let at = 0
  for (let row = 0; row < order.length; row += 1) {
    const from = order[row] ?? 0
    for (let next = starts[from] ?? 0; next < (starts[from + 1] ?? 0); next += 1) {
      sorted.places[at] = places[next] ?? 0
      at += 1
    }
    sorted.starts[row + 1] = at
  }
  return sorted
}
