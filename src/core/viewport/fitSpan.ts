import type { Span } from '#core/time/instant.ts'
import { minSpan } from './viewport.ts'

/** The view that shows everything: the data's span with a margin of 3 % at each end. */
export function fitSpan(span: Span): Span {
  const length = Math.max(span.end - span.start, minSpan)
  const margin = length * 0.03
  return { start: span.start - margin, end: span.start + length + margin }
}
