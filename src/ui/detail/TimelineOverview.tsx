import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { DateLegend } from '#ui/shared/DateLegend.tsx'
import { RichText } from '#ui/shared/richText.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { firstEvent } from './firstEvent.ts'
import { Section } from './Section.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** What the timeline is about, where to begin, and how to read its dates. */
export function TimelineOverview({ headingId }: { readonly headingId: string }) {
  const { table, text, drawing } = useTimeline()
  const panelMessages = usePanelMessages()
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
        <div className={css.summary}>
          <RichText text={text(document.description)} />
        </div>
      )}
      {start !== undefined && (
        <Section title={panelMessages.detail.startWith}>
          <button
            type="button"
            className={css.relation}
            onClick={() => {
              const id = table.id(start)
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
      <Section title={panelMessages.detail.howDrawn}>
        <DateLegend />
      </Section>
    </div>
  )
}
