import type { EventIndex } from '#core/data/eventTable.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import css from './AboutPage.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

interface EventLinkProps {
  readonly index: EventIndex
  readonly onClose: () => void
}

/** An event's name; it leaves the page and opens the event. */
export function EventLink({ index, onClose }: EventLinkProps) {
  const { table, drawing } = useTimeline()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  return (
    <>
      <button
        type="button"
        className={controls.link}
        onClick={() => {
          const id = table.id(index)
          if (id === undefined) return
          onClose()
          select(id)
          drawing.current?.reveal(id)
        }}
      >
        <span>{words.title(index)}</span>
      </button>{' '}
      <span className={css.eventDate}>{words.shortDate(index)}</span>
    </>
  )
}
