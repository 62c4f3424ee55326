import { countBefore } from '#core/data/bisect.ts'

import type { Ground, MarkWish } from './placement.ts'

/** How many events of a lane stand within a stretch of the axis. */
export interface Crowd {
  /** Anchors of the lane between two layout pixels. */
  between(lane: number, a0: number, a1: number): number
}

/** Sorted anchors per lane: a count is two binary searches. */
export function createCrowd(wishes: readonly MarkWish[], ground: Ground): Crowd {
  const anchors = new Map<number, number[]>()
  for (const { lane, anchor } of wishes) {
    const at = (anchor - ground.origin) * ground.pxPerMs
    const list = anchors.get(lane)
    if (list) list.push(at)
    else anchors.set(lane, [at])
  }
  for (const list of anchors.values()) list.sort((p, q) => p - q)
  return {
    between(lane, a0, a1) {
      const list = anchors.get(lane) ?? []
      return countBefore(list, a1) - countBefore(list, a0)
    },
  }
}
