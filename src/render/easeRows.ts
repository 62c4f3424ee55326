import type { EventIndex } from '#core/data/eventTable.ts'
import type { Box, Line, Mark, Scene } from '#core/scene/scene.ts'

/** Milliseconds in which a mark covers about two thirds of its way to another row. */
const timeConstant = 70

export interface RowEaser {
  /** The scene as it is to be drawn at `now` (milliseconds), and whether anything is still on its way. */
  ease(scene: Scene, now: number): { readonly scene: Scene; readonly moving: boolean }
}

/**
 * While zooming, marks change rows as room comes and goes. They glide there instead of jumping, so that
 * the eye can follow: a scene is drawn with each mark, its label and its ties shifted towards where they
 * stood before. Positions along time are never touched. Exact again after a fifth of a second.
 */
export function createRowEaser(): RowEaser {
  let before: { ys: ReadonlyMap<string, number>; ground: string; now: number } | undefined
  let offsets = new Map<string, number>()

  return {
    ease(scene, now) {
      const ys = new Map(scene.marks.map(({ key, y }) => [key, y]))
      const ground = groundOf(scene)
      const previous = before
      before = { ys, ground, now }
      // Other lanes or another size: everything stands elsewhere at once.
      if (previous === undefined || previous.ground !== ground) {
        offsets = new Map()
        return { scene, moving: false }
      }
      const left = Math.exp(-Math.max(0, now - previous.now) / timeConstant)
      const next = new Map<string, number>()
      for (const [key, y] of ys) {
        const jumped = (previous.ys.get(key) ?? y) - y
        const offset = ((offsets.get(key) ?? 0) + jumped) * (jumped === 0 ? left : 1)
        if (Math.abs(offset) >= 0.5) next.set(key, offset)
      }
      offsets = next
      return next.size === 0
        ? { scene, moving: false }
        : { scene: shifted(scene, next), moving: true }
    },
  }
}

function groundOf({ orientation, size, lanes, lanesHeight }: Scene): string {
  const tops = lanes.map(({ key, box }) => `${key}@${Math.round(box.y)}`)
  return [orientation, size.width, size.height, Math.round(lanesHeight), ...tops].join()
}

function shifted(scene: Scene, offsets: ReadonlyMap<string, number>): Scene {
  const byEvent = new Map<EventIndex, number>()
  const marks = scene.marks.map((mark): Mark => {
    const offset = offsets.get(mark.key)
    if (offset === undefined) return mark
    if (mark.dot !== 'cluster') byEvent.set(mark.event, offset)
    const { extent } = mark
    return {
      ...mark,
      y: mark.y + offset,
      extent: extent && { ...extent, box: lower(extent.box, offset) },
    }
  })
  return {
    ...scene,
    marks,
    labels: scene.labels.map((label) => {
      const offset = byEvent.get(label.event)
      if (offset === undefined) return label
      return {
        ...label,
        box: lower(label.box, offset),
        lines: label.lines.map((line) => ({ ...line, y: line.y + offset })),
        leader: label.leader && lowerLine(label.leader, offset),
      }
    }),
    // Lines between rows wait until their ends have arrived.
    ties: scene.ties.filter(({ event }) => !byEvent.has(event)),
    spokes: scene.spokes.filter(({ key }) => !offsets.has(key.replace(/^s:/, 'e:'))),
    relations: [],
  }
}

function lower(box: Box, by: number): Box {
  return { ...box, y: box.y + by }
}

function lowerLine(line: Line, by: number): Line {
  return { ...line, y1: line.y1 + by, y2: line.y2 + by }
}
