/**
 * A moment on the proleptic Gregorian axis: milliseconds since 1970-01-01T00:00 calendar time, as a
 * float64. Exact to a millisecond within ±285,000 years; further out it keeps 15 significant digits,
 * which is far finer than any date known there.
 */
export type Instant = number

/** A stretch of time: from `start` up to, but not including, `end`. `start <= end`. */
export interface Span {
  readonly start: Instant
  readonly end: Instant
}

export const MS = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  /** Mean Gregorian year (365.2425 days). */
  year: 31_556_952_000,
} as const

/** Middle of a span. */
export function midpoint(span: Span): Instant {
  return span.start + (span.end - span.start) / 2
}

/** True when the two half-open spans share an instant; a zero-length span counts as its own instant. */
export function overlaps(a: Span, b: Span): boolean {
  return (
    (a.start < b.end || (a.start === b.end && a.start === a.end)) &&
    (b.start < a.end || (b.start === a.end && b.start === b.end))
  )
}
