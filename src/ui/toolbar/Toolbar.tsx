import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import controls from '#ui/shared/controls.module.css'
import css from './Toolbar.module.css'

/** One press comes this much nearer; four presses make a tenfold. */
const zoomStep = 1.8
/** One press moves by this part of the view. */
const panStep = 0.5

const selectView = (state: TimelineStoreState) => state.view
const selectActions = (state: TimelineStoreState) => state.actions

/** Buttons for everything that a drag, a wheel or a pinch does, and the switch to the list. */
export function Toolbar({ onKeys }: { readonly onKeys: () => void }) {
  const { drawing, messages } = useTimeline()
  const words = messages.toolbar
  const view = useTimelineStore(selectView)
  const actions = useTimelineStore(selectActions)

  return (
    <div part="toolbar" className={css.toolbar} role="group" aria-label={words.label}>
      {view === 'timeline' && (
        <span className={css.moves}>
          <IconButton
            icon="previousEvent"
            label={words.jumpEarlier}
            onClick={() => drawing.current?.jump('earlier')}
          />
          <IconButton
            icon="earlier"
            label={words.earlier}
            className={css.pan}
            onClick={() => drawing.current?.pan(-panStep)}
          />
          <IconButton
            icon="minus"
            label={words.zoomOut}
            onClick={() => drawing.current?.zoom(1 / zoomStep)}
          />
          <IconButton icon="fit" label={words.fit} onClick={() => drawing.current?.fit()} />
          <IconButton
            icon="plus"
            label={words.zoomIn}
            onClick={() => drawing.current?.zoom(zoomStep)}
          />
          <IconButton
            icon="later"
            label={words.later}
            className={css.pan}
            onClick={() => drawing.current?.pan(panStep)}
          />
          <IconButton
            icon="nextEvent"
            label={words.jumpLater}
            onClick={() => drawing.current?.jump('later')}
          />
        </span>
      )}
      <span className={controls.segments} role="group" aria-label={words.view}>
        <button
          type="button"
          className={controls.segment}
          aria-pressed={view === 'timeline'}
          onClick={() => actions.setView('timeline')}
        >
          <Icon name="timeline" />
          <span className={css.word}>{words.timeline}</span>
        </button>
        <button
          type="button"
          className={controls.segment}
          aria-pressed={view === 'list'}
          onClick={() => actions.setView('list')}
        >
          <Icon name="list" />
          <span className={css.word}>{words.list}</span>
        </button>
      </span>
      <IconButton
        icon="keys"
        label={words.keys}
        className={css.keys}
        aria-haspopup="dialog"
        onClick={onKeys}
      />
    </div>
  )
}
