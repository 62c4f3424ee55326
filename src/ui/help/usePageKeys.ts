import { useEffect, useRef } from 'react'

import { commandForKey } from '#input/keymap.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

interface PageKeys {
  readonly toSearch: () => void
  readonly toHelp: () => void
}

const selectKeys = (state: TimelineStoreState) => state.keys

/** The two keys that hold on the whole timeline, wherever the focus is: `/` and `?`. */
export function usePageKeys(keys: PageKeys): void {
  const { surroundings } = useTimeline()
  const wanted = useTimelineStore(selectKeys)
  const present = useRef(keys)

  useEffect(() => {
    present.current = keys
  })

  useEffect(() => {
    if (wanted === 'none') return undefined
    const { host, keys } = surroundings
    const onKeyDown = (press: Event): void => {
      if (!(press instanceof KeyboardEvent) || press.defaultPrevented) return
      // A modal dialog has the page to itself.
      if (host.querySelector('dialog[open]') !== null) return
      const command = commandForKey(press)
      if (command !== 'search' && command !== 'help') return
      press.preventDefault()
      if (command === 'search') present.current.toSearch()
      else present.current.toHelp()
    }
    keys.addEventListener('keydown', onKeyDown)
    return () => keys.removeEventListener('keydown', onKeyDown)
  }, [surroundings, wanted])
}
