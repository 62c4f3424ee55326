import { bisectLeft, bisectRight } from 'd3-array'

import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { isInView } from '#core/data/rowSet.ts'
import type { Span } from '#core/time/instant.ts'

/** How many of the matching events lie wholly before and after a view. */
export interface Tally {
  readonly matching: number
  before(span: Span): number
  after(span: Span): number
}

/** Sorts starts and ends of what matches, once a filter, so that a frame counts by two binary searches. */
export function tallyOf(table: EventTable, matching: Uint8Array): Tally {
  let count = 0
  for (const passes of matching) count += passes
  const starts = inOrder(table.start, matching, count)
  const ends = inOrder(table.end, matching, count)
  return {
    matching: count,
    before: ({ start }) => bisectRight(ends, start),
    // What ends with the start of the view is before it, and starts no later.
    after: ({ end }) => count - bisectLeft(starts, end),
  }
}

/** The values of matching rows, rising. Rows are in order of time, and so most often are these. */
function inOrder(column: Float64Array, matching: Uint8Array, count: number): Float64Array {
  const values = new Float64Array(count)
  let at = 0
  let isSorted = true
  for (let row = 0; row < column.length; row += 1) {
    if (matching[row] !== 1) continue
    const value = column[row] ?? 0
    isSorted &&= at === 0 || (values[at - 1] ?? 0) <= value
    values[at] = value
    at += 1
  }
  return isSorted ? values : values.sort()
}

/** How many of the rows a view shows, wholly or in part: what the tally counts neither before nor after. */
export function countInView(table: EventTable, rows: Iterable<EventIndex>, span: Span): number {
  let count = 0
  for (const row of rows) if (isInView(table, row, span)) count += 1
  return count
}
