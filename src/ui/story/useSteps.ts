import { useMemo } from 'react'

import { stepsOf, type StepList } from '#state/steps.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

const selectSteps = (state: TimelineStoreState) => state.steps
const selectFilter = (state: TimelineStoreState) => state.filter

/** The sequence that is presented. Where the story asked for is empty, every event is a step. */
export function useSteps(): StepList {
  const { table, derived, dateWords, text } = useTimeline()
  const asked = useTimelineStore(selectSteps)
  const filter = useTimelineStore(selectFilter)
  return useMemo(() => {
    const words = { dateWords, text }
    const { rows } = derived.matching(filter)
    const list = stepsOf(table, rows, asked, words)
    return list.length > 1 ? list : stepsOf(table, rows, 'events', words)
  }, [table, derived, filter, asked, dateWords, text])
}
