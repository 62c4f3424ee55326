import type { Label, Line } from './scene.ts'

/** Space between a label and a line that passes behind it, in pixels. */
const gap = 2

/**
 * The parts of an upright line that labels leave free: a line that passes behind a label is not drawn
 * there, so that it crosses no letter.
 */
export function clearOfLabels(line: Line, labels: readonly Label[]): Line[] {
  const { x1, x2, y1, y2 } = line
  const from = Math.min(y1, y2)
  const to = Math.max(y1, y2)
  const behind = labels
    .map(({ box }) => box)
    .filter(
      ({ x, y, width, height }) =>
        x1 > x - gap && x1 < x + width + gap && y < to && y + height > from,
    )
    .toSorted((p, q) => p.y - q.y)
  if (behind.length === 0) return [line]
  const parts: Line[] = []
  let at = from
  for (const { y, height } of behind) {
    if (y - gap > at) parts.push({ x1, x2, y1: at, y2: y - gap })
    at = Math.max(at, y + height + gap)
  }
  if (to > at) parts.push({ x1, x2, y1: at, y2: to })
  return parts
}
