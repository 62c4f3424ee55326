import type { EventTable } from '#core/data/eventTable.ts'
import { allEvents, countsOfOrganizations } from '#core/data/filterEvents.ts'
import { indexLanesInSteps } from '#core/data/laneIndex.ts'
import { ownersOf } from '#core/data/rowSet.ts'
import { assignLanes, type LaneMode } from '#core/layout/assignLanes.ts'
import { tallyInSteps } from './tally.ts'

/**
 * Works out what the first picture of a table asks of all its events, without a filter, in steps of some
 * milliseconds for a million. Each result is kept by the function that gives it; without this the page
 * would stand still for them in its first frame.
 */
export function* prepareInSteps(table: EventTable, mode: LaneMode): Generator<undefined, void> {
  const { matching } = allEvents(table)
  yield
  countsOfOrganizations(table)
  yield
  ownersOf(table)
  yield
  const { laneOf, lanes } = assignLanes(table, mode)
  yield
  yield* indexLanesInSteps(table, matching, laneOf, lanes.length)
  yield* tallyInSteps(table, matching)
}
