import type { TimelineDocument, TimelineEvent } from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import { MS, type Span } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { EventIndex, EventTable } from './eventTable.ts'

/**
 * Sorts a document's events into columns. Documents come from `readDocument`, so every date can be
 * read; an event whose date cannot has no place in time, and no row.
 */
export function buildEventTable(document: TimelineDocument): EventTable {
  const steps = buildEventTableInSteps(document)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Dates read between two pauses. */
const stride = 500

/** `buildEventTable` in short steps, for a thread that has more to do. */
export function* buildEventTableInSteps(
  document: TimelineDocument,
): Generator<undefined, EventTable, unknown> {
  const read: { event: TimelineEvent; date: EventDate; drawn: DrawnDate }[] = []
  for (const [position, event] of document.events.entries()) {
    if (position % stride === 0) yield
    const reading = parseDate(event.date)
    if (reading.ok) read.push({ event, date: reading.date, drawn: drawnDate(reading.date) })
  }
  const rows = inTime(read)
  yield

  const { length } = rows
  const events: TimelineEvent[] = []
  const dates: EventDate[] = []
  const drawns: DrawnDate[] = []
  const anchor = new Float64Array(length)
  const start = new Float64Array(length)
  const end = new Float64Array(length)
  const importance = new Uint8Array(length)
  const indexOf = new Map<string, EventIndex>()
  for (let row = 0; row < length; row += 1) {
    if (row % stride === 0) yield
    const found = read[rows[row] ?? 0]
    if (found === undefined) continue
    const { event, date, drawn } = found
    events.push(event)
    dates.push(date)
    drawns.push(drawn)
    anchor[row] = drawn.anchor
    // Of a set `{a,b}` all marks count: it is in view as long as one of them is.
    const { outer, others } = drawn
    start[row] = others.length === 0 ? outer.start : Math.min(outer.start, ...others)
    end[row] = others.length === 0 ? outer.end : Math.max(outer.end, ...others)
    importance[row] = event.importance
    indexOf.set(event.id, row)
  }
  yield
  const parent = Int32Array.from(events, (event) => parentOf(event, indexOf))
  return {
    document,
    length,
    events,
    dates,
    drawn: drawns,
    anchor,
    start,
    end,
    importance,
    parent,
    children: childrenOf(parent, rows),
    indexOf,
    span: spanOf(start, end),
  }
}

/** Places in the file in the order of rows. Sorts numbers, which is much faster than sorting objects. */
function inTime(
  read: readonly { readonly event: TimelineEvent; readonly drawn: DrawnDate }[],
): Uint32Array {
  const anchors = Float64Array.from(read, ({ drawn }) => drawn.anchor)
  const weights = Uint8Array.from(read, ({ event }) => event.importance)
  return Uint32Array.from(read.keys()).sort(
    (a, b) =>
      (anchors[a] ?? 0) - (anchors[b] ?? 0) || (weights[b] ?? 0) - (weights[a] ?? 0) || a - b,
  )
}

function parentOf(event: TimelineEvent, indexOf: ReadonlyMap<string, EventIndex>): EventIndex {
  const whole = event.relations?.find(({ kind }) => kind === 'part-of')
  return whole === undefined ? -1 : (indexOf.get(whole.to) ?? -1)
}

function childrenOf(
  parent: Int32Array,
  positions: Uint32Array,
): ReadonlyMap<EventIndex, readonly EventIndex[]> {
  const children = new Map<EventIndex, EventIndex[]>()
  for (const [row, whole] of parent.entries()) {
    if (whole < 0) continue
    const siblings = children.get(whole)
    if (siblings) siblings.push(row)
    else children.set(whole, [row])
  }
  const position = (row: EventIndex): number => positions[row] ?? 0
  for (const siblings of children.values()) siblings.sort((a, b) => position(a) - position(b))
  return children
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
