import type { EventTable } from '#core/data/eventTable.ts'
import {
  allEvents,
  countsByOrganization,
  countsOfOrganizations,
  filterEvents,
  isSearch,
} from '#core/data/filterEvents.ts'
import { type FilterState, noFilter } from '#core/data/filterState.ts'
import { indexLanesInSteps } from '#core/data/laneIndex.ts'
import { ownersOf } from '#core/data/rowSet.ts'
import { assignLanes, type LaneMode } from '#core/layout/assignLanes.ts'
import { tallyInSteps } from './tally.ts'

/** What a first picture shows. */
export interface FirstLook {
  readonly lanes: LaneMode
  readonly filter: FilterState
}

/**
 * Works out what the first picture of a table asks of all its events, in steps of some milliseconds for a
 * million. Each result is kept by the function that gives it; without this the page would stand still for
 * them in its first frame. Where words are searched for, which are found later, all is prepared.
 */
export function* prepareInSteps(
  table: EventTable,
  { lanes: mode, filter }: FirstLook,
): Generator<undefined, void> {
  const shown = isSearch(filter) ? noFilter : filter
  allEvents(table)
  yield
  countsOfOrganizations(table)
  yield
  ownersOf(table)
  yield
  const { matching } = filterEvents(table, undefined, shown)
  yield
  countsByOrganization(table, undefined, shown)
  yield
  const { laneOf, lanes } = assignLanes(table, mode)
  yield
  yield* indexLanesInSteps(table, matching, laneOf, lanes.length)
  yield* tallyInSteps(table, matching)
}
