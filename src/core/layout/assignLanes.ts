import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { rememberedBy } from '#core/data/rememberedBy.ts'
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

/** The same object for the same table and mode. */
export function assignLanes(table: EventTable, mode: LaneMode): LaneAssignment {
  return assignments[mode](table)
}

const assignments: Record<LaneMode, (table: EventTable) => LaneAssignment> = {
  organizations: rememberedBy(byOrganization),
  topics: rememberedBy(byTopic),
  none: rememberedBy(inOneLane),
}

function inOneLane(table: EventTable): LaneAssignment {
  const only: LaneOfEvents = {
    id: '',
    title: undefined,
    color: undefined,
    order: 0,
    organizations: [],
  }
  return { lanes: [only], laneOf: new Int16Array(table.length), tiesOf: new Map() }
}

function byOrganization(table: EventTable): LaneAssignment {
  const { document } = table
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
  const laneOfPlace = document.organizations.map((one) => laneIndex.get(laneIdOf(one)) ?? -1)
  const tiesOf = new Map<EventIndex, TieTarget[]>()
  let unnamed = -1
  const { starts, places } = table.organizations
  for (let row = 0; row < table.length; row += 1) {
    const from = starts[row] ?? 0
    const to = starts[row + 1] ?? 0
    const lane = laneOfPlace[places[from] ?? 0] ?? -1
    if (from === to) {
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
    laneOf[row] = lane
    if (to - from === 1) continue
    const ties: TieTarget[] = []
    for (const place of places.subarray(from + 1, to)) {
      const partner = laneOfPlace[place] ?? -1
      if (partner === lane || ties.some((tie) => tie.lane === partner)) continue
      ties.push({ lane: partner, organization: document.organizations[place]?.id ?? '' })
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
  const laneOf = new Int16Array(table.length).fill(-1)
  let unnamed = -1
  const { starts, places } = table.topics
  for (let row = 0; row < table.length; row += 1) {
    const from = starts[row] ?? 0
    // Lanes are the topics, in their order.
    const lane = from < (starts[row + 1] ?? 0) ? (places[from] ?? 0) : undefined
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
