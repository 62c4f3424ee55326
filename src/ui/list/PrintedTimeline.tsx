import { useMemo } from 'react'
import { createPortal } from 'react-dom'

import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { TimelineContext, useTimeline } from '#ui/TimelineContext.tsx'
import { useFilterLines } from '#ui/shared/useFilterLines.ts'
import { useMatching } from '#ui/shared/useMatching.ts'
import { PrintedDrawing } from './PrintedDrawing.tsx'
import { PrintedEvents } from './PrintedEvents.tsx'
import css from './print.module.css'

/** About a hundred pages; what is longer nobody prints, and would hold the browser for minutes. */
const mostRows = 1000

/** The timeline on paper: title, drawing, list. Light, whatever the screen shows. */
export function PrintedTimeline() {
  const context = useTimeline()
  const light = useMemo(() => ({ ...context, theme: 'light' as const }), [context])
  const { document: story } = context.table
  const matching = useMatching()
  const { text } = context
  const panelMessages = usePanelMessages()
  const filterLines = useFilterLines()
  const printed = matching.subarray(0, mostRows)
  return createPortal(
    <TimelineContext value={light}>
      <div className={css.sheet} lang={context.locale}>
        <h1 className={css.title}>{text(story.title)}</h1>
        {story.subtitle !== undefined && <p className={css.subtitle}>{text(story.subtitle)}</p>}
        <PrintedDrawing />
        <p className={css.count}>{panelMessages.list.caption(printed.length, matching.length)}</p>
        {filterLines.map((line) => (
          <p key={line} className={css.count}>
            {line}
          </p>
        ))}
        <PrintedEvents events={printed} />
        <p className={css.address}>{context.surroundings.address()}</p>
      </div>
    </TimelineContext>,
    document.body,
  )
}
