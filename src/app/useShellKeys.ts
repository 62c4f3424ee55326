import { useEffect, useRef } from 'react'

import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimelineStore } from '#ui/TimelineContext.tsx'

interface ShellKeys {
  readonly toSearch: () => void
  readonly toKeys: () => void
}

const selectKeys = (state: TimelineStoreState) => state.keys

/** Where a letter is text, it is no command. */
function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, select, textarea, dialog[open] *'))
  )
}

/** The keys that hold on the whole page, wherever the focus is: `/` and `?`. */
export function useShellKeys(keys: ShellKeys): void {
  const wanted = useTimelineStore(selectKeys)
  const present = useRef(keys)

  useEffect(() => {
    present.current = keys
  })

  useEffect(() => {
    if (wanted === 'none') return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (takesText(event.target) || document.querySelector('dialog[open]') !== null) return
      const run = { '/': present.current.toSearch, '?': present.current.toKeys }[event.key]
      if (run === undefined) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [wanted])
}
