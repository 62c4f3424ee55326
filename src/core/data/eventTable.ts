import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import type { Span } from '#core/time/instant.ts'
import type { TimelineDocument, TimelineEvent } from '#core/model/document.ts'

/** Row of the event table: events in order of time (anchor, then importance falling, then file order). */
export type EventIndex = number

/**
 * The document's events as sorted columns. Every column has `length` entries. Built once a document;
 * everything that the drawing, the filter and the list ask per event is a column look-up.
 */
export interface EventTable {
  readonly document: TimelineDocument
  readonly length: number
  readonly events: readonly TimelineEvent[]
  /** The date as its author wrote it, read. */
  readonly dates: readonly EventDate[]
  readonly drawn: readonly DrawnDate[]
  /** `drawn[i].anchor`, `outer.start`, `outer.end`, in epoch milliseconds. */
  readonly anchor: Float64Array
  readonly start: Float64Array
  readonly end: Float64Array
  readonly importance: Uint8Array
  /** Index of the event that this one is `part-of`, or -1. */
  readonly parent: Int32Array
  /** Rows that are `part-of` the key row, in file order. */
  readonly children: ReadonlyMap<EventIndex, readonly EventIndex[]>
  readonly indexOf: ReadonlyMap<string, EventIndex>
  /** From the first start to the last end; a day around now-less 1970 for an empty document. */
  readonly span: Span
}
