import { useCallback, useEffect, useMemo, useState } from 'react'

import { countEvents } from '#core/data/eventTable.ts'
import { countInView } from '#core/scene/tally.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

/** Screen readers speak the last of many changes, not each. */
const quietFor = 500
/** How long something just said stands before the line tells again what is shown. */
const saidFor = 4_000

const selectSettled = (state: TimelineStoreState) => state.settled
const selectFilter = (state: TimelineStoreState) => state.filter
const selectView = (state: TimelineStoreState) => state.view

/** The status line's sentence, half a second after the last change; and a way to say something else. */
export function useStatus(): { readonly sentence: string; readonly say: (said: string) => void } {
  const { table, derived, messages, dateWords, locale } = useTimeline()
  const settled = useTimelineStore(selectSettled)
  const view = useTimelineStore(selectView)
  const filter = useTimelineStore(selectFilter)
  const { matching, count } = derived.matching(filter)
  const inView = useMemo(
    () => (settled === undefined ? count : countInView(table, matching, settled.span)),
    [table, matching, count, settled],
  )
  const [shown, setShown] = useState('')
  const [said, setSaid] = useState('')

  const words = messages.status
  const wanted =
    view === 'list' || settled === undefined
      ? words.listed(count, countEvents(table))
      : words.shown(formatSpan(settled.span, locale, dateWords), inView, countEvents(table))

  useEffect(() => {
    const timer = setTimeout(() => setShown(wanted), quietFor)
    return () => clearTimeout(timer)
  }, [wanted])

  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), saidFor)
    return () => clearTimeout(timer)
  }, [said])

  return { sentence: said === '' ? shown : said, say: useCallback((said) => setSaid(said), []) }
}
