import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

const selectFilter = (state: TimelineStoreState) => state.filter

/** Rows that pass the filter, in order of time; the same list until the filter or document changes. */
export function useMatching(): Int32Array {
  const filter = useTimelineStore(selectFilter)
  return useTimeline().derived.matching(filter).rows
}
