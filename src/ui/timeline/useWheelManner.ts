import { useCallback, useEffect, useRef, useState } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'

type Wheel = 'pan' | 'zoom' | 'page'

/** How long the hint about the wheel stays, in milliseconds. */
const hintFor = 2400

/**
 * Whose the plain wheel is. `auto`: ours on our own page, the host's in a frame. The first wheel that
 * is left to the page brings a hint, once per page load; nothing is stored.
 */
export function useWheelManner(): {
  readonly wheel: () => Wheel
  readonly hint: boolean
  readonly onRefused: () => void
} {
  const { store, surroundings } = useTimeline()
  const [hint, setHint] = useState(false)
  const told = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const wheel = useCallback((): Wheel => {
    const wanted = store.getState().wheel
    return wanted === 'auto' ? (surroundings.place === 'page' ? 'pan' : 'page') : wanted
  }, [store, surroundings])
  const onRefused = useCallback(() => {
    if (told.current) return
    told.current = true
    setHint(true)
    timer.current = setTimeout(() => setHint(false), hintFor)
  }, [])
  return { wheel, hint, onRefused }
}
