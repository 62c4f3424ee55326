import type { Instant } from '#core/time/instant.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import type { Area } from '#core/layout/occupancy.ts'
import { axisLength, type Frame } from './frame.ts'
import type { Box } from './scene.ts'

/** From (instant, pixels across) to the screen: the one place that knows which way time runs. */
export interface Projection {
  readonly horizontal: boolean
  readonly pxPerMs: number
  point(instant: Instant, offset: number, across: number): { x: number; y: number }
  /** A box between two instants and two distances across. */
  between(start: Instant, end: Instant, c0: number, c1: number): Box
  /** An area given as pixel offsets along from an instant. */
  area(at: Instant, offset: Area): Box
}

/** How far outside the plot anything may be put: at deep zooms the rest of time is astronomically far. */
const farthest = 20_000

export function projectionOf(frame: Frame, scale: TimeScale, scroll: number): Projection {
  const { plot } = frame
  const horizontal = frame.orientation === 'horizontal'
  const length = axisLength(frame)
  const along = (instant: Instant): number =>
    Math.min(Math.max(scale.x(instant), -farthest), length + farthest)
  const boxAt = (a0: number, a1: number, c0: number, c1: number): Box =>
    horizontal
      ? { x: plot.x + a0, y: plot.y + c0 - scroll, width: a1 - a0, height: c1 - c0 }
      : { x: plot.x + c0, y: plot.y + a0, width: c1 - c0, height: a1 - a0 }
  return {
    horizontal,
    pxPerMs: scale.pxPerMs,
    point(instant, offset, across) {
      const a = along(instant) + offset
      return horizontal
        ? { x: plot.x + a, y: plot.y + across - scroll }
        : { x: plot.x + across, y: plot.y + a }
    },
    between: (start, end, c0, c1) => boxAt(along(start), along(end), c0, c1),
    area: (at, { a0, a1, c0, c1 }) => boxAt(along(at) + a0, along(at) + a1, c0, c1),
  }
}
