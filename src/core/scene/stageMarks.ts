import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Span } from '#core/time/instant.ts'
import type { Box, Extent, Mark } from './scene.ts'

/** Radius in units of a mark, of the step's own, and of the small ones: of a fan, the overview, a grain. */
export const stageRadius = { mark: 4.6, current: 7.6, child: 3.8, dot: 3.6, grain: 3.6 }
const bandHalf = 4.4
const barHalf = 3
/** Units over which an open end fades. */
const openFade = 30

/** Where time lies on the stage right now. */
export interface StageScale {
  readonly span: Span
  readonly from: number
  readonly to: number
}

/** Place along the axis of an instant, in units; may lie outside of it. */
export function stageX({ span, from, to }: StageScale, instant: number): number {
  return from + ((instant - span.start) / (span.end - span.start)) * (to - from)
}

/** What an event covers of the axis, from start to end; undefined when it is wholly out of view. */
export function covered(
  table: EventTable,
  row: EventIndex,
  scale: StageScale,
): readonly [number, number] | undefined {
  const start = table.start[row] ?? 0
  const end = table.end[row] ?? 0
  if (end <= scale.span.start || start >= scale.span.end) return undefined
  const drawn = table.drawn(row)
  const before = drawn?.openStart === true ? openFade : 0
  const after = drawn?.openEnd === true ? openFade : 0
  return [
    Math.max(stageX(scale, start) - before, scale.from),
    Math.min(stageX(scale, end) + after, scale.to),
  ]
}

/** Where an event's dot or ring stands: at its anchor, or at the edge behind which that lies. */
export function markX(table: EventTable, row: EventIndex, scale: StageScale): number {
  return Math.min(Math.max(stageX(scale, table.anchor[row] ?? 0), scale.from), scale.to)
}

/** Over what an event's label stands: its dot, or the middle of what is seen where that is out of view. */
export function labelX(table: EventTable, row: EventIndex, scale: StageScale): number {
  const seen = covered(table, row, scale)
  if (seen === undefined || dotOf(table, row, scale) !== 'none') return markX(table, row, scale)
  return (seen[0] + seen[1]) / 2
}

/** An event's band or bar on the line at `y`, cut at the ends of the axis. */
export function stageExtent(
  table: EventTable,
  row: EventIndex,
  scale: StageScale,
  y: number,
): Extent | undefined {
  const drawn = table.drawn(row)
  const seen = covered(table, row, scale)
  if (drawn === undefined || seen === undefined || drawn.shape === 'instant') return undefined
  const half = drawn.shape === 'band' ? bandHalf : barHalf
  const [from, to] = seen
  const [start, end] = [drawn.outer.start, drawn.outer.end].map((at) => stageX(scale, at))
  const width = (end ?? to) - (start ?? from)
  const soft = drawn.shape === 'band' ? width * (drawn.approximate ? 0.38 : 0.08) : 0
  const [sure, until] = [drawn.inner.start, drawn.inner.end].map((at) => stageX(scale, at))
  const fadeStart = drawn.openStart ? openFade : Math.max(soft, (sure ?? 0) - (start ?? 0))
  const fadeEnd = drawn.openEnd ? openFade : Math.max(soft, (end ?? 0) - (until ?? 0))
  // What is cut off takes its part of the fade with it.
  const cutStart = from - ((start ?? from) - (drawn.openStart ? openFade : 0))
  const cutEnd = (end ?? to) + (drawn.openEnd ? openFade : 0) - to
  return {
    box: { x: from, y: y - half, width: Math.max(0, to - from), height: 2 * half },
    shape: drawn.shape,
    fade: [Math.max(0, fadeStart - cutStart), Math.max(0, fadeEnd - cutEnd)],
    dashed: drawn.uncertain,
  }
}

/** Everything that an event inks on its line, for keeping others away. */
export function inkedBox(
  table: EventTable,
  row: EventIndex,
  scale: StageScale,
  y: number,
): Box | undefined {
  const seen = covered(table, row, scale)
  if (seen === undefined) return undefined
  const x = markX(table, row, scale)
  const r = stageRadius.mark + 1.5
  const [from, to] = table.drawn(row)?.shape === 'instant' ? [x, x] : seen
  const left = Math.min(from, x - r)
  return { x: left, y: y - r, width: Math.max(to, x + r) - left, height: 2 * r }
}

/** How an event's dot is drawn: solid when known to the day, open when not, none out of the axis. */
export function dotOf(table: EventTable, row: EventIndex, scale: StageScale): Mark['dot'] {
  const anchor = table.anchor[row] ?? 0
  if (anchor < scale.span.start || anchor > scale.span.end) return 'none'
  return table.drawn(row)?.shape === 'instant' ? 'solid' : 'open'
}

/** True when two boxes come nearer than `gap` to each other, or `sideways` where they are level. */
export function tooNear(a: Box, b: Box, gap: number, sideways = gap): boolean {
  return (
    a.x < b.x + b.width + sideways &&
    b.x < a.x + a.width + sideways &&
    a.y < b.y + b.height + gap &&
    b.y < a.y + a.height + gap
  )
}
