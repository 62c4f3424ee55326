import { useEffect } from 'react'

import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

const selectEvent = (state: TimelineStoreState) => state.event

/** The window's title follows the selection: "EVENT – TITLE · Throughline". */
export function DocumentHead() {
  const { table, messages, text } = useTimeline()
  const event = useTimelineStore(selectEvent)

  const row = event === undefined ? undefined : table.indexOf.get(event)
  const title = text(table.document.title)
  const windowTitle =
    row === undefined
      ? messages.app.windowTitle(title)
      : messages.app.windowTitle(text(table.events[row]?.title), title)

  useEffect(() => {
    document.title = windowTitle
  }, [windowTitle])

  return undefined
}
