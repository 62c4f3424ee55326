import type { Instant, Span } from '#core/time/instant.ts'

/** Between instants and pixels along the axis; pixel 0 is the start of the span. */
export interface TimeScale {
  readonly x: (instant: Instant) => number
  readonly instantAt: (x: number) => Instant
  readonly pxPerMs: number
}

/**
 * The linear scale that lays `span` over `length` pixels. The origin is subtracted before anything is
 * multiplied: instants are huge and views are small, and the difference of two instants is exact. A
 * span or an axis without length puts everything at the start.
 */
export function timeScale(span: Span, length: number): TimeScale {
  const duration = span.end - span.start
  const pxPerMs = duration > 0 ? length / duration : 0
  return {
    x: (instant) => (instant - span.start) * pxPerMs,
    instantAt: (x) => (pxPerMs > 0 ? span.start + x / pxPerMs : span.start),
    pxPerMs,
  }
}
