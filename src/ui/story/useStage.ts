import { useCallback, useEffect, useLayoutEffect, useState, type RefObject } from 'react'

import type { MeasureText } from '#core/layout/measureText.ts'
import type { Size } from '#core/scene/frame.ts'
import type { MeasureFace } from '#core/scene/stageCaption.ts'
import { createMeasureText } from '#render/browserMeasureText.ts'
import { createMeasureFace } from './measureFace.ts'

/** Size of the stage in CSS pixels, known before the first paint; undefined while it has none. */
export function useStageSize(stage: RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>()
  useLayoutEffect(() => {
    const element = stage.current
    if (element === null) return undefined
    const read = (): void => {
      const { clientWidth: width, clientHeight: height } = element
      if (width === 0 || height === 0) return
      setSize((old) => (old?.width === width && old.height === height ? old : { width, height }))
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => observer.disconnect()
  }, [stage])
  return size
}

interface Measures {
  readonly measure: MeasureText
  readonly face: MeasureFace
}

function createMeasures(): Measures {
  return { measure: createMeasureText(), face: createMeasureFace() }
}

/** Measures of text, new ones when fonts arrive. */
export function useMeasures(): Measures {
  const [measures, setMeasures] = useState(createMeasures)
  useEffect(() => {
    const arrived = (): void => setMeasures(createMeasures)
    document.fonts.addEventListener('loadingdone', arrived)
    return () => document.fonts.removeEventListener('loadingdone', arrived)
  }, [])
  return measures
}

/** Full screen by a button; `toggle` is undefined where the browser or the frame does not allow it. */
export function useFullScreen(stage: RefObject<HTMLElement | null>): {
  readonly isFull: boolean
  readonly toggle: (() => void) | undefined
} {
  const [isFull, setFull] = useState(false)
  useEffect(() => {
    const changed = (): void => setFull(document.fullscreenElement !== null)
    document.addEventListener('fullscreenchange', changed)
    return () => document.removeEventListener('fullscreenchange', changed)
  }, [])
  const toggle = useCallback(() => {
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : stage.current?.requestFullscreen()
    // Refused, it stays a window: nothing is lost.
    change?.catch(() => undefined)
  }, [stage])
  return { isFull, toggle: document.fullscreenEnabled ? toggle : undefined }
}

/** True for a few seconds after the pointer moved. */
export function useAwake(): { readonly awake: boolean; readonly wake: () => void } {
  const [awakened, setAwakened] = useState(0)
  useEffect(() => {
    if (awakened === 0) return undefined
    const timer = setTimeout(() => setAwakened(0), 2500)
    return () => clearTimeout(timer)
  }, [awakened])
  const wake = useCallback(() => setAwakened(performance.now()), [])
  return { awake: awakened > 0, wake }
}
