import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { contains } from './hitTest.ts'
import type { Box, Label, Mark, RelationCurve } from './scene.ts'

/** Rows related to `row`, both ways, each once. Children of a fan are tied by its spokes already. */
export function relatedRows(table: EventTable, row: EventIndex): EventIndex[] {
  const id = table.id(row)
  const found = new Set<EventIndex>()
  for (const { to, kind } of table.event(row)?.relations ?? []) {
    const target = table.rowOf(to)
    if (target !== undefined && kind !== 'part-of') found.add(target)
  }
  for (const other of table.related) {
    const points = table
      .event(other)
      ?.relations?.some(({ to, kind }) => to === id && kind !== 'part-of')
    if (points === true) found.add(other)
  }
  found.delete(row)
  return [...found].toSorted((p, q) => p - q)
}

/** Of how many pieces a curve is made; those behind labels are left out. */
const pieces = 160
/** Between a curve and a label, in pixels. */
const gap = 4

/**
 * Quiet curves from the selected event's mark to those that it is related to, where both are drawn, with
 * gaps where labels stand.
 */
export function relationCurves(
  table: EventTable,
  marks: readonly Mark[],
  selected: EventIndex,
  horizontal: boolean,
  color: string,
  labels: readonly Label[],
): RelationCurve[] {
  const markOf = (row: EventIndex): Mark | undefined =>
    marks.find(({ event, dot }) => event === row && dot !== 'cluster') ??
    marks.find(({ gathered }) => gathered.has(row))
  const from = markOf(selected)
  if (from === undefined) return []
  const barred = labels.map(({ box: { x, y, width, height } }) => ({
    x: x - gap,
    y: y - gap,
    width: width + 2 * gap,
    height: height + 2 * gap,
  }))
  return relatedRows(table, selected).flatMap((row) => {
    const to = markOf(row)
    if (to === undefined || to === from) return []
    const { x: x1, y: y1 } = from
    const { x: x2, y: y2 } = to
    // Tangents run along the axis; marks of the same row bow out, so that the curve shows.
    const bow = Math.abs(horizontal ? y2 - y1 : x2 - x1) < 12 ? 26 : 0
    const path = horizontal
      ? clearPath([x1, (x1 + x2) / 2, (x1 + x2) / 2, x2], [y1, y1 - bow, y2 - bow, y2], barred)
      : clearPath([x1, x1 + bow, x2 + bow, x2], [y1, (y1 + y2) / 2, (y1 + y2) / 2, y2], barred)
    return [{ key: `r:${table.id(selected)}:${table.id(row)}`, path, color }]
  })
}

/** Start, two handles and end of a Bézier curve, in one direction. */
type Bezier = readonly [number, number, number, number]

/** As path data what the boxes leave free of a curve, in pieces too short to be told from it. */
function clearPath(xs: Bezier, ys: Bezier, barred: readonly Box[]): string {
  let path = ''
  let isDrawn = false
  for (let piece = 0; piece <= pieces; piece += 1) {
    const x = valueAt(xs, piece / pieces)
    const y = valueAt(ys, piece / pieces)
    const isFree = !barred.some((box) => contains(box, x, y))
    if (isFree) path += `${isDrawn ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`
    isDrawn = isFree
  }
  return path
}

function valueAt([p, q, r, s]: Bezier, share: number): number {
  const left = 1 - share
  return left ** 3 * p + 3 * left * share * (left * q + share * r) + share ** 3 * s
}
