import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import type { Span } from '#core/time/instant.ts'
import type { DocumentHead, TimelineDocument, TimelineEvent } from '#core/model/document.ts'

/** Row of the event table: events in order of time (anchor, then importance falling, then file order). */
export type EventIndex = number

/** For each row places in one of the document's lists, each once, one row's behind the other's. */
export interface Lists {
  /** `length + 1` entries: the places of row `i` are `places[starts[i]]` to before `places[starts[i + 1]]`. */
  readonly starts: Uint32Array
  readonly places: Uint32Array
}

/**
 * The events of a document as columns in order of time, all that the drawing, the filter and the
 * counts ask. Every column has `length` entries. They cross from a worker to the page without a copy.
 */
export interface EventColumns {
  readonly length: number
  /** `DrawnDate.anchor`, in epoch milliseconds. */
  readonly anchor: Float64Array
  /** From the first to the last instant that its marks may ink: of a set `{a,b}` all of them count. */
  readonly start: Float64Array
  readonly end: Float64Array
  readonly importance: Uint8Array
  /** Who takes part, the first one owning the event: places in `document.organizations`. */
  readonly organizations: Lists
  readonly topics: Lists
  readonly people: Lists
  /** Row of the event that this one is `part-of`, or -1. */
  readonly parent: Int32Array
  /** The rows that name others in `relations`. */
  readonly related: Int32Array
  /** The place in the file, counted among the events that were kept. */
  readonly filePlace: Uint32Array
  /** From the first start to the last end; a day around now-less 1970 for an empty document. */
  readonly span: Span
}

/**
 * Of a timeline that comes in parts: what its table says of events that are still elsewhere. They are
 * counted in rows without an event, whose importance is 0: one for each owner and stretch.
 */
export interface Unseen {
  /** For each row how many events it stands for: 1 for an event that is here. */
  readonly counts: Uint32Array
  /** All events of the timeline. */
  readonly total: number
  /** Stretches whose parts are on their way: counts there are coarse. */
  readonly loading: readonly Span[]
}

/**
 * The document's events: columns for all of them, and each one whole when it is asked for. Large tables
 * keep no objects, and make an event from its text; so ask for events that somebody sees, never for all
 * of them in a frame.
 */
export interface EventTable extends EventColumns {
  readonly document: DocumentHead
  event(row: EventIndex): TimelineEvent | undefined
  /** The date as its author wrote it, read. */
  date(row: EventIndex): EventDate | undefined
  drawn(row: EventIndex): DrawnDate | undefined
  id(row: EventIndex): string | undefined
  /** The row of an id; undefined for none, and for one that the document does not have. */
  rowOf(id: string | undefined): EventIndex | undefined
  /** Rows that are `part-of` the key row, in file order. */
  readonly children: ReadonlyMap<EventIndex, readonly EventIndex[]>
  /** Absent where all events are here. */
  readonly unseen?: Unseen
}

/** True for a row that stands for events which have not come. */
export function isUnseen({ importance }: EventColumns, row: EventIndex): boolean {
  return importance[row] === 0
}

/** All events of the timeline, whether or not they are here. */
export function countEvents({ unseen, length }: EventTable): number {
  return unseen?.total ?? length
}

/** How many events some rows stand for. */
export function countOfRows({ unseen }: EventTable, rows: ArrayLike<EventIndex>): number {
  if (unseen === undefined) return rows.length
  let count = 0
  for (let at = 0; at < rows.length; at += 1) count += unseen.counts[rows[at] ?? -1] ?? 0
  return count
}

/** How many events all rows before a place in a list stand for; the last is that of the whole list. */
export function sumsOf(rows: ArrayLike<EventIndex>, counts: Uint32Array): Float64Array {
  const sums = new Float64Array(rows.length + 1)
  for (let at = 0; at < rows.length; at += 1) {
    sums[at + 1] = (sums[at] ?? 0) + (counts[rows[at] ?? -1] ?? 0)
  }
  return sums
}

/** The document with its events, in the order of the file: makes every one of them. */
export function wholeDocument(table: EventTable): TimelineDocument {
  const events: TimelineEvent[] = []
  for (let row = 0; row < table.length; row += 1) {
    const event = table.event(row)
    const place = table.filePlace[row]
    if (event !== undefined && place !== undefined) events[place] = event
  }
  return { ...table.document, events: events.filter((event) => event !== undefined) }
}
