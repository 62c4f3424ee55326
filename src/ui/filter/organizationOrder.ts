import type { EventTable } from '#core/data/eventTable.ts'

const orders = new WeakMap<EventTable, readonly string[]>()

/**
 * Ids of the organisations that have events, the most frequent first, then in the document's order.
 * It counts all events, filter or not, so that chips keep their places. Computed once a document.
 */
export function organizationOrder(table: EventTable): readonly string[] {
  const known = orders.get(table)
  if (known !== undefined) return known

  const list = table.document.organizations
  const counts = new Uint32Array(list.length)
  for (const place of table.organizations.places) counts[place] = (counts[place] ?? 0) + 1
  const order = list
    .map(({ id }, place) => ({ id, count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ id }) => id)
  orders.set(table, order)
  return order
}
