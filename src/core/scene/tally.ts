import { bisectLeft, bisectRight } from 'd3-array'

import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
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
  for (let row = 0; row < table.length; row += 1) if (matching[row] === 1) count += 1
  const starts = new Float64Array(count)
  const ends = new Float64Array(count)
  let at = 0
  for (let row = 0; row < table.length; row += 1) {
    if (matching[row] !== 1) continue
    starts[at] = table.start[row] ?? 0
    ends[at] = table.end[row] ?? 0
    at += 1
  }
  starts.sort()
  ends.sort()
  return {
    matching: count,
    before: ({ start }) => bisectRight(ends, start),
    // What ends with the start of the view is before it, and starts no later.
    after: ({ end }) => count - bisectLeft(starts, end),
  }
}

/** How many of the rows a view shows, wholly or in part: what the tally counts neither before nor after. */
export function countInView(table: EventTable, rows: Iterable<EventIndex>, span: Span): number {
  let count = 0
  for (const row of rows) {
    const end = table.end[row] ?? 0
    const isAfter = (table.start[row] ?? 0) >= span.end && end > span.start
    if (end > span.start && !isAfter) count += 1
  }
  return count
}
