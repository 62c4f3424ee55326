import { useDeferredValue, useMemo, useRef, useState } from 'react'

import { usePanelMessages } from '#ui/shared/usePanelMessages.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import controls from '#ui/shared/controls.module.css'
import { useEventWords } from '#ui/shared/useEventWords.ts'
import { useMatching } from '#ui/shared/useMatching.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { EventRow } from './EventRow.tsx'
import { useListAsDrawing } from './useListAsDrawing.ts'
import {
  canSort,
  mostByWord,
  nextSorting,
  sortKeys,
  sortRows,
  type Sorting,
  type SortKey,
} from './sortRows.ts'
import { page, pagesFor } from './pagesFor.ts'
import css from './EventList.module.css'

const byDate: Sorting = { key: 'date', direction: 'ascending' }

const selectEvent = (state: TimelineStoreState) => state.event

/** The drawing's twin: the same events, filter, search and selection as a table. */
export function EventList() {
  const { table, locale } = useTimeline()
  const panelMessages = usePanelMessages()
  const words = useEventWords()
  const selected = useTimelineStore(selectEvent)
  const matching = useDeferredValue(useMatching())
  const [sorting, setSorting] = useState(byDate)
  // Where the list begins and ends: it has as many rows as somebody asked to see, never all of many.
  const [asked, setAsked] = useState({ from: 0, to: page })

  const rows = useMemo(() => {
    const own = canSort(sorting.key, matching.length) ? sorting : byDate
    return sortRows(table, matching, own, words, locale)
  }, [table, matching, sorting, words, locale])

  // A selection made elsewhere (a link, the search) is on a page that is shown.
  const selectedRow = table.rowOf(selected)
  const place = useMemo(
    () => (selectedRow === undefined ? -1 : rows.indexOf(selectedRow)),
    [rows, selectedRow],
  )
  const { from, to } = pagesFor(asked, place, rows.length)

  const list = useRef<HTMLDivElement>(null)
  useListAsDrawing(list, selected)

  const caption =
    from === 0
      ? panelMessages.list.caption(to, rows.length)
      : panelMessages.list.part(from + 1, to, rows.length)
  return (
    // A region that scrolls must be reachable by the keyboard.
    <div ref={list} className={css.list} role="region" aria-label={caption} tabIndex={0}>
      <div className={css.inner}>
        {from > 0 && (
          <button
            type="button"
            className={`${controls.button} ${css.more}`}
            onClick={() => setAsked({ from: from - Math.min(page, from), to })}
          >
            {panelMessages.list.earlier(Math.min(page, from))}
          </button>
        )}
        {/* The roles are the table's own, said again: laid out as cards it would lose them. */}
        <table role="table" className={css.table}>
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {sortKeys.map((key) => (
                <SortHeader
                  key={key}
                  column={key}
                  sorting={sorting}
                  isPossible={canSort(key, rows.length)}
                  onSort={() => setSorting(nextSorting(sorting, key))}
                />
              ))}
              <th role="columnheader" scope="col">
                <span className={css.plainHeader}>{panelMessages.list.columns.sources}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {Array.from(rows.subarray(from, to), (row) => (
              <EventRow key={row} index={row} selected={row === selectedRow} />
            ))}
          </tbody>
        </table>
        {to < rows.length && (
          <button
            type="button"
            className={`${controls.button} ${css.more}`}
            onClick={() => setAsked({ from, to: to + page })}
          >
            {panelMessages.list.more(Math.min(page, rows.length - to))}
          </button>
        )}
      </div>
    </div>
  )
}

interface SortHeaderProps {
  readonly column: SortKey
  readonly sorting: Sorting
  /** Of so many rows only numbers are sorted. */
  readonly isPossible: boolean
  readonly onSort: () => void
}

function SortHeader({ column, sorting, isPossible, onSort }: SortHeaderProps) {
  const panelMessages = usePanelMessages()
  const direction = sorting.key === column ? sorting.direction : 'none'
  const name = panelMessages.list.columns[column]
  return (
    <th role="columnheader" scope="col" aria-sort={direction}>
      <button
        type="button"
        className={css.sort}
        title={
          isPossible ? panelMessages.list.sortBy(name) : panelMessages.list.tooMany(mostByWord)
        }
        aria-disabled={!isPossible || undefined}
        onClick={isPossible ? onSort : undefined}
      >
        {name}
        <svg width="8" height="12" viewBox="0 0 8 12" aria-hidden="true" focusable="false">
          <path d="M1 5L4 1.5L7 5" data-on={direction === 'ascending'} />
          <path d="M1 7L4 10.5L7 7" data-on={direction === 'descending'} />
        </svg>
      </button>
    </th>
  )
}
