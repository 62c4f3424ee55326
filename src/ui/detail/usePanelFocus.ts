import { useCallback, useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

import { useTimeline } from '#ui/TimelineContext.tsx'
import { activeElementNear } from '#ui/shared/activeElementNear.ts'

interface Activation {
  readonly target: EventTarget | null
  readonly byKey: boolean
}

/**
 * Takes the focus to the heading when an event is opened by Enter or Space on a button outside the
 * panel, or when the button inside it that opened the event is gone. A click outside leaves the
 * focus where it is, and so does the search, where Enter goes from match to match. Returns the ref of
 * the heading.
 */
export function usePanelFocus(
  eventId: string | undefined,
  panel: RefObject<HTMLElement | null>,
): (heading: HTMLElement | null) => void {
  const { surroundings } = useTimeline()
  const heading = useRef<HTMLElement>(null)
  // The heading may still be on its way when it should take the focus.
  const isAwaited = useRef(false)
  const last = useRef<(Activation & { readonly inside: boolean }) | undefined>(undefined)

  useEffect(() => {
    const remember = ({ target, byKey }: Activation): void => {
      const inside = target instanceof Node && (panel.current?.contains(target) ?? false)
      last.current = { target, byKey, inside }
    }
    const { keys } = surroundings
    const onKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return
      const { target } = event
      remember({ target, byKey: true })
      // The event that is open already: nothing changes, but the reader wants to go there.
      const id = target instanceof HTMLElement ? target.dataset['eventId'] : undefined
      if (id === undefined || id !== eventId) return
      event.preventDefault()
      heading.current?.focus({ preventScroll: true })
    }
    const onPointer = (event: Event): void => remember({ target: event.target, byKey: false })
    keys.addEventListener('keydown', onKey, true)
    keys.addEventListener('pointerdown', onPointer, true)
    return () => {
      keys.removeEventListener('keydown', onKey, true)
      keys.removeEventListener('pointerdown', onPointer, true)
    }
  }, [panel, surroundings, eventId])

  useLayoutEffect(() => {
    const activation = last.current
    last.current = undefined
    if (eventId === undefined || activation === undefined) return
    const active = activeElementNear(surroundings.host)
    const lost = active === null || active === document.body
    const opensByKey = activation.byKey && activation.target instanceof HTMLButtonElement
    if (!(activation.inside ? lost : opensByKey)) return
    isAwaited.current = heading.current === null
    heading.current?.focus({ preventScroll: true })
  }, [eventId, surroundings])

  return useCallback((found) => {
    heading.current = found
    if (found === null || !isAwaited.current) return
    isAwaited.current = false
    found.focus({ preventScroll: true })
  }, [])
}
