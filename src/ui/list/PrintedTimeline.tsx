import { useMemo } from 'react'
import { createPortal } from 'react-dom'

import { TimelineContext, useTimeline } from '#ui/TimelineContext.tsx'
import { useMatching } from '#ui/shared/useMatching.ts'
import { PrintedDrawing } from './PrintedDrawing.tsx'
import { PrintedEvents } from './PrintedEvents.tsx'
import css from './print.module.css'

/** The timeline on paper: title, drawing, list. Light, whatever the screen shows. */
export function PrintedTimeline() {
  const context = useTimeline()
  const light = useMemo(() => ({ ...context, theme: 'light' as const }), [context])
  const { document: story } = context.table
  const matching = useMatching()
  const { text, messages } = context
  return createPortal(
    <TimelineContext value={light}>
      <div className={css.sheet} lang={context.locale}>
        <h1 className={css.title}>{text(story.title)}</h1>
        {story.subtitle !== undefined && <p className={css.subtitle}>{text(story.subtitle)}</p>}
        <PrintedDrawing />
        <p className={css.count}>{messages.list.printed(matching.length)}</p>
        <PrintedEvents events={matching} />
        <p className={css.address}>{window.location.href}</p>
      </div>
    </TimelineContext>,
    document.body,
  )
}
