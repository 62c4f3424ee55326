import type { Box } from '#core/scene/scene.ts'
import type { Orientation, ViewCommand } from '#core/viewport/viewport.ts'
import { commandsForEffect, type GestureEffect, idle, nextGesture, type Touch } from './gesture.ts'
import { createGlider, ease, inertia } from './glide.ts'
import { keepsPointer, pointIn } from './place.ts'
import { commandForWheel, fractionOf, type WheelManner } from './wheel.ts'

/** What gestures need to know and whom they tell. Points are in CSS pixels of the host's own box. */
export interface PanZoomOptions {
  orientation(): Orientation
  /** The part of the host in which time runs. */
  plot(): Box
  wheel(): WheelManner
  /** The lanes are higher than the plot, so that a drag across time scrolls them. */
  lanesScroll(): boolean
  /** False when nothing may move by itself. */
  motion(): boolean
  dispatch(command: ViewCommand): void
  /**
   * A click or tap that was not a drag, also on what lies over the drawing. True when it did something
   * of which a second click is no part: it then begins no double click.
   */
  onTap(x: number, y: number, event: MouseEvent): boolean
  /** The mouse moves over the drawing; `onLeave` when it no longer does. */
  onHover(x: number, y: number): void
  onLeave(): void
  /** A drag or pinch begins, and is over with the inertia that follows it. */
  onGestureStart(): void
  onGestureEnd(): void
  /** A plain wheel was left to the page: the moment for a hint. */
  onPageWheelRefused(): void
}

/** After a drag its click comes within this time, in milliseconds, if it comes. */
const clickAfterDrag = 350
/** Two taps within this time and distance are a double tap. */
const doubleTap = { within: 400, apart: 24 }
/** Milliseconds of the zoom of a double tap. */
const zoomFor = 220

/**
 * Makes `host` answer to mouse, wheel, trackpad and fingers with commands; it keeps no view itself.
 * What lies in the host and wants its own pointer (a card, a field) says `data-keeps-pointer`.
 *
 * `touch-action` is set on the host: `none` on our own page, where both directions are ours. Where the
 * wheel is left to the page (`page`), so is the finger that scrolls it: `pan-y`, and one finger then
 * drags sideways only, or not at all where time runs downwards; two fingers pinch and drag always.
 * Returns what takes everything away again.
 */
export function attachPanZoom(host: HTMLElement, options: PanZoomOptions): () => void {
  const view = host.ownerDocument.defaultView
  if (view === null) return () => {}
  const listeners = new AbortController()
  const { signal } = listeners
  const touchActionBefore = host.style.touchAction
  const fingers = new Set<number>()
  let gesture = idle
  let isHeld = false
  let swallowUntil = 0
  let lastTap: { x: number; y: number; time: number } | undefined
  const glider = createGlider(view)

  const place = () => ({
    orientation: options.orientation(),
    plot: options.plot(),
    lanesScroll: options.lanesScroll(),
    manner: options.wheel(),
  })

  const pointOf = (event: { clientX: number; clientY: number }) => pointIn(host, event)

  const setTouchAction = (): void => {
    host.style.touchAction = options.wheel() === 'page' ? 'pan-y' : 'none'
  }

  const release = (): void => {
    if (isHeld) options.onGestureEnd()
    isHeld = false
  }

  const follow = (effect: GestureEffect): void => {
    for (const command of commandsForEffect(effect, place())) options.dispatch(command)
  }

  const letGo = ({ vx, vy }: Extract<GestureEffect, { type: 'end' }>): void => {
    const isHorizontal = options.orientation() === 'horizontal'
    const glide = options.motion() ? inertia(isHorizontal ? vx : vy) : undefined
    const step = (way: number): void =>
      follow({ type: 'drag', dx: isHorizontal ? way : 0, dy: isHorizontal ? 0 : way })
    if (glide === undefined) release()
    else glider.run(glide, step, release)
  }

  const report = (event: PointerEvent, type: Touch['type']): void => {
    const isTouch = event.pointerType !== 'mouse'
    const isPages = isTouch && options.wheel() === 'page'
    const result = nextGesture(gesture, {
      type,
      finger: event.pointerId,
      ...pointOf(event),
      time: event.timeStamp,
      isTouch,
      mayDrag: !isPages ? 'any' : options.orientation() === 'horizontal' ? 'sideways' : 'none',
    })
    gesture = result.gesture
    for (const effect of result.effects) {
      if (effect.type === 'start') {
        isHeld = true
        options.onGestureStart()
      }
      follow(effect)
      if (effect.type === 'end') {
        swallowUntil = event.timeStamp + clickAfterDrag
        letGo(effect)
      }
    }
    // Captured only now: a click captured from the start would never reach a button over a mark.
    if (gesture.phase === 'dragging' || gesture.phase === 'pinching') {
      for (const finger of fingers) {
        if (!host.hasPointerCapture(finger)) capture(finger)
      }
    }
  }

  const capture = (finger: number): void => {
    try {
      host.setPointerCapture(finger)
    } catch {
      // The finger has left in the same moment; its `up` or `cancel` is on the way.
    }
  }

  const onDown = (event: PointerEvent): void => {
    // On a Mac, Control and click is the context menu.
    if (event.pointerType === 'mouse' && (event.button !== 0 || event.ctrlKey)) return
    if (keepsPointer(host, event)) return
    glider.stop()
    swallowUntil = 0
    setTouchAction()
    fingers.add(event.pointerId)
    report(event, 'down')
  }

  const onMove = (event: PointerEvent): void => {
    if (fingers.has(event.pointerId)) {
      // The button was let go where we could not see it.
      if (event.pointerType === 'mouse' && event.buttons === 0) onGone(event, 'cancel')
      else report(event, 'move')
    }
    if (event.pointerType === 'touch' || gesture.phase === 'dragging') return
    if (keepsPointer(host, event)) return options.onLeave()
    const { x, y } = pointOf(event)
    options.onHover(x, y)
  }

  const onGone = (event: PointerEvent, type: 'up' | 'cancel'): void => {
    if (fingers.delete(event.pointerId)) report(event, type)
  }

  const onClickCapture = (event: MouseEvent): void => {
    // The end of a drag that began on a button is no click on it. Enter and Space have detail 0.
    if (event.detail === 0 || event.timeStamp >= swallowUntil) return
    swallowUntil = 0
    event.preventDefault()
    event.stopPropagation()
  }

  const onClick = (event: MouseEvent): void => {
    if (event.detail === 0 || event.defaultPrevented || keepsPointer(host, event)) return
    const tap = { ...pointOf(event), time: event.timeStamp }
    if (lastTap && isDouble(lastTap, tap)) {
      lastTap = undefined
      zoomIn(tap, event.shiftKey ? -1 : 1)
    } else {
      lastTap = options.onTap(tap.x, tap.y, event) ? undefined : tap
    }
  }

  const zoomIn = (point: { x: number; y: number }, doublings: number): void => {
    const at = fractionOf(point, place())
    const zoom = (exponent: number): void =>
      options.dispatch({ type: 'zoomAt', at, factor: 2 ** exponent })
    if (options.motion()) glider.run(ease(doublings, zoomFor), zoom, () => {})
    else zoom(doublings)
  }

  const onWheel = (event: WheelEvent): void => {
    if (keepsPointer(host, event) || (event.deltaX === 0 && event.deltaY === 0)) return
    const { deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey } = event
    const turn = { ...pointOf(event), deltaX, deltaY, deltaMode, ctrlKey, metaKey, shiftKey }
    const command = commandForWheel(turn, place())
    if (command === undefined) return options.onPageWheelRefused()
    event.preventDefault()
    glider.stop()
    options.dispatch(command)
  }

  const onSafariPinch = (factor: number, at: { clientX: number; clientY: number }): void => {
    // With fingers on a screen it comes beside the pointer events, which do it already.
    if (fingers.size > 0) return
    glider.stop()
    options.dispatch({ type: 'zoomAt', at: fractionOf(pointOf(at), place()), factor })
  }

  setTouchAction()
  host.addEventListener('pointerdown', onDown, { signal })
  host.addEventListener('pointermove', onMove, { signal })
  host.addEventListener('pointerup', (event) => onGone(event, 'up'), { signal })
  host.addEventListener('pointercancel', (event) => onGone(event, 'cancel'), { signal })
  host.addEventListener(
    'lostpointercapture',
    (event) => {
      // A button loses its finger to the host when a drag begins on it: that is no loss.
      if (event.target === host) onGone(event, 'cancel')
    },
    { signal },
  )
  host.addEventListener('pointerleave', () => options.onLeave(), { signal })
  host.addEventListener('click', onClickCapture, { capture: true, signal })
  host.addEventListener('click', onClick, { signal })
  host.addEventListener('dragstart', (event) => event.preventDefault(), { signal })
  host.addEventListener('wheel', onWheel, { passive: false, signal })
  host.addEventListener(
    'touchmove',
    (event) => {
      // Two fingers are ours, also where one scrolls the page.
      if (event.touches.length > 1 && event.cancelable) event.preventDefault()
    },
    { passive: false, signal },
  )
  if ('GestureEvent' in globalThis) void listenToPinch()

  return () => {
    listeners.abort()
    glider.stop()
    release()
    host.style.touchAction = touchActionBefore
  }

  /** Only Safari has these events, and only its readers fetch what hears them. */
  async function listenToPinch(): Promise<void> {
    const { listenToSafariPinch } = await import('./safariPinch.ts')
    listenToSafariPinch(host, onSafariPinch, signal)
  }
}

function isDouble(
  before: { x: number; y: number; time: number },
  now: { x: number; y: number; time: number },
): boolean {
  const distance = Math.hypot(now.x - before.x, now.y - before.y)
  return now.time - before.time < doubleTap.within && distance < doubleTap.apart
}
