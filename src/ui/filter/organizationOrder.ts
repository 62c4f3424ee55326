import type { EventTable } from '#core/data/eventTable.ts'

const orders = new WeakMap<EventTable, readonly string[]>()

/**
 * Ids of the organisations that have events, the most frequent first, then in the document's order.
 * It counts all events, filter or not, so that chips keep their places. Computed once a document.
 */
export function organizationOrder(table: EventTable): readonly string[] {
  const known = orders.get(table)
  if (known !== undefined) return known

  const counts = new Map<string, number>()
  for (const event of table.events) {
    for (const { id } of event.organizations) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  const order = table.document.organizations
    .map(({ id }) => id)
    .filter((id) => counts.has(id))
    .toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))
  orders.set(table, order)
  return order
}
