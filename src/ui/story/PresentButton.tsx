import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import { defaultSteps } from '#state/defaultState.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'

const selectActions = (state: TimelineStoreState) => state.actions

/**
 * Begins the presentation: at the step that tells of the selected event, else where it was left. A
 * document without a story is presented event by event.
 */
export function PresentButton() {
  const { store, table, derived, messages, dateWords, text, surroundings } = useTimeline()
  const { setMode } = useTimelineStore(selectActions)

  const present = async (): Promise<void> => {
    // Only who presents needs to know how a story is walked.
    const { stepsOf } = await import('#state/steps.ts')
    const { event, filter, step, steps } = store.getState()
    const sequence = steps === 'none' ? defaultSteps('present') : steps
    const { rows } = derived.matching(filter)
    const list = stepsOf(table, rows, sequence, { dateWords, text })
    const row = table.rowOf(event)
    const place = row === undefined ? undefined : list.indexOf(row)
    // The selection stays where no step tells of it: leaving brings it back.
    // The button goes. In somebody else's page its focus would go with it: what stays keeps it so long.
    if (surroundings.place !== 'page') lendFocus(surroundings.host)
    setMode('present', { step: place ?? (list.rowAt(step) === undefined ? 0 : step), event })
  }

  return (
    <button
      type="button"
      className={controls.button}
      aria-label={messages.story.presentLabel}
      title={messages.story.presentLabel}
      onClick={() => void present()}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        <path
          d="M2 2.5h12v8H2zM8 10.5v3M5 13.5h6M6.8 4.7v3.6L9.8 6.5z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      {messages.story.present}
    </button>
  )
}

/** Gives the focus to what cannot have it else, until somebody takes it. */
function lendFocus(place: HTMLElement): void {
  place.tabIndex = -1
  place.addEventListener('blur', () => place.removeAttribute('tabindex'), { once: true })
  place.focus({ preventScroll: true })
}
