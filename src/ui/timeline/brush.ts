import type { Instant, Span } from '#core/time/instant.ts'

/** What the pointer took hold of: an edge, the window between them, or the strip beside it. */
export type BrushPart = 'start' | 'end' | 'window' | 'new'

/** The window is never drawn narrower than this, in pixels, so that it can be taken hold of. */
export const narrowest = 14

/** An edge this near to a tick is meant to stand on it, in pixels. */
export const snapWithin = 4

/** The nearest of some instants, if that is within so many milliseconds; else `at` itself. */
export function snapped(at: Instant, stops: readonly Instant[], within: number): Instant {
  let nearest = at
  let least = within
  for (const stop of stops) {
    const distance = Math.abs(stop - at)
    if (distance > least) continue
    nearest = stop
    least = distance
  }
  return nearest
}

/**
 * The span that a drag from `origin` to `at` makes of `span`. Edges may be pulled past each other; the
 * window stays inside `whole`.
 */
export function brushed(
  part: BrushPart,
  span: Span,
  origin: Instant,
  at: Instant,
  whole: Span,
): Span {
  const inside = Math.min(Math.max(at, whole.start), whole.end)
  switch (part) {
    case 'start':
      return ordered(inside, span.end)
    case 'end':
      return ordered(span.start, inside)
    case 'new':
      return ordered(Math.min(Math.max(origin, whole.start), whole.end), inside)
    case 'window': {
      const length = span.end - span.start
      const room = Math.max(whole.end - whole.start - length, 0)
      const start = Math.min(Math.max(span.start + at - origin, whole.start), whole.start + room)
      return { start, end: start + length }
    }
  }
}

/** Past which ends of a strip of `width` pixels a view from `from` to `to` reaches. */
export function beyond(from: number, to: number, width: number): string {
  return `${from < -1 ? 'start' : ''} ${to > width + 1 ? 'end' : ''}`.trim()
}

function ordered(p: Instant, q: Instant): Span {
  return p <= q ? { start: p, end: q } : { start: q, end: p }
}
