import type { EventIndex } from '#core/data/eventTable.ts'
import { dotBox } from './labelBoxes.ts'
import type { Box, Label, Line, Mark, Tie } from './scene.ts'

/** Space between what stands in front and a line that passes behind it, in pixels. */
const gap = 3

/** What a line may have to pass behind. */
interface Front extends Box {
  /** Of a mark: its own lines end in it. */
  readonly event?: EventIndex
}

/**
 * The parts of an event's upright line that labels and marks leave free: it passes behind them, so that it
 * crosses no letter, and does not seem to end in what it only passes.
 */
export function clearOf(
  { x1, x2, y1, y2 }: Line,
  fronts: readonly Front[],
  own: EventIndex,
): Line[] {
  const parts: Line[] = []
  let at = Math.min(y1, y2)
  const to = Math.max(y1, y2)
  const part = (end: number): void => {
    if (end > at) parts.push({ x1, x2, y1: at, y2: end })
  }
  const behind = fronts.filter(
    ({ event, x, y, width, height }) =>
      event !== own && x1 > x - gap && x1 < x + width + gap && y < to && y + height > at,
  )
  for (const { y, height } of behind.toSorted((p, q) => p.y - q.y)) {
    part(y - gap)
    at = Math.max(at, y + height + gap)
  }
  part(to)
  return parts
}

/** Ties as they are seen: behind labels, and behind the dots and rings of other events. */
export function tiesBehind(
  ties: readonly Tie[],
  marks: readonly Mark[],
  labels: readonly Label[],
): Tie[] {
  const rings = ties.map(({ event, ring }) => ({ event, ...dotBox(ring) }))
  const dots = marks.flatMap((mark) =>
    mark.dot === 'none' ? [] : { event: mark.event, ...dotBox(mark) },
  )
  const fronts: readonly Front[] = [...labels.map(({ box }) => box), ...dots, ...rings]
  return ties.map((tie) => ({
    ...tie,
    lines: tie.lines.flatMap((line) => clearOf(line, fronts, tie.event)),
  }))
}
