import { memo } from 'react'

import type { EventIndex } from '#core/data/eventTable.ts'
import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Highlighted } from '#ui/shared/Highlighted.tsx'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import css from './EventList.module.css'

const selectActions = (state: TimelineStoreState) => state.actions

interface EventRowProps {
  readonly index: EventIndex
  readonly selected: boolean
}

/** One event in the list. Its title is the button that opens it. */
export const EventRow = memo(function EventRow({ index, selected }: EventRowProps) {
  const { table, text } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const { select } = useTimelineStore(selectActions)
  const event = table.event(index)
  if (event === undefined) return undefined
  const parent = table.parent[index] ?? -1
  const summary = text(event.summary)
  const { columns } = panelMessages.list
  return (
    <tr role="row" className={css.row} data-selected={selected}>
      <td role="cell" className={css.date} data-label={columns.date}>
        {words.date(index)}
        <span className={css.precision}>{words.precision(index)}</span>
      </td>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a header of its row */}
      <th role="rowheader" scope="row" data-label={columns.title}>
        <button
          type="button"
          className={css.title}
          data-listed={event.id}
          aria-current={selected ? 'true' : undefined}
          onClick={() => select(event.id)}
        >
          {/* The text of a button by itself runs as the page does. */}
          <span>
            <Highlighted text={words.title(index)} />
          </span>
        </button>
        {parent >= 0 && (
          <span className={css.note}>{panelMessages.list.partOf(words.title(parent))}</span>
        )}
        {summary !== '' && (
          <span className={css.summary}>
            <Highlighted text={summary} />
          </span>
        )}
      </th>
      <td role="cell" data-label={columns.organizations}>
        <ul className={css.organizations}>
          {event.organizations.map(({ id }) => (
            <li key={id}>
              <span
                className={css.swatch}
                style={{ background: words.organizationColor(id) }}
                aria-hidden="true"
              />
              <span>
                <Highlighted text={words.organization(id)} />
              </span>
            </li>
          ))}
        </ul>
      </td>
      <td role="cell" className={css.importance} data-label={columns.importance}>
        <span className="tl-visually-hidden">
          {panelMessages.list.importance(event.importance)}
        </span>
        <svg width="46" height="6" viewBox="0 0 46 6" aria-hidden="true" focusable="false">
          {[1, 2, 3, 4, 5].map((level) => (
            <circle
              key={level}
              cx={level * 9 - 4}
              cy="3"
              r="2.5"
              data-on={level <= event.importance}
            />
          ))}
        </svg>
      </td>
      <td role="cell" className={css.sources} data-label={columns.sources}>
        <span aria-hidden="true">{event.sources.length}</span>
        <span className="tl-visually-hidden">
          {panelMessages.list.sourceCount(event.sources.length)}
        </span>
      </td>
    </tr>
  )
})
