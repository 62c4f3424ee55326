import type { EventIndex, EventTable } from '#core/data/eventTable.ts'

/** Where a reader may begin: the story's first event, else the earliest of the most important. */
export function firstEvent(table: EventTable): EventIndex | undefined {
  for (const { event } of table.document.story) {
    const index = table.rowOf(event)
    if (index !== undefined) return index
  }
  // Of a timeline in parts nobody knows the first before all of it has come.
  if (table.unseen !== undefined) return undefined
  let first: EventIndex | undefined
  table.importance.forEach((importance, index) => {
    if (first === undefined || importance > (table.importance[first] ?? 0)) first = index
  })
  return first
}
