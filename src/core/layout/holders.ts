import type { EventIndex, EventTable } from '#core/data/eventTable.ts'

/** Children that stand nearer than this to their whole are drawn with it, in pixels along the axis. */
const withParent = 24

/**
 * Which of `rows` stand with another of them, and with which. A part of a part stands with the whole,
 * so that nothing is held by what is held itself. `part-of` has no cycles: `readDocument` cuts them.
 */
export function holdersOf(
  table: EventTable,
  rows: readonly EventIndex[],
  pxPerMs: number,
): ReadonlyMap<EventIndex, EventIndex> {
  const holders = new Map<EventIndex, EventIndex>()
  if (table.children.size === 0) return holders
  const shown = new Set(rows)
  const decided = new Set<EventIndex>()
  for (const start of rows) {
    const path: EventIndex[] = []
    for (let row = start; shown.has(row) && !decided.has(row); row = table.parent[row] ?? -1) {
      path.push(row)
      decided.add(row)
    }
    for (const part of path.toReversed()) {
      const parent = table.parent[part] ?? -1
      if (!shown.has(parent)) continue
      const whole = holders.get(parent) ?? parent
      const distance = (table.anchor[part] ?? 0) - (table.anchor[whole] ?? 0)
      if (Math.abs(distance) * pxPerMs < withParent) holders.set(part, whole)
    }
  }
  return holders
}

/** The rows that stand with `whole`, parts of parts after their parts, in the order of the file. */
export function heldBy(
  table: EventTable,
  holders: ReadonlyMap<EventIndex, EventIndex>,
  whole: EventIndex,
): readonly EventIndex[] {
  const held: EventIndex[] = []
  const open = [...(table.children.get(whole) ?? [])].toReversed()
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    if (holders.get(row) !== whole) continue
    held.push(row)
    open.push(...(table.children.get(row) ?? []).toReversed())
  }
  return held
}
