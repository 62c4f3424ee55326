import type { Box } from '#core/scene/scene.ts'
import type { Orientation, ViewCommand } from '#core/viewport/viewport.ts'
import { fractionOf } from './wheel.ts'

/** One report about one finger (or the mouse), in pixels of the drawing and milliseconds. */
export interface Touch {
  readonly type: 'down' | 'move' | 'up' | 'cancel'
  readonly finger: number
  readonly x: number
  readonly y: number
  readonly time: number
  /** A finger or a pen: less steady than a mouse. */
  readonly isTouch: boolean
  /** What one finger alone may drag; the rest is the page's, which scrolls with it. */
  readonly mayDrag: 'any' | 'sideways' | 'none'
}

type Point = Pick<Touch, 'finger' | 'x' | 'y' | 'time'>

/**
 * What the fingers are doing:
 *
 *    idle ──down──▶ pressed ──moved far enough──▶ dragging ──up──▶ idle
 *                      └───────second down──▶ pinching ◀──second down──┘
 *
 * A pinch that loses a finger goes on as a drag with the other one. Third fingers do not count.
 */
export type Gesture =
  | { readonly phase: 'idle' }
  | { readonly phase: 'pressed'; readonly from: Point; readonly last: Point }
  | { readonly phase: 'dragging'; readonly last: Point; readonly trail: readonly Point[] }
  | { readonly phase: 'pinching'; readonly first: Point; readonly second: Point }

/** What follows from a report. `dx`, `dy` are the way of the hand since the report before. */
export type GestureEffect =
  /** From here on it is no click any more. */
  | { readonly type: 'start' }
  | { readonly type: 'drag'; readonly dx: number; readonly dy: number }
  | {
      readonly type: 'pinch'
      readonly dx: number
      readonly dy: number
      readonly factor: number
      readonly x: number
      readonly y: number
    }
  /** The hand has let go while moving at this speed, in pixels a millisecond. */
  | { readonly type: 'end'; readonly vx: number; readonly vy: number }

export const idle: Gesture = { phase: 'idle' }

/** Pixels that a press may move and still be a click. */
const slop = { mouse: 4, touch: 8 }
/** Milliseconds of way that tell the speed on letting go. */
const trailFor = 100
/** A hand that rested this long before it let go throws nothing. */
const restFor = 50
/** Fingers nearer than this are taken to be this far apart: tiny distances would zoom wildly. */
const nearest = 24

const still = { vx: 0, vy: 0 }

/** The gesture after a report, and what to do about it. */
export function nextGesture(
  gesture: Gesture,
  touch: Touch,
): { readonly gesture: Gesture; readonly effects: readonly GestureEffect[] } {
  switch (gesture.phase) {
    case 'idle':
      return { gesture: touch.type === 'down' ? pressed(touch) : gesture, effects: [] }

    case 'pressed':
      if (touch.finger !== gesture.from.finger) {
        if (touch.type !== 'down') return { gesture, effects: [] }
        return { gesture: pinching(gesture.last, touch), effects: [{ type: 'start' }] }
      }
      if (touch.type === 'up' || touch.type === 'cancel') return { gesture: idle, effects: [] }
      if (touch.type === 'down') return { gesture: pressed(touch), effects: [] }
      if (distance(gesture.from, touch) < slopOf(touch) || !isOurs(gesture.from, touch)) {
        return { gesture: { ...gesture, last: touch }, effects: [] }
      }
      return {
        gesture: { phase: 'dragging', last: touch, trail: [gesture.from, touch] },
        effects: [{ type: 'start' }, { type: 'drag', ...way(gesture.from, touch) }],
      }

    case 'dragging': {
      const { last, trail } = gesture
      if (touch.finger !== last.finger) {
        if (touch.type !== 'down') return { gesture, effects: [] }
        return { gesture: pinching(last, touch), effects: [] }
      }
      if (touch.type === 'cancel') return { gesture: idle, effects: [{ type: 'end', ...still }] }
      if (touch.type === 'up') {
        return { gesture: idle, effects: [{ type: 'end', ...speedOf(trail, touch.time) }] }
      }
      const recent = trail.filter(({ time }) => touch.time - time <= trailFor)
      return {
        gesture: { phase: 'dragging', last: touch, trail: [...recent, touch] },
        effects: [{ type: 'drag', ...way(last, touch) }],
      }
    }

    case 'pinching': {
      const { first, second } = gesture
      const isFirst = touch.finger === first.finger
      if (!isFirst && touch.finger !== second.finger) return { gesture, effects: [] }
      if (touch.type === 'up' || touch.type === 'cancel') {
        const other = { ...(isFirst ? second : first), time: touch.time }
        return { gesture: { phase: 'dragging', last: other, trail: [other] }, effects: [] }
      }
      const next = isFirst ? pinching(touch, second) : pinching(first, touch)
      return { gesture: next, effects: [pinch(gesture, next)] }
    }
  }
}

function pressed(from: Point): Gesture {
  return { phase: 'pressed', from, last: from }
}

type Pinching = Extract<Gesture, { phase: 'pinching' }>

function pinching(first: Point, second: Point): Pinching {
  return { phase: 'pinching', first, second }
}

function pinch(before: Pinching, after: Pinching): GestureEffect {
  const [from, to] = [middleOf(before), middleOf(after)]
  const apart = ({ first, second }: Pinching): number => Math.max(nearest, distance(first, second))
  return {
    type: 'pinch',
    dx: to.x - from.x,
    dy: to.y - from.y,
    factor: apart(after) / apart(before),
    ...to,
  }
}

function middleOf({ first, second }: Pinching): { x: number; y: number } {
  return { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 }
}

function way(from: Point, to: Point): { dx: number; dy: number } {
  return { dx: to.x - from.x, dy: to.y - from.y }
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function isOurs(from: Point, touch: Touch): boolean {
  const { dx, dy } = way(from, touch)
  return touch.mayDrag === 'any' || (touch.mayDrag === 'sideways' && Math.abs(dx) > Math.abs(dy))
}

function slopOf({ isTouch }: Touch): number {
  return isTouch ? slop.touch : slop.mouse
}

function speedOf(trail: readonly Point[], now: number): { vx: number; vy: number } {
  const recent = trail.filter(({ time }) => now - time <= trailFor)
  const [first, last] = [recent[0], recent.at(-1)]
  if (!first || !last || now - last.time > restFor || last.time <= first.time) return still
  const { dx, dy } = way(first, last)
  return { vx: dx / (last.time - first.time), vy: dy / (last.time - first.time) }
}

export interface GesturePlace {
  readonly orientation: Orientation
  readonly plot: Box
  readonly lanesScroll: boolean
}

/** The commands that move the view so that it stays under the hand. */
export function commandsForEffect(
  effect: GestureEffect,
  place: GesturePlace,
): readonly ViewCommand[] {
  if (effect.type === 'start' || effect.type === 'end') return []
  const { orientation, plot, lanesScroll } = place
  const isHorizontal = orientation === 'horizontal'
  const [along, across] = isHorizontal ? [effect.dx, effect.dy] : [effect.dy, effect.dx]
  const length = Math.max(1, isHorizontal ? plot.width : plot.height)
  const commands: ViewCommand[] = []
  if (along !== 0) commands.push({ type: 'panBy', fraction: -along / length })
  if (across !== 0 && lanesScroll) commands.push({ type: 'scrollBy', px: -across })
  if (effect.type === 'pinch' && effect.factor !== 1) {
    commands.push({ type: 'zoomAt', at: fractionOf(effect, place), factor: effect.factor })
  }
  return commands
}
