import { useCallback, useEffect, useRef } from 'react'

import { presentCommandForKey, type PresentCommand } from '#input/keymap.ts'

interface PresentKeys {
  /** Where keys are heard: the window, or the element that we are. */
  readonly target: EventTarget
  readonly inFrame: boolean
  readonly enabled: boolean
  readonly isBlank: boolean
  /** False when it led nowhere: past an end the key is the page's, which may be a deck. */
  readonly onCommand: (command: PresentCommand, key: string) => boolean
  /** Any key, while the screen is blank. */
  readonly onWake: () => void
}

/** Hears the keys of presenting; the answer does the same for another window's keys. */
export function usePresentKeys(keys: PresentKeys): (event: Event) => void {
  const { target } = keys
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })

  const onKey = useCallback((event: Event): void => {
    const { enabled, inFrame, isBlank, onCommand, onWake } = latest.current
    if (!isKey(event) || !enabled || event.defaultPrevented) return
    // A clicker's button sends this to start what is running. A reload would end the full screen.
    if (event.key === 'F5' && !event.ctrlKey && !inFrame && document.fullscreenElement !== null) {
      event.preventDefault()
      return
    }
    if (isBlank) {
      // Shift alone is on the way to a key, and a reload is a reload.
      if (/^(Shift|Control|Alt|Meta|F\d+)$/.test(event.key)) return
      event.preventDefault()
      onWake()
      return
    }
    const command = presentCommandForKey(event, { inFrame })
    if (command === undefined) return
    if (onCommand(command, event.key) || !inFrame) event.preventDefault()
  }, [])

  useEffect(() => {
    target.addEventListener('keydown', onKey)
    return () => target.removeEventListener('keydown', onKey)
  }, [target, onKey])
  return onKey
}

/** By its parts: the speaker's window has a KeyboardEvent of its own. */
function isKey(event: Event): event is KeyboardEvent {
  return event.type === 'keydown' && 'key' in event
}
