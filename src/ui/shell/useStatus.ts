import { useCallback, useEffect, useMemo, useState } from 'react'

import { countInView } from '#core/scene/tally.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { useMatching } from '#ui/shared/useMatching.ts'

/** Screen readers speak the last of many changes, not each. */
const quietFor = 500
/** How long something just said stands before the line tells again what is shown. */
const saidFor = 4_000

const selectSettled = (state: TimelineStoreState) => state.settled
const selectView = (state: TimelineStoreState) => state.view

/** The status line's sentence, half a second after the last change; and a way to say something else. */
export function useStatus(): { readonly sentence: string; readonly say: (said: string) => void } {
  const { table, messages, dateWords, locale } = useTimeline()
  const settled = useTimelineStore(selectSettled)
  const view = useTimelineStore(selectView)
  const rows = useMatching()
  const inView = useMemo(
    () => (settled === undefined ? rows.length : countInView(table, rows, settled.span)),
    [table, rows, settled],
  )
  const [shown, setShown] = useState('')
  const [said, setSaid] = useState('')

  const words = messages.status
  const wanted =
    view === 'list' || settled === undefined
      ? words.listed(rows.length, table.length)
      : words.shown(formatSpan(settled.span, locale, dateWords), inView, table.length)

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
