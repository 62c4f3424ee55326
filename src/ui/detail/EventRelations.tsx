import { useMemo } from 'react'

import type { EventIndex } from '#core/data/eventTable.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Highlighted } from '#ui/shared/Highlighted.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { relatedEvents } from './relatedEvents.ts'
import { Section } from './Section.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** What this event came from and leads to; each opens. */
export function EventRelations({ index }: { readonly index: EventIndex }) {
  const { table } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  const related = useMemo(() => relatedEvents(table, index), [table, index])
  if (related.length === 0) return undefined
  return (
    <Section title={panelMessages.detail.connected}>
      <dl className={css.relations}>
        {related.map(({ word, events }) => (
          <div key={word}>
            <dt>{panelMessages.detail.relations[word]}</dt>
            {events.map((event) => (
              <dd key={event}>
                <button
                  type="button"
                  className={css.relation}
                  onClick={() => select(table.id(event))}
                >
                  <span className={css.relationDate}>{words.shortDate(event)}</span>
                  <span>
                    <Highlighted text={words.title(event)} />
                  </span>
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Section>
  )
}
