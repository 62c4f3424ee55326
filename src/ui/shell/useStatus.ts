import { useEffect, useState } from 'react'

import { countEvents } from '#core/data/eventTable.ts'
import { countInView } from '#core/scene/tally.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { clampSpan } from '#core/viewport/viewportCommands.ts'
import { spanOfRange } from '#state/range.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

/** Screen readers speak the last of many changes, not each. */
const quietFor = 500
/** How long something just said stands before the line tells again what is shown. */
const saidFor = 4_000

const selectSettled = (state: TimelineStoreState) => state.settled
const selectFilter = (state: TimelineStoreState) => state.filter
const selectView = (state: TimelineStoreState) => state.view

interface Status {
  /** What is shown right now. */
  readonly shown: string
  /** The same for a screen reader, half a second after the last change. */
  readonly spoken: string
  /** Says something else for a while. */
  readonly say: (said: string) => void
}

/** The status line: what the drawing or the list shows, and how many of all events that are. */
export function useStatus(): Status {
  const { store, table, derived, messages, dateWords } = useTimeline()
  const settled = useTimelineStore(selectSettled)
  const view = useTimelineStore(selectView)
  const filter = useTimelineStore(selectFilter)
  const { matching, count } = derived.matching(filter)
  // The first picture shows what the address asks for, and settles with that.
  const [first] = useState(() => {
    const fit = fitSpan(table.span)
    return clampSpan(spanOfRange(store.getState().range, fit), fit)
  })
  const span = settled?.span ?? first
  const inView = countInView(table, matching, span)
  const [spoken, setSpoken] = useState('')
  const [said, setSaid] = useState('')

  const words = messages.status
  const wanted =
    view === 'list'
      ? words.listed(count, countEvents(table))
      : words.shown(formatSpan(span, dateWords), inView, countEvents(table))

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(wanted), quietFor)
    return () => clearTimeout(timer)
  }, [wanted])

  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), saidFor)
    return () => clearTimeout(timer)
  }, [said])

  return {
    shown: said === '' ? wanted : said,
    spoken: said === '' ? spoken : said,
    say: setSaid,
  }
}
