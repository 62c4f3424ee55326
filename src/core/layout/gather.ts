import type { Instant } from '#core/time/instant.ts'
import type { MarkWish } from './placement.ts'

/** Unlabelled marks nearer than this along the axis gather, in pixels. */
const gatherWithin = 19

/** Events of one lane that will share a counted badge, or one event alone. In order of time. */
export interface Group {
  readonly lane: number
  readonly wishes: readonly MarkWish[]
}

function inTime(wishes: readonly MarkWish[]): MarkWish[] {
  return wishes.toSorted((p, q) => p.anchor - q.anchor || p.row - q.row)
}

/** Splits what found no labelled place into groups of near neighbours, lane by lane. O(n log n). */
export function gather(waiting: readonly MarkWish[], pxPerMs: number): Group[] {
  const groups: { lane: number; wishes: MarkWish[] }[] = []
  const open = new Map<number, { lane: number; wishes: MarkWish[] }>()
  for (const wish of inTime(waiting)) {
    const group = open.get(wish.lane)
    const last = group?.wishes.at(-1)
    const first = group?.wishes[0]
    // A chain of near neighbours may not creep on for ever: a badge stands for at most three of its widths.
    const near =
      last !== undefined &&
      first !== undefined &&
      (wish.anchor - last.anchor) * pxPerMs < gatherWithin &&
      (wish.anchor - first.anchor) * pxPerMs < 3 * gatherWithin
    if (group && near) {
      group.wishes.push(wish)
    } else {
      const started = { lane: wish.lane, wishes: [wish] }
      groups.push(started)
      open.set(wish.lane, started)
    }
  }
  return groups
}

export function merged(group: Group, more: readonly MarkWish[]): Group {
  return { lane: group.lane, wishes: inTime([...group.wishes, ...more]) }
}

/** Where a group's badge stands: midway between its first and last anchor. */
export function middleOf(group: Group): Instant {
  const first = group.wishes[0]?.anchor ?? 0
  const last = group.wishes.at(-1)?.anchor ?? first
  return first + (last - first) / 2
}

/** Events that a group's badge counts, children included. */
export function countOf(group: Group): number {
  return group.wishes.reduce((sum, { children }) => sum + 1 + children.length, 0)
}
