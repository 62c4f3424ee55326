import type { Span } from '#core/time/instant.ts'
import type { Projection } from './projection.ts'
import type { Box } from './scene.ts'

/** Parts of the plot over stretches of time that are on their way; those that touch are one. */
export function loadingBands(
  stretches: readonly Span[],
  view: Span,
  projection: Projection,
  plot: Box,
): Box[] {
  const merged: Span[] = []
  for (const stretch of stretches.toSorted((a, b) => a.start - b.start)) {
    const start = Math.max(stretch.start, view.start)
    const end = Math.min(stretch.end, view.end)
    if (start >= end) continue
    const last = merged.at(-1)
    if (last && start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, end) }
    } else merged.push({ start, end })
  }
  return merged.map(({ start, end }) => {
    const from = projection.point(start, 0, 0)
    const to = projection.point(end, 0, 0)
    return projection.horizontal
      ? { x: from.x, y: plot.y, width: to.x - from.x, height: plot.height }
      : { x: plot.x, y: from.y, width: plot.width, height: to.y - from.y }
  })
}
