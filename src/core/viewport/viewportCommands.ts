import type { Span } from '#core/time/instant.ts'
import { maxSpan, minSpan, type ViewCommand, type Viewport } from './viewport.ts'

/** What bounds the viewport besides the wish. */
export interface ViewLimits {
  /** The data's own span: at least its edge stays in view. */
  readonly data: Span
  /** Pixels by which the lanes can scroll. */
  readonly maxScroll: number
}

/**
 * Keeps a span usable: between 10 ms and ten times the data (at least), never so far off that nothing
 * of the data's span is left in view, never NaN.
 */
export function clampSpan(span: Span, data: Span): Span {
  const dataLength = Math.max(data.end - data.start, minSpan)
  const widest = Math.min(maxSpan, dataLength * 10)
  const wished = span.end - span.start
  if (!Number.isFinite(wished) || !Number.isFinite(span.start)) return data
  const length = Math.min(Math.max(wished, minSpan), Math.max(widest, minSpan))
  const middle = span.start + wished / 2
  // A tenth of the view must keep touching the data.
  const keep = length * 0.1
  const lowest = data.start - length + keep
  const highest = data.end - keep
  const start = Math.min(
    Math.max(middle - length / 2, Math.min(lowest, highest)),
    Math.max(lowest, highest),
  )
  return { start, end: start + length }
}

/** The viewport after a command; the same object when nothing changes. */
export function applyViewportCommand(
  viewport: Viewport,
  command: ViewCommand,
  limits: ViewLimits,
): Viewport {
  const { start, end } = viewport.span
  const length = end - start
  switch (command.type) {
    case 'panBy':
      return withSpan({
        start: start + length * command.fraction,
        end: end + length * command.fraction,
      })
    case 'zoomAt': {
      const factor = Number.isFinite(command.factor) && command.factor > 0 ? command.factor : 1
      const wanted = length / factor
      const widest = Math.min(maxSpan, Math.max(limits.data.end - limits.data.start, minSpan) * 10)
      // Clamped here too, so that the instant under the pointer holds still at the limits.
      const next = Math.min(Math.max(wanted, minSpan), widest)
      const fixed = start + length * command.at
      return withSpan({ start: fixed - next * command.at, end: fixed + next * (1 - command.at) })
    }
    case 'show':
      return withSpan(command.span)
    case 'reveal': {
      const covered = length * (command.covered ?? 0)
      const margin = (length - covered) * (command.margin ?? 0.12)
      if (command.instant < start + margin) {
        const move = command.instant - margin - start
        return withSpan({ start: start + move, end: end + move })
      }
      if (command.instant > end - covered - margin) {
        const move = command.instant + margin + covered - end
        return withSpan({ start: start + move, end: end + move })
      }
      return viewport
    }
    case 'scrollBy': {
      const scroll = Math.min(
        Math.max(viewport.scroll + command.px, 0),
        Math.max(0, limits.maxScroll),
      )
      return scroll === viewport.scroll ? viewport : { ...viewport, scroll }
    }
  }

  function withSpan(span: Span): Viewport {
    const clamped = clampSpan(span, limits.data)
    return clamped.start === start && clamped.end === end
      ? viewport
      : { ...viewport, span: clamped }
  }
}
