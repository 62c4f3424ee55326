import type { EventTable } from '#core/data/eventTable.ts'

/** The events that are here. */
export function countHere(table: EventTable): number {
  if (table.unseen === undefined) return table.length
  let count = 0
  for (const weight of table.importance) if (weight > 0) count += 1
  return count
}
