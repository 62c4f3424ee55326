import { Fragment } from 'react'

import { findMatches } from '#core/data/searchEvents.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimelineStore } from '#ui/TimelineContext.tsx'

const selectQuery = (state: TimelineStoreState) => state.filter.q

/** A text in which what the search looks for is marked. */
export function Highlighted({ text }: { readonly text: string }) {
  const query = useTimelineStore(selectQuery)
  const matches = findMatches(text, query)
  if (matches.length === 0) return text
  return (
    <>
      {matches.map(([start, end], at) => (
        <Fragment key={start}>
          {text.slice(matches[at - 1]?.[1] ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(matches.at(-1)?.[1])}
    </>
  )
}
