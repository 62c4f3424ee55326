import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { DateLegend } from '#ui/shared/DateLegend.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { firstEvent } from './firstEvent.ts'
import { Section } from './Section.tsx'
import css from './detail.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** What the timeline is about, where to begin, and how to read its dates. */
export function TimelineOverview({ headingId }: { readonly headingId: string }) {
  const { table, messages, text, drawing } = useTimeline()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  const { document } = table
  const start = firstEvent(table)
  return (
    <div className={css.event}>
      <h2 id={headingId} className={css.title}>
        {text(document.title)}
      </h2>
      {document.subtitle !== undefined && <p className={css.date}>{text(document.subtitle)}</p>}
      {document.description !== undefined && (
        <p className={css.summary}>{text(document.description)}</p>
      )}
      {start !== undefined && (
        <Section title={messages.detail.startWith}>
          <button
            type="button"
            className={css.relation}
            onClick={() => {
              const id = table.events[start]?.id
              if (id === undefined) return
              select(id)
              drawing.current?.reveal(id)
            }}
          >
            <span className={css.relationDate}>{words.shortDate(start)}</span>
            <span>{words.title(start)}</span>
          </button>
        </Section>
      )}
      <Section title={messages.detail.howDrawn}>
        <DateLegend />
      </Section>
    </div>
  )
}
