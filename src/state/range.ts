import type { Span } from '#core/time/instant.ts'
import type { TimelineState } from './timelineState.ts'

/** Share of the view by which an edge may differ and still count as the same: half a pixel of 5,000. */
const tolerance = 1e-4

/**
 * The span that a shareable `range` asks for. `range` is undefined for everything, and an edge of
 * `-Infinity` or `Infinity` (`..` in the URL) is the data's edge: both come from `fit`, the span that
 * shows all. A range that leaves nothing of the data in view on its open side gives `fit`.
 */
export function spanOfRange(range: Span | undefined, fit: Span): Span {
  if (range === undefined) return fit
  const start = range.start === -Infinity ? fit.start : range.start
  const end = range.end === Infinity ? fit.end : range.end
  return start < end ? { start, end } : fit
}

/**
 * The shareable `range` of what is visible: undefined when it shows just `fit`. An edge that was open
 * before (`previous`) stays open as long as it stands where the data ends.
 */
export function rangeOfSpan(
  span: Span,
  fit: Span | undefined,
  previous: Span | undefined,
): Span | undefined {
  if (fit === undefined) return span
  const slack = Math.max(span.end - span.start, fit.end - fit.start) * tolerance
  const startsAtEdge = Math.abs(span.start - fit.start) <= slack
  const endsAtEdge = Math.abs(span.end - fit.end) <= slack
  if (startsAtEdge && endsAtEdge) return undefined
  return {
    start: startsAtEdge && previous?.start === -Infinity ? -Infinity : span.start,
    end: endsAtEdge && previous?.end === Infinity ? Infinity : span.end,
  }
}

/**
 * True when somebody other than the moving drawing changed the range (the back button, a link, a
 * message), so that the drawing should go there. When the drawing itself settles, both change at once.
 */
export function rangeIsAsked(state: TimelineState, before: TimelineState): boolean {
  return state.range !== before.range && state.settled === before.settled
}
