import { clusterHalf } from '#core/layout/placement.ts'
import type { EventIndex } from '#core/data/eventTable.ts'
import type { Box, Mark, Scene } from './scene.ts'

export type Hit =
  | { readonly kind: 'event'; readonly event: EventIndex }
  | { readonly kind: 'cluster'; readonly mark: Mark }

/** A finger is wider than a dot: this far around a centre still hits it, in pixels. */
const reach = 14

/** True where a point lies in a box or on its edge. */
export function contains({ x, y, width, height }: Box, px: number, py: number): boolean {
  return px >= x && px <= x + width && py >= y && py <= y + height
}

/**
 * What lies under a point of the drawing: the nearest dot within reach, else a label, else a band or
 * bar, or one that is too thin to be met. Undefined outside the plot or on empty ground.
 */
export function hitTest(scene: Scene, x: number, y: number): Hit | undefined {
  if (!contains(scene.plot, x, y)) return undefined
  let nearest: { mark: Mark; distance: number } | undefined
  for (const mark of scene.marks) {
    if (mark.dot === 'none') continue
    const distance = distanceTo(mark, x, y)
    if (
      distance <= reach - Math.min(reach, mark.radius) &&
      distance < (nearest?.distance ?? Infinity)
    ) {
      nearest = { mark, distance }
    }
  }
  if (nearest) return hitOf(nearest.mark)
  const label = scene.labels.find(({ box, card }) => contains(card ?? box, x, y))
  if (label) return { kind: 'event', event: label.event }
  const extents = scene.marks.filter(({ extent }) => extent !== undefined).toReversed()
  const under =
    extents.find(({ extent }) => extent && contains(extent.box, x, y)) ??
    extents.find(({ extent }) => extent && contains(grown(extent.box), x, y))
  return under && hitOf(under)
}

/** From a mark's edge; below 0 inside of it. */
function distanceTo({ x, y, radius, dot, count }: Mark, px: number, py: number): number {
  const straight = dot === 'cluster' ? clusterHalf(count, radius) - radius : 0
  return Math.hypot(Math.max(0, Math.abs(x - px) - straight), y - py) - radius
}

/** At least as far around its middle as a dot is hit. */
function grown({ x, y, width, height }: Box): Box {
  const dx = Math.max(0, reach - width / 2)
  const dy = Math.max(0, reach - height / 2)
  return { x: x - dx, y: y - dy, width: width + 2 * dx, height: height + 2 * dy }
}

function hitOf(mark: Mark): Hit {
  return mark.dot === 'cluster' ? { kind: 'cluster', mark } : { kind: 'event', event: mark.event }
}
