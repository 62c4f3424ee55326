import type { EventIndex } from '#core/data/eventTable.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Highlighted } from '#ui/shared/Highlighted.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { fieldLetter } from './fieldLetter.ts'
import { Section } from './Section.tsx'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './detail.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** The events that are part of this one, in two columns; each opens. */
export function EventParts({ index }: { readonly index: EventIndex }) {
  const { table, text } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  const parts = table.children.get(index) ?? []
  if (parts.length === 0) return undefined
  return (
    <Section title={panelMessages.detail.parts(parts.length)}>
      <ul className={css.parts}>
        {parts.map((part) => {
          const event = table.event(part)
          const letter = fieldLetter(text(event?.details?.[0]?.value))
          return (
            <li key={part}>
              <button type="button" className={css.part} onClick={() => select(event?.id)}>
                <span className={css.letter}>{letter}</span>
                <span>
                  <Highlighted text={words.title(part)} />
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
