import { countBefore } from '#core/data/bisect.ts'
import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import {
  countsByOrganization,
  countsByPerson,
  countsByTopic,
  filterEvents,
} from '#core/data/filterEvents.ts'
import type { FilteredEvents } from '#core/data/filterEvents.ts'
import type { FilterState } from '#core/data/filterState.ts'
import { rememberedBy } from '#core/data/rememberedBy.ts'
import { buildSearchIndex, type FindWord, wordsOf } from '#core/data/searchEvents.ts'

/** Where an event stands among those that the filter shows. */
export interface Neighbours {
  /** The nearest shown events before and after it, whether or not it is shown itself. */
  readonly previous: EventIndex | undefined
  readonly next: EventIndex | undefined
  /** Its place from 1, undefined when the filter hides it (or there is no such event). */
  readonly position: number | undefined
  readonly total: number
}

type Counts = ReadonlyMap<string, number>

/** What panels read of a table under a filter. Equal arguments give the identical result. */
export interface Derived {
  matching(filter: FilterState): FilteredEvents
  /** Its query is still being looked for: all readings of this very filter are of the query before. */
  isWaiting(filter: FilterState): boolean
  /** How many events would show without any choice of organisations. */
  anyOrganizationCount(filter: FilterState): number
  /** How many events would show if this organisation alone were chosen, by id; so for the others. */
  organizationCounts(filter: FilterState): Counts
  topicCounts(filter: FilterState): Counts
  personCounts(filter: FilterState): Counts
  /** For no event, the first shown one is next and the last one previous. */
  neighbours(filter: FilterState, event: string | undefined): Neighbours
}

/** Where the texts of a table are not at hand, but in a worker. */
export interface SearchElsewhere {
  readonly findWord: FindWord
  /** Called when a query has been found: the same filter then gives another result, as a new object. */
  readonly onFound: () => void
}

/**
 * The derived readings of one table. Each is computed once for each filter object: the store makes a
 * new one for every change, and keeps it while nothing changes.
 */
export function createDerived(table: EventTable, search?: SearchElsewhere): Derived {
  const index = buildSearchIndex(table, search?.findWord)
  let lastQuery = ''
  /** The filter, with the last query that was found as long as its own is still being looked for. */
  const found = rememberedBy((filter: FilterState): FilterState => {
    const waiting = index.prepare(wordsOf(filter.q))
    if (waiting === undefined) {
      lastQuery = filter.q
      return filter
    }
    if (search) void waiting.then(search.onFound)
    return { ...filter, q: lastQuery }
  })
  const matching = rememberedBy((filter: FilterState) => filterEvents(table, index, found(filter)))
  const places = rememberedBy<FilterState, Map<string | undefined, Neighbours>>(() => new Map())
  return {
    matching,
    isWaiting: (filter) => found(filter) !== filter,
    anyOrganizationCount: rememberedBy((filter: FilterState) => {
      const isAny = filter.org.length + filter.notOrg.length === 0
      return matching(isAny ? filter : { ...filter, org: [], notOrg: [] }).count
    }),
    organizationCounts: rememberedBy((filter: FilterState) =>
      countsByOrganization(table, index, found(filter)),
    ),
    topicCounts: rememberedBy((filter: FilterState) => countsByTopic(table, index, found(filter))),
    personCounts: rememberedBy((filter: FilterState) =>
      countsByPerson(table, index, found(filter)),
    ),
    neighbours: (filter, event) => {
      const known = places(filter)
      const found = known.get(event) ?? neighboursOf(table, matching(filter).rows, event)
      known.set(event, found)
      return found
    },
  }
}

function neighboursOf(table: EventTable, rows: Int32Array, event: string | undefined): Neighbours {
  const row = table.rowOf(event)
  if (row === undefined) {
    return { previous: rows.at(-1), next: rows[0], position: undefined, total: rows.length }
  }
  const place = countBefore(rows, row)
  const shown = rows[place] === row
  return {
    previous: rows[place - 1],
    next: rows[shown ? place + 1 : place],
    position: shown ? place + 1 : undefined,
    total: rows.length,
  }
}
