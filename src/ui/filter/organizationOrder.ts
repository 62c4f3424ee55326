import type { EventTable } from '#core/data/eventTable.ts'
import { countsOfOrganizations } from '#core/data/filterEvents.ts'
import { rememberedBy } from '#core/data/rememberedBy.ts'

/**
 * Ids of the organisations that have events, the most frequent first, then in the document's order.
 * It counts all events, filter or not, so that chips keep their places. Computed once a document.
 */
export const organizationOrder = rememberedBy((table: EventTable): readonly string[] =>
  [...countsOfOrganizations(table)]
    .filter(([, count]) => count > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([id]) => id),
)
