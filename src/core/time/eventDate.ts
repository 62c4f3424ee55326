import type { Instant, Span } from './instant.ts'

/** How finely a date is known: the unit of its last stated part. */
export type Precision =
  | 'millennium'
  | 'century'
  | 'decade'
  | 'year'
  | 'season'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  /** A part of a second: which, `DateFields.fractionDigits` says. */
  | 'millisecond'
  /** A long year with significant digits or an exponent (`Y-138E8`, `Y-13800000000S3`). */
  | 'deep'

/** Calendar fields as written. Years are astronomical: 0 is 1 BCE, -1 is 2 BCE. Months and days count from 1. */
export interface DateFields {
  readonly year: number
  readonly month?: number
  /** EDTF season, group or quarter code 21-41. */
  readonly season?: number
  readonly day?: number
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  readonly millisecond?: number
  /** How many digits of a second's parts are stated: `39.9` is known to a tenth. Absent for all three. */
  readonly fractionDigits?: 1 | 2
  /** Offset from UTC in minutes; absent for calendar time. */
  readonly zone?: number
}

/** One date with its precision and doubts, as ISO 8601-2 (EDTF) writes it. */
export interface DatePoint {
  readonly fields: DateFields
  readonly precision: Precision
  /** Earliest and latest (exclusive) instant that the words of the date allow, before any `~` or `?`. */
  readonly span: Span
  /** `?` or `%`: the source itself may be wrong. */
  readonly uncertain: boolean
  /** `~` or `%`: "about". */
  readonly approximate: boolean
  /** The date in normalised EDTF. */
  readonly edtf: string
}

/** An end of an interval: a date, `..` (goes on) or nothing (not known). */
export type IntervalEnd =
  | { readonly kind: 'date'; readonly date: DatePoint }
  | { readonly kind: 'open' }
  | { readonly kind: 'unknown' }

/** A date field of a document, read. */
export type EventDate =
  | { readonly kind: 'point'; readonly date: DatePoint; readonly edtf: string }
  | {
      readonly kind: 'interval'
      readonly start: IntervalEnd
      readonly end: IntervalEnd
      readonly edtf: string
    }
  | {
      /** `[a,b]`: one of these (kind `one`); `{a,b}`: all of these (kind `all`). */
      readonly kind: 'one' | 'all'
      readonly members: readonly EventDate[]
      readonly edtf: string
    }

/**
 * What the drawing and the sorting need of an event's date, in instants.
 *
 *      ~~~~~[=========solid=========]~~~~~
 *    outer.start  inner.start   inner.end  outer.end
 */
export interface DrawnDate {
  /** `instant`: known to the day or finer; `band`: somewhere in here; `bar`: all of this. */
  readonly shape: 'instant' | 'band' | 'bar'
  /** Everything that may be inked, without the fixed fade of an open end. */
  readonly outer: Span
  /** For a bar the part that is certain; for a band and an instant equal to `outer`. */
  readonly inner: Span
  /** Where the mark's dot or ring stands; also the sort key. */
  readonly anchor: Instant
  readonly openStart: boolean
  readonly openEnd: boolean
  /** `~` or `%` anywhere: the band fades wider. */
  readonly approximate: boolean
  /** `?` or `%` anywhere: drawn dashed. */
  readonly uncertain: boolean
  /** For `{a,b}`: further anchors that are drawn as marks of their own. */
  readonly others: readonly Instant[]
}
