import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { Icon } from '#ui/shared/Icon.tsx'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { type Direction, nextMatch } from './nextMatch.ts'
import css from './SearchBox.module.css'

const selectFilter = (state: TimelineStoreState) => state.filter
const selectEvent = (state: TimelineStoreState) => state.event

/**
 * Search is a filter like the others: typing filters at once, Enter steps through what is left.
 * The field keeps its own text while an input method composes (Chinese), and tells it when done.
 */
export function SearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { store, table, derived, drawing, messages } = useTimeline()
  const words = messages.search
  const filter = useTimelineStore(selectFilter)
  const event = useTimelineStore(selectEvent)
  const query = filter.q
  const isWaiting = derived.isWaiting(filter)
  const matching = derived.matching(filter).rows
  const [draft, setDraft] = useState<string>()
  const composing = useRef(false)
  /** A step to take once what it was asked for with has been found. */
  const awaited = useRef<{ readonly query: string; readonly direction: Direction }>(undefined)
  const hintId = useId()

  const search = (q: string): void => {
    store.getState().actions.setFilter({ q }, { push: false })
  }

  const step = (direction: Direction): void => {
    awaited.current = isWaiting ? { query, direction } : undefined
    if (isWaiting) return
    const current = table.rowOf(event)
    const row = nextMatch(matching, current, direction)
    const id = row === undefined ? undefined : table.id(row)
    if (id === undefined) return
    store.getState().actions.select(id)
    drawing.current?.reveal(id)
  }

  // After every render: what is waited for has come with one of them, or another query has.
  useEffect(() => {
    if (awaited.current?.query === query) step(awaited.current.direction)
    else awaited.current = undefined
  })

  const onKeyDown = (key: KeyboardEvent<HTMLInputElement>): void => {
    if (key.nativeEvent.isComposing) return
    if (key.key === 'Enter') {
      key.preventDefault()
      step(key.shiftKey ? 'previous' : 'next')
    } else if (key.key === 'Escape') {
      // Ours alone: the shell would close the panel with it.
      key.preventDefault()
      key.stopPropagation()
      if (query === '') {
        inputRef.current?.blur()
        // On to what was found, where Escape closes it.
        drawing.current?.focus(event)
      } else search('')
    }
  }

  const row = event === undefined ? -1 : (table.rowOf(event) ?? -1)
  const place = matching.indexOf(row)
  const searching = query.trim() !== ''

  return (
    <div className={css.box} role="search">
      <Icon name="search" />
      <input
        ref={inputRef}
        className={css.input}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        role="searchbox"
        aria-label={words.label}
        aria-describedby={hintId}
        placeholder={words.placeholder}
        autoComplete="off"
        spellCheck={false}
        value={draft ?? query}
        onChange={(change) => {
          if (composing.current) setDraft(change.target.value)
          else search(change.target.value)
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(end) => {
          composing.current = false
          setDraft(undefined)
          search(end.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      {searching && isWaiting && (
        <span className={css.matches} data-pending="">
          …
        </span>
      )}
      {searching && !isWaiting && (
        <span className={css.matches}>
          {place >= 0 ? words.place(place + 1, matching.length) : words.matches(matching.length)}
        </span>
      )}
      {query === '' ? (
        <kbd className={css.key} aria-hidden="true">
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={css.clear}
          aria-label={words.clear}
          title={words.clear}
          onClick={() => {
            search('')
            inputRef.current?.focus()
          }}
        >
          <Icon name="close" />
        </button>
      )}
      <span id={hintId} className="tl-visually-hidden">
        {words.hint}
      </span>
    </div>
  )
}
