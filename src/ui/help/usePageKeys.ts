import { useEffect, useRef } from 'react'

import { commandForKey } from '#input/keymap.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'
import { activeElementNear } from '#ui/shared/activeElementNear.ts'

interface PageKeys {
  readonly toSearch: () => void
  readonly toHelp: () => void
}

const selectKeys = (state: TimelineStoreState) => state.keys

/**
 * The keys that hold on the whole timeline, wherever the focus is: `/`, `?`, and on a page of our own
 * Esc, which closes the event. In a frame or an element what is left of Esc is the page's around it.
 */
export function usePageKeys(keys: PageKeys): void {
  const { store, drawing, surroundings } = useTimeline()
  const wanted = useTimelineStore(selectKeys)
  const present = useRef(keys)

  useEffect(() => {
    present.current = keys
  })

  useEffect(() => {
    if (wanted === 'none') return undefined
    const { host, keys, place } = surroundings
    const close = (press: Event): void => {
      const { event, actions } = store.getState()
      if (event === undefined || place !== 'page') return
      press.preventDefault()
      actions.select(undefined)
      // From nowhere in particular, the Tab key goes on at the event.
      if (activeElementNear(host) === document.body) drawing.current?.focus(event)
    }
    const onKeyDown = (press: Event): void => {
      if (!(press instanceof KeyboardEvent) || press.defaultPrevented) return
      // A modal dialog has the page to itself.
      if (host.querySelector('dialog[open]') !== null) return
      const command = commandForKey(press)
      // The browser closes what lies open above the page first.
      if (command === 'back' && host.querySelector(':popover-open') === null) close(press)
      if (command !== 'search' && command !== 'help') return
      press.preventDefault()
      if (command === 'search') present.current.toSearch()
      else present.current.toHelp()
    }
    keys.addEventListener('keydown', onKeyDown)
    return () => keys.removeEventListener('keydown', onKeyDown)
  }, [store, drawing, surroundings, wanted])
}
