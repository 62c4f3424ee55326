import { useEffect, useRef, useState, type RefObject } from 'react'

import type { StageShown } from '#picture/shownStep.ts'
import { useTimeline } from '#ui/TimelineContext.tsx'
import { createStageDrawing, type StageDrawing } from './createStageDrawing.ts'

interface ShownStage {
  readonly drawing: RefObject<StageDrawing | undefined>
  /** Events in view without a label of their own. */
  readonly hidden: number
}

/** Keeps the drawing in `host` at what is to be shown; a change of `step` is a flight. */
export function useStageDrawing(
  host: RefObject<HTMLElement | null>,
  step: number,
  shown: StageShown | undefined,
): ShownStage {
  const { table, drawing: slot, motion } = useTimeline()
  const drawing = useRef<StageDrawing>(undefined)
  const [hidden, setHidden] = useState(0)
  const last = useRef(step)

  useEffect(() => {
    if (host.current === null) return undefined
    const made = createStageDrawing(host.current, table, slot)
    const stop = made.onRest((scene) => setHidden(scene.hidden))
    drawing.current = made
    return () => {
      stop()
      made.dispose()
      drawing.current = undefined
    }
  }, [host, table, slot])

  useEffect(() => {
    if (shown === undefined) return
    drawing.current?.show(shown, motion && last.current !== step)
    last.current = step
  }, [shown, step, motion])

  return { drawing, hidden }
}
