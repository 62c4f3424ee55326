import { useCallback, useEffect, useRef } from 'react'

import { presentCommandForKey, type PresentCommand } from '#input/keymap.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'

interface PresentKeys {
  readonly inFrame: boolean
  readonly enabled: boolean
  readonly isBlank: boolean
  readonly onCommand: (command: PresentCommand, key: string) => void
  /** Any key, while the screen is blank. */
  readonly onWake: () => void
}

/** Hears the keys of presenting on the page; the answer does the same for another window's keys. */
export function usePresentKeys(keys: PresentKeys): (event: KeyboardEvent) => void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })

  const onKey = useCallback((event: KeyboardEvent): void => {
    const { enabled, inFrame, isBlank, onCommand, onWake } = latest.current
    if (!enabled || event.defaultPrevented) return
    if (isBlank) {
      // Shift alone is on the way to a key, and a reload is a reload.
      if (/^(Shift|Control|Alt|Meta|F\d+)$/.test(event.key)) return
      event.preventDefault()
      onWake()
      return
    }
    const command = presentCommandForKey(event, { inFrame })
    if (command === undefined) return
    event.preventDefault()
    onCommand(command, event.key)
  }, [])

  const { surroundings } = useTimeline()
  useEffect(() => {
    const hear = (event: Event): void => {
      if (event instanceof KeyboardEvent) onKey(event)
    }
    // In a frame every key is shared with the deck around it, and heard by whoever talks to that.
    if (surroundings.place === 'frame') return undefined
    surroundings.keys.addEventListener('keydown', hear)
    return () => surroundings.keys.removeEventListener('keydown', hear)
  }, [onKey, surroundings])
  return onKey
}
