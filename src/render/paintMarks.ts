import { clusterHalf } from '#core/layout/placement.ts'
import type { Extent, Label, Mark } from '#core/scene/scene.ts'
import type { Theme } from '#core/scene/theme.ts'
import type { Pen } from './pen.ts'

export function paintMark(mark: Mark, theme: Theme, pen: Pen): void {
  const { x, y, radius, color, selected, dot, count, key } = mark
  if (dot !== 'cluster' && count === 0 && !selected) {
    // Most are one dot, which needs nothing around it.
    paintDot(key, mark, theme, pen)
    return
  }
  pen.open(key)
  if (selected) pen.circle('halo', x, y, radius + 6, color, undefined, 0.22)
  paintDot('dot', mark, theme, pen)
  if (dot === 'cluster') {
    paintCount(count, x, y, theme.ink, pen)
  } else if (count > 0) {
    const [right, above] = [x + radius + 6, y - radius - 3]
    pen.circle('more', right, above, 8.5, theme.card, { color, width: theme.stroke })
    paintCount(count, right, above, theme.ink, pen)
  }
  pen.close()
}

function paintDot(key: string, mark: Mark, theme: Theme, pen: Pen): void {
  const { x, y, radius, color, selected } = mark
  switch (mark.dot) {
    case 'solid':
      pen.circle(key, x, y, radius, color, { color: theme.paper, width: 1.5 })
      break
    case 'open': {
      // A ring keeps its hole, however small.
      const width = Math.min(2.25 * theme.stroke, 1.1 * radius)
      pen.circle(key, x, y, radius, selected ? color : theme.paper, { color, width })
      break
    }
    case 'cluster': {
      const ring = { color, width: 1.5 * theme.stroke }
      const half = clusterHalf(mark.count, radius)
      if (half === radius) pen.circle(key, x, y, radius, theme.card, ring)
      else
        pen.card(
          key,
          { x: x - half, y: y - radius, width: 2 * half, height: 2 * radius },
          theme.card,
          ring,
          radius,
        )
      break
    }
    case 'none':
      break
  }
}

function paintCount(count: number, x: number, y: number, color: string, pen: Pen): void {
  const placed = { text: String(count), x, y: y + 4, color } as const
  pen.text('count', { ...placed, anchor: 'middle', style: 'cluster' }, undefined)
}

export function paintLabel(label: Label, theme: Theme, pen: Pen): void {
  const { card, lines, selected, box } = label
  pen.open(label.key)
  // Lines behind labels that are as dark as letters ask for more than a halo.
  if (card) {
    const color = selected ? theme.ink : theme.rule
    pen.card('card', card, theme.card, { color, width: 1.25 * theme.stroke })
  } else if (theme.name === 'contrast') pen.area('plate', box, theme.paper)
  for (const [index, placed] of lines.entries()) {
    pen.text(String(index), placed, card ? undefined : theme.paper)
  }
  pen.close()
}

/** The ink of a band or bar along the axis: up to `from` and after `to` (0 to 1) it fades out. */
export interface Fade {
  readonly from: number
  readonly to: number
  /** Opacity between them, 0 to 1. */
  readonly opacity: number
}

/** `length`: of the extent along the axis, in pixels. */
export function fadeOf({ fade, shape }: Extent, length: number, theme: Theme): Fade {
  const from = Math.min(1, fade[0] / Math.max(1, length))
  const to = Math.max(from, 1 - fade[1] / Math.max(1, length))
  return { from, to, opacity: shape === 'bar' ? 0.85 : theme.bandOpacity }
}
