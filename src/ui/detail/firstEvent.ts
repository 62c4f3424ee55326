import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { rememberedBy } from '#core/data/rememberedBy.ts'

/** No event is more important. */
const highest = 5

/** Where a reader may begin: the story's first event, else the earliest of the most important. */
export const firstEvent = rememberedBy((table: EventTable): EventIndex | undefined => {
  for (const { event } of table.document.story) {
    const index = table.rowOf(event)
    if (index !== undefined) return index
  }
  // Of a timeline in parts nobody knows the first before all of it has come.
  if (table.unseen !== undefined) return undefined
  let [first, most] = [-1, 0]
  for (let row = 0; row < table.length && most < highest; row += 1) {
    const importance = table.importance[row] ?? 0
    if (importance > most) [first, most] = [row, importance]
  }
  return first < 0 ? undefined : first
})
