import { useMemo } from 'react'

import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

/** How many events each choice would show, with everything else in the filter as it is. */
export interface Facets {
  /** Without any choice of organisations. */
  readonly allOrganizations: number
  readonly organizations: ReadonlyMap<string, number>
  readonly topics: ReadonlyMap<string, number>
  readonly people: ReadonlyMap<string, number>
}

const selectFilter = (state: TimelineStoreState) => state.filter

export function useFacets(): Facets {
  const { derived } = useTimeline()
  const filter = useTimelineStore(selectFilter)
  return useMemo(
    () => ({
      allOrganizations: derived.matching({ ...filter, org: [], notOrg: [] }).count,
      organizations: derived.organizationCounts(filter),
      topics: derived.topicCounts(filter),
      people: derived.personCounts(filter),
    }),
    [derived, filter],
  )
}
