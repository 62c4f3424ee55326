import { countBefore, countUpTo } from '#core/data/bisect.ts'

import { countOfRows, type EventTable, sumsOf } from '#core/data/eventTable.ts'
import { lastOf } from '#core/data/lastOf.ts'
import type { Span } from '#core/time/instant.ts'

/** How many of the matching events lie wholly before and after a view. */
export interface Tally {
  readonly matching: number
  before(span: Span): number
  after(span: Span): number
}

const tallies = new WeakMap<Uint8Array, Tally>()

/**
 * Sorts starts and ends of what matches, so that a frame counts by two binary searches. Kept as long as
 * `matching` is.
 */
export function tallyOf(table: EventTable, matching: Uint8Array): Tally {
  return lastOf(tallyInSteps(table, matching))
}

/** The same for a caller who has other things to do between two steps. */
export function* tallyInSteps(
  table: EventTable,
  matching: Uint8Array,
): Generator<undefined, Tally> {
  const tally = tallies.get(matching) ?? (yield* countTally(table, matching))
  tallies.set(matching, tally)
  return tally
}

function* countTally(table: EventTable, matching: Uint8Array): Generator<undefined, Tally> {
  const rows = rowsThat(matching)
  yield
  const starts = inOrder(table, table.start, rows)
  yield
  const ends = inOrder(table, table.end, rows)
  const count = countOfRows(table, rows)
  return {
    matching: count,
    before: ({ start }) => ends.upTo(countUpTo(ends.values, start)),
    // What ends with the start of the view is before it, and starts no later.
    after: ({ end }) => count - starts.upTo(countBefore(starts.values, end)),
  }
}

function rowsThat(matching: Uint8Array): Int32Array {
  const rows = new Int32Array(matching.length)
  let length = 0
  for (let row = 0; row < matching.length; row += 1) {
    rows[length] = row
    length += matching[row] ?? 0
  }
  return rows.subarray(0, length)
}

interface Ordered {
  readonly values: Float64Array
  /** How many events the first so many values stand for. */
  upTo(length: number): number
}

/** The values of some rows, rising. Rows are in order of time, and so most often are these. */
function inOrder(table: EventTable, column: Float64Array, rows: Int32Array): Ordered {
  // A loop: `Float64Array.from` takes ten times as long for a million.
  const valuesOf = (order: Int32Array): Float64Array => {
    const values = new Float64Array(order.length)
    for (let at = 0; at < order.length; at += 1) values[at] = column[order[at] ?? -1] ?? 0
    return values
  }
  const counts = table.unseen?.counts
  if (counts === undefined) {
    const values = valuesOf(rows)
    return { values: isRising(values) ? values : values.sort(), upTo: (length) => length }
  }
  const order = rows.slice().sort((p, q) => (column[p] ?? 0) - (column[q] ?? 0))
  const sums = sumsOf(order, counts)
  return { values: valuesOf(order), upTo: (length) => sums[length] ?? 0 }
}

function isRising(values: Float64Array): boolean {
  for (let at = 1; at < values.length; at += 1) {
    if ((values[at] ?? 0) < (values[at - 1] ?? 0)) return false
  }
  return true
}

/** How many of the matching events a view shows, wholly or in part: what is neither before nor after it. */
export function countInView(table: EventTable, matching: Uint8Array, span: Span): number {
  const tally = tallyOf(table, matching)
  return tally.matching - tally.before(span) - tally.after(span)
}
