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
  const counts = new Float64Array(list.length)
  const { starts, places } = table.organizations
  for (let row = 0; row < table.length; row += 1) {
    const events = table.unseen?.counts[row] ?? 1
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const place = places[at] ?? -1
      counts[place] = (counts[place] ?? 0) + events
    }
  }
  const order = list
    .map(({ id }, place) => ({ id, count: counts[place] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .map(({ id }) => id)
  orders.set(table, order)
  return order
}
