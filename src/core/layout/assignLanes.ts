import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Organization, Text } from '#core/model/document.ts'

/** One lane: events that share a first organisation (or its lane), or a first topic. */
export interface LaneOfEvents {
  readonly id: string
  /** Undefined for the last, unnamed lane of events without an organisation. */
  readonly title: Text | undefined
  /** Author's colour as written, before it is fitted to the theme. */
  readonly color: string | undefined
  /** Place in the document's own order: picks the palette's colour. */
  readonly order: number
  readonly organizations: readonly string[]
}

/** Where a row of the table also belongs: a lane other than its own, and through which organisation. */
export interface TieTarget {
  readonly lane: number
  readonly organization: string
}

/**
 * The document's lanes, all of them, filter or not: a filter never moves an event to another lane.
 * Which of them are shown is decided later (`laneHeights`).
 */
export interface LaneAssignment {
  readonly lanes: readonly LaneOfEvents[]
  /** Lane of each row. */
  readonly laneOf: Int16Array
  readonly tiesOf: ReadonlyMap<EventIndex, readonly TieTarget[]>
}

export type LaneMode = 'organizations' | 'topics' | 'none'

export function assignLanes(table: EventTable, mode: LaneMode): LaneAssignment {
  if (mode === 'none') {
    const only: LaneOfEvents = {
      id: '',
      title: undefined,
      color: undefined,
      order: 0,
      organizations: [],
    }
    return { lanes: [only], laneOf: new Int16Array(table.length), tiesOf: new Map() }
  }
  return mode === 'topics' ? byTopic(table) : byOrganization(table)
}

function byOrganization(table: EventTable): LaneAssignment {
  const { document } = table
  const organizations = new Map(
    document.organizations.map((organization) => [organization.id, organization]),
  )
  const laneIdOf = (organization: Organization): string => organization.lane ?? organization.id
  const lanes: LaneOfEvents[] = []
  const laneIndex = new Map<string, number>()
  const members = (id: string): string[] =>
    document.organizations
      .filter((organization) => laneIdOf(organization) === id)
      .map(({ id: own }) => own)

  for (const lane of document.lanes) {
    laneIndex.set(lane.id, lanes.length)
    lanes.push({
      id: lane.id,
      title: lane.title,
      color: lane.color,
      order: lanes.length,
      organizations: members(lane.id),
    })
  }
  for (const organization of document.organizations) {
    const id = laneIdOf(organization)
    if (laneIndex.has(id)) continue
    laneIndex.set(id, lanes.length)
    lanes.push({
      id,
      title: organization.shortName ?? organization.name,
      color: organization.color,
      order: lanes.length,
      organizations: members(id),
    })
  }

  const laneOf = new Int16Array(table.length).fill(-1)
  const tiesOf = new Map<EventIndex, TieTarget[]>()
  let unnamed = -1
  for (const [row, event] of table.events.entries()) {
    const own = event.organizations
      .map(({ id }) => organizations.get(id))
      .filter((found) => found !== undefined)
    const first = own[0]
    if (first === undefined) {
      if (unnamed < 0) {
        unnamed = lanes.length
        lanes.push({
          id: '',
          title: undefined,
          color: undefined,
          order: lanes.length,
          organizations: [],
        })
      }
      laneOf[row] = unnamed
      continue
    }
    const lane = laneIndex.get(laneIdOf(first)) ?? -1
    laneOf[row] = lane
    const ties: TieTarget[] = []
    for (const partner of own.slice(1)) {
      const partnerLane = laneIndex.get(laneIdOf(partner)) ?? -1
      if (partnerLane !== lane && !ties.some((tie) => tie.lane === partnerLane)) {
        ties.push({ lane: partnerLane, organization: partner.id })
      }
    }
    if (ties.length > 0) tiesOf.set(row, ties)
  }
  return { lanes, laneOf, tiesOf }
}

function byTopic(table: EventTable): LaneAssignment {
  const lanes: LaneOfEvents[] = table.document.topics.map((topic, order) => ({
    id: topic.id,
    title: topic.title,
    color: undefined,
    order,
    organizations: [],
  }))
  const laneIndex = new Map(lanes.map((lane, index) => [lane.id, index]))
  const laneOf = new Int16Array(table.length).fill(-1)
  let unnamed = -1
  for (const [row, event] of table.events.entries()) {
    const lane = (event.topics ?? [])
      .map((id) => laneIndex.get(id))
      .find((index) => index !== undefined)
    if (lane === undefined && unnamed < 0) {
      unnamed = lanes.length
      lanes.push({
        id: '',
        title: undefined,
        color: undefined,
        order: lanes.length,
        organizations: [],
      })
    }
    laneOf[row] = lane ?? unnamed
  }
  return { lanes, laneOf, tiesOf: new Map() }
}
