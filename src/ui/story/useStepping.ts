import { useCallback } from 'react'

import { fitSpan } from '#core/viewport/fitSpan.ts'
import { applyViewportCommand } from '#core/viewport/viewportCommands.ts'
import type { StepList } from '#state/steps.ts'
import type { TimelineStoreState } from '#state/timelineStore.ts'
import { useTimeline, useTimelineStore } from '#ui/TimelineContext.tsx'

const selectEdge = (state: TimelineStoreState) => state.edge

interface Stepping {
  goTo(index: number): void
  /** One step on or back; false at an end. `quietly` makes no history entry. */
  turn(direction: 1 | -1, key?: string, how?: 'quietly'): boolean
  leave(): void
}

/** Walks the steps: the address follows, so that a reload or a link finds the same step. */
export function useStepping(
  steps: StepList,
  index: number,
  onEdge: ((direction: 1 | -1, key: string | undefined) => void) | undefined,
  onLeave: (() => void) | undefined,
): Stepping {
  const { store, table, surroundings } = useTimeline()
  const edge = useTimelineStore(selectEdge)

  const eventAt = useCallback(
    (place: number) => {
      const row = steps.rowAt(place)
      return row === undefined ? undefined : table.id(row)
    },
    [steps, table],
  )

  const goTo = useCallback(
    (place: number) => store.getState().actions.setStep(place, eventAt(place)),
    [store, eventAt],
  )

  const turn = useCallback(
    (direction: 1 | -1, key?: string, how?: 'quietly'): boolean => {
      const wanted = index + direction
      const isPast = wanted < 0 || wanted >= steps.length
      if (isPast && edge !== 'loop') {
        onEdge?.(direction, key)
        return false
      }
      const place = (wanted + steps.length) % steps.length
      if (how === undefined) {
        goTo(place)
      } else {
        // A screen that plays all day would fill the browser's history.
        const state = store.getState()
        state.actions.replaceAll({ ...state, step: place, event: eventAt(place) })
      }
      return true
    },
    [index, steps, edge, onEdge, goTo, store, eventAt],
  )

  const leave = useCallback(() => {
    if (onLeave) {
      onLeave()
      return
    }
    const { actions, event, viewport } = store.getState()
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    const selected = eventAt(index) ?? event
    const row = table.rowOf(selected)
    if (viewport && row !== undefined) {
      // The drawing was left somewhere else: it comes back with the event in view.
      const reveal = { type: 'reveal', instant: table.anchor[row] ?? 0, margin: 0.14 } as const
      const limits = { data: fitSpan(table.span), maxScroll: 0 }
      actions.setViewport(applyViewportCommand(viewport, reveal, limits))
    }
    const mode = surroundings.place === 'page' ? 'explore' : 'embed'
    actions.setMode(mode, { step: index, event: selected })
  }, [onLeave, store, table, surroundings, index, eventAt])

  return { goTo, turn, leave }
}
