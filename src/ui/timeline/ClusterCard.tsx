import { useLayoutEffect, useRef } from 'react'

import { type EventTable, isUnseen } from '#core/data/eventTable.ts'
import { firstRows } from '#core/data/rowSet.ts'
import type { Mark } from '#core/scene/scene.ts'
import { formatDate } from '#core/time/formatDate.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { IconButton } from '#ui/shared/IconButton.tsx'
import css from './ClusterCard.module.css'

/** So many of a cluster are listed; the list view has the rest. */
const mostListed = 200

/** The events of a cluster that no zoom can part, as a short list beside its badge. */
export function ClusterCard({
  mark,
  table,
  onClose,
}: {
  readonly mark: Mark
  /** The table that the mark's rows are of. */
  readonly table: EventTable
  readonly onClose: () => void
}) {
  const { store, messages, dateWords, text } = useTimeline()
  const card = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const target = card.current
    const parent = target?.parentElement
    if (!target || !parent) return
    const { offsetWidth: width, offsetHeight: height } = target
    const left = Math.min(Math.max(8, mark.x - width / 2), parent.clientWidth - width - 8)
    const below = mark.y + mark.radius + 8
    const top =
      below + height < parent.clientHeight ? below : Math.max(8, mark.y - mark.radius - 8 - height)
    target.style.transform = `translate(${left}px, ${top}px)`
  }, [mark])

  const shown = firstRows(mark.gathered, mostListed, (row) => !isUnseen(table, row))
  return (
    <div
      ref={card}
      className={css.card}
      role="group"
      aria-label={messages.timeline.gathered(mark.gathered.count)}
      data-keeps-pointer=""
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <p className={css.head}>
        {messages.timeline.gathered(mark.gathered.count)}
        <IconButton icon="close" label={messages.app.close} onClick={onClose} />
      </p>
      <ol className={css.list}>
        {shown.map((row) => {
          const event = table.event(row)
          const date = table.date(row)
          return (
            <li key={row}>
              <button
                type="button"
                onClick={() => {
                  store.getState().actions.select(event?.id)
                  onClose()
                }}
              >
                <span>{text(event?.title)}</span>
                <small>{date && formatDate(date, dateWords, 'short')}</small>
              </button>
            </li>
          )
        })}
      </ol>
      {shown.length < mark.gathered.count && (
        <p className={css.rest}>{messages.search.place(shown.length, mark.gathered.count)}</p>
      )}
    </div>
  )
}
