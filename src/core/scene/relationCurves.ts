import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Mark, RelationCurve } from './scene.ts'

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

/** Quiet curves from the selected event's mark to those that it is related to, where both are drawn. */
export function relationCurves(
  table: EventTable,
  marks: readonly Mark[],
  selected: EventIndex,
  horizontal: boolean,
  color: string,
): RelationCurve[] {
  const markOf = (row: EventIndex): Mark | undefined =>
    marks.find(({ event, dot }) => event === row && dot !== 'cluster') ??
    marks.find(({ gathered }) => gathered.has(row))
  const from = markOf(selected)
  if (from === undefined) return []
  return relatedRows(table, selected).flatMap((row) => {
    const to = markOf(row)
    if (to === undefined || to === from) return []
    const number = (value: number): string => String(Math.round(value * 10) / 10)
    const { x: x1, y: y1 } = from
    const { x: x2, y: y2 } = to
    // Tangents run along the axis; marks of the same row bow out, so that the curve shows.
    const bow = Math.abs(horizontal ? y2 - y1 : x2 - x1) < 12 ? 26 : 0
    const path = horizontal
      ? `M${number(x1)} ${number(y1)}C${number((x1 + x2) / 2)} ${number(y1 - bow)} ${number((x1 + x2) / 2)} ${number(y2 - bow)} ${number(x2)} ${number(y2)}`
      : `M${number(x1)} ${number(y1)}C${number(x1 + bow)} ${number((y1 + y2) / 2)} ${number(x2 + bow)} ${number((y1 + y2) / 2)} ${number(x2)} ${number(y2)}`
    return [{ key: `r:${table.id(selected)}:${table.id(row)}`, path, color }]
  })
}
