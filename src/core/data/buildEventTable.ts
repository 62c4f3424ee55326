import type { TimelineDocument, TimelineEvent } from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import { MS, type Span } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { EventIndex, EventTable } from './eventTable.ts'

interface Row {
  readonly event: TimelineEvent
  readonly date: EventDate
  readonly drawn: DrawnDate
  /** Position in the file. */
  readonly position: number
}

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
): Generator<undefined, EventTable> {
  const rows: Row[] = []
  for (const [position, event] of document.events.entries()) {
    if (position % stride === 0) yield
    const reading = parseDate(event.date)
    if (!reading.ok) continue
    rows.push({ event, date: reading.date, drawn: drawnDate(reading.date), position })
  }
  rows.sort(
    (a, b) =>
      a.drawn.anchor - b.drawn.anchor ||
      b.event.importance - a.event.importance ||
      a.position - b.position,
  )
  yield
  const indexOf = new Map(rows.map(({ event }, row) => [event.id, row]))
  const parent = Int32Array.from(rows, ({ event }) => parentOf(event, indexOf))
  // Of a set `{a,b}` all marks count: it is in view as long as one of them is.
  const start = Float64Array.from(rows, ({ drawn }) => Math.min(drawn.outer.start, ...drawn.others))
  const end = Float64Array.from(rows, ({ drawn }) => Math.max(drawn.outer.end, ...drawn.others))
  return {
    document,
    length: rows.length,
    events: rows.map(({ event }) => event),
    dates: rows.map(({ date }) => date),
    drawn: rows.map(({ drawn }) => drawn),
    anchor: Float64Array.from(rows, ({ drawn }) => drawn.anchor),
    start,
    end,
    importance: Uint8Array.from(rows, ({ event }) => event.importance),
    parent,
    children: childrenOf(parent, rows),
    indexOf,
    span: spanOf(start, end),
  }
}

function parentOf(event: TimelineEvent, indexOf: ReadonlyMap<string, EventIndex>): EventIndex {
  const whole = event.relations?.find(({ kind }) => kind === 'part-of')
  return whole === undefined ? -1 : (indexOf.get(whole.to) ?? -1)
}

function childrenOf(
  parent: Int32Array,
  rows: readonly Row[],
): ReadonlyMap<EventIndex, readonly EventIndex[]> {
  const children = new Map<EventIndex, EventIndex[]>()
  for (const [row, whole] of parent.entries()) {
    if (whole < 0) continue
    const siblings = children.get(whole)
    if (siblings) siblings.push(row)
    else children.set(whole, [row])
  }
  const position = (row: EventIndex): number => rows[row]?.position ?? 0
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
