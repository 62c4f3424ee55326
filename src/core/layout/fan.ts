import type { EventIndex } from '#core/data/eventTable.ts'
import type { FanDot } from './placement.ts'

/** More children than this stay folded: a fan must be readable at a glance. */
export const maxFan = 24
/** Radius of a fan's dots in pixels. */
export const fanDotRadius = 4

const halfOpening = (75 * Math.PI) / 180
const spacing = 12.5

/** Radius on which `count` dots stand `spacing` apart over a 150° opening. */
export function fanRadius(count: number): number {
  return Math.max(30, (spacing * (count - 1)) / (2 * halfOpening))
}

/** Height across the axis that an opened fan takes. */
export function fanHeight(count: number): number {
  return 2 * (fanRadius(count) * Math.sin(halfOpening) + fanDotRadius + 2)
}

/**
 * Dots of an opened fan as offsets from its centre, top to bottom.
 *
 *          o
 *        /  o
 *      ●────o     direction 1; -1 opens towards the past
 *        \  o
 *          o
 */
export function fanDots(rows: readonly EventIndex[], direction: 1 | -1): FanDot[] {
  const radius = fanRadius(rows.length)
  return rows.map((row, index) => {
    const part = rows.length === 1 ? 0.5 : index / (rows.length - 1)
    const angle = (part * 2 - 1) * halfOpening
    return { row, along: direction * radius * Math.cos(angle), across: radius * Math.sin(angle) }
  })
}
