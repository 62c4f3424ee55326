import type { EventTable } from '#core/data/eventTable.ts'
import type { LaneAssignment } from '#core/layout/assignLanes.ts'
import type { Organization } from '#core/model/document.ts'

/**
 * For each lane that several organisations share, those of them that take part in a matching event, in the
 * document's order; none for the others. Reads no further than until all have been seen.
 */
export function organizationsShown(
  { document, length, organizations: { starts, places } }: EventTable,
  matching: Uint8Array,
  { lanes }: LaneAssignment,
): readonly (readonly Organization[])[] {
  const shared = lanes.map(({ organizations }) => {
    const ids = new Set(organizations)
    return ids.size > 1 ? document.organizations.filter(({ id }) => ids.has(id)) : []
  })
  const unseen = new Set<Organization | undefined>(shared.flat())
  for (let row = 0; row < length && unseen.size > 0; row += 1) {
    if (matching[row] !== 1) continue
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      unseen.delete(document.organizations[places[at] ?? -1])
    }
  }
  return shared.map((list) => list.filter((one) => !unseen.has(one)))
}
