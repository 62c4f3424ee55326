import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './Chips.module.css'

const selectMatch = (state: TimelineStoreState) => state.filter.match
const selectActions = (state: TimelineStoreState) => state.actions

/** How several chosen organisations combine. */
export function MatchSwitch() {
  const words = useTimeline().messages.filter
  const match = useTimelineStore(selectMatch)
  const actions = useTimelineStore(selectActions)

  return (
    <span className={css.match} role="group" aria-label={words.match}>
      <span aria-hidden="true">{words.match}</span>
      <span className={controls.segments}>
        <button
          type="button"
          className={controls.segment}
          aria-pressed={match === 'any'}
          aria-label={words.anyLabel}
          onClick={() => actions.setFilter({ match: 'any' })}
        >
          {words.any}
        </button>
        <button
          type="button"
          className={controls.segment}
          aria-pressed={match === 'all'}
          aria-label={words.everyLabel}
          onClick={() => actions.setFilter({ match: 'all' })}
        >
          {words.every}
        </button>
      </span>
    </span>
  )
}
