import { useEffect, type RefObject } from 'react'

/** What hands do on the stage. Places are client pixels. */
interface StageHands {
  /** Moves by a step: a swipe, or a tap on the first or last third. */
  readonly turn: (direction: 1 | -1) => void
  /** Points at what lies there; false when nothing does. */
  readonly point: (x: number, y: number) => boolean
  readonly unpoint: () => void
  /** Any sign of life. */
  readonly touched: () => void
  readonly moved: () => void
  /** A control was clicked by hand: the focus returns, so that a clicker's Enter presses no button. */
  readonly clicked: () => void
}

/** A finger that moved less than this has tapped; a swipe is longer. In pixels. */
const slop = 10
const swipe = 48

/**
 * Hovering or tapping points at an event; a tap beside all events on the left or right third steps,
 * and so does a swipe. Controls keep their own clicks.
 */
export function useStagePointer(
  stage: RefObject<HTMLElement | null>,
  enabled: boolean,
  hands: RefObject<StageHands>,
): void {
  useEffect(() => {
    const element = stage.current
    if (element === null || !enabled) return undefined
    let start: { id: number; x: number; y: number } | undefined
    const isControl = (target: EventTarget | null): boolean =>
      target instanceof Element && target.closest('button, a, nav, [role="alert"]') !== null

    const onDown = (event: PointerEvent): void => {
      hands.current.touched()
      start = undefined
      if (event.button !== 0 || !event.isPrimary || isControl(event.target)) return
      start = { id: event.pointerId, x: event.clientX, y: event.clientY }
    }
    const onUp = (event: PointerEvent): void => {
      if (start === undefined || start.id !== event.pointerId) return
      const dx = event.clientX - start.x
      const dy = event.clientY - start.y
      start = undefined
      if (Math.hypot(dx, dy) <= slop) tap(event.clientX, event.clientY)
      else if (event.pointerType !== 'mouse' && Math.abs(dx) > Math.max(swipe, 2 * Math.abs(dy))) {
        hands.current.turn(dx < 0 ? 1 : -1)
      }
    }
    const tap = (x: number, y: number): void => {
      if (hands.current.point(x, y)) return
      hands.current.unpoint()
      const { left, width } = element.getBoundingClientRect()
      const part = (x - left) / width
      if (part < 1 / 3) hands.current.turn(-1)
      else if (part > 2 / 3) hands.current.turn(1)
    }
    const onMove = (event: PointerEvent): void => {
      hands.current.moved()
      if (event.pointerType !== 'mouse') return
      if (isControl(event.target) || !hands.current.point(event.clientX, event.clientY)) {
        hands.current.unpoint()
      }
    }
    const onCancel = (): void => {
      start = undefined
    }

    const onClick = (event: MouseEvent): void => {
      if (event.detail > 0) hands.current.clicked()
    }

    element.addEventListener('click', onClick)
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointercancel', onCancel)
    return () => {
      element.removeEventListener('click', onClick)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointercancel', onCancel)
    }
  }, [stage, enabled, hands])
}
