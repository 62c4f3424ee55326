import type { EventIndex } from '#core/data/eventTable.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './frames.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

const selectFilter = (state: TimelineStoreState) => state.filter

/** The matching events before and after this one, and its place among them. */
export function StepFooter({ eventId }: { readonly eventId: string }) {
  const { derived } = useTimeline()
  const panelMessages = usePanelMessages()
  const filter = useTimelineStore(selectFilter)
  // An event that the filter hides still has neighbours in time.
  const { previous, next, position, total } = derived.neighbours(filter, eventId)
  return (
    <nav className={css.foot} aria-label={panelMessages.detail.steps}>
      <StepButton to={previous} direction="previous" />
      <span className={css.place}>
        {position === undefined
          ? panelMessages.detail.outsideOf(total)
          : panelMessages.detail.position(position, total)}
      </span>
      <StepButton to={next} direction="next" />
    </nav>
  )
}

interface StepButtonProps {
  readonly to: EventIndex | undefined
  readonly direction: 'previous' | 'next'
}

function StepButton({ to, direction }: StepButtonProps) {
  const { table, drawing } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  const title = to === undefined ? '' : words.title(to)
  const arrow = (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={direction === 'previous' ? 'M9.8 3.5L5.3 8l4.5 4.5' : 'M6.2 3.5L10.7 8l-4.5 4.5'}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  )
  return (
    // Stays at the ends, `aria-disabled`: a button that vanishes would drop the focus.
    <button
      type="button"
      className={css.step}
      data-direction={direction}
      aria-disabled={to === undefined}
      aria-label={panelMessages.detail[direction](title)}
      title={title}
      onClick={() => {
        const id = to === undefined ? undefined : table.id(to)
        if (id === undefined) return
        select(id)
        drawing.current?.reveal(id)
      }}
    >
      {direction === 'previous' && arrow}
      <span className={css.stepTitle}>{title}</span>
      {direction === 'next' && arrow}
    </button>
  )
}
