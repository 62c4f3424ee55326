import { describe, expect, it } from 'vitest'

import { filterEvents } from '#core/data/filterEvents.ts'
import { noFilter } from '#core/data/filterState.ts'
import { indexLanesInSteps } from '#core/data/laneIndex.ts'
import { assignLanes, type LaneMode } from '#core/layout/assignLanes.ts'
import { manyEvents } from '#core/scene/testing/manyEvents.ts'
import { prepareInSteps } from './prepareInSteps.ts'
import { tallyInSteps } from './tally.ts'

function stepsOf(generator: Generator<undefined, unknown>): number {
  let steps = 0
  while (generator.next().done !== true) steps += 1
  return steps
}

/** Steps that are left of the work for a drawing in these lanes, under this filter. */
function left(
  table: ReturnType<typeof manyEvents>,
  mode: LaneMode,
  filter: typeof noFilter,
): number {
  const { matching } = filterEvents(table, undefined, filter)
  const { laneOf, lanes } = assignLanes(table, mode)
  const indexing = stepsOf(indexLanesInSteps(table, matching, laneOf, lanes.length))
  return indexing + stepsOf(tallyInSteps(table, matching))
}

describe('prepareInSteps', () => {
  const some = { ...noFilter, org: ['o1'] }

  it.each([
    ['organizations', noFilter],
    ['none', noFilter],
    ['topics', some],
  ] as const)('leaves nothing to a first picture by %s', (lanes, filter) => {
    const table = manyEvents(3_000, 4, 2)
    expect(left(manyEvents(3_000, 4, 2), lanes, filter)).toBeGreaterThan(0)
    stepsOf(prepareInSteps(table, { lanes, filter }))
    expect(left(table, lanes, filter)).toBe(0)
  })

  it('prepares all for a search, which is found later', () => {
    const table = manyEvents(3_000, 4, 2)
    stepsOf(prepareInSteps(table, { lanes: 'none', filter: { ...some, q: 'moon' } }))
    expect(left(table, 'none', noFilter)).toBe(0)
  })
})
