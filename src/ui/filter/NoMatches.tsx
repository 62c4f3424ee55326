import { countEvents } from '#core/data/eventTable.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import { useFilterLines } from '#ui/shared/useFilterLines.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import css from './NoMatches.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

/** Stands over an empty drawing or list: says what is filtered for, and the one click back. */
export function NoMatches() {
  const { table, messages } = useTimeline()
  const words = messages.filter
  const panel = usePanelMessages().filter
  const active = useFilterLines()
  const actions = useTimelineStore(selectActions)

  return (
    <section className={css.notice}>
      <h2 className={css.title}>{panel.noMatches}</h2>
      <p>{panel.noMatchesText(countEvents(table))}</p>
      <ul className={css.active}>
        {active.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button
        type="button"
        className={`${controls.button} ${controls.primary}`}
        onClick={() => actions.clearFilter()}
      >
        {words.clear}
      </button>
    </section>
  )
}
