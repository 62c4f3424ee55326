import { type EventIndex, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import type { LaneIndex } from '#core/data/laneIndex.ts'
import type { Span } from '#core/time/instant.ts'
import type { LaneAssignment } from './assignLanes.ts'
import { maxFan } from './fan.ts'
import { heldBy, holdersOf } from './holders.ts'
import type { LabelVariant } from './labelVariants.ts'
import type { MarkWish } from './placement.ts'

const radii = [4.5, 4.5, 4.5, 5.5, 6, 7] as const

/** Radius of an event's dot or ring in pixels, by importance. */
function markRadius(importance: number): number {
  return radii[importance] ?? 5.5
}

/**
 * The wish of one event, in a lane (an index into the shown ones), with the children that stand with it, for
 * its mark alone or with a label: to set one, its text is read and measured.
 */
export type WishFor = (
  row: EventIndex,
  lane: number,
  children: readonly EventIndex[],
  wants: 'label' | 'mark',
) => MarkWish | undefined

/** `labelOf` gives the ways to set a label. */
export function createWishFor(
  table: EventTable,
  assignment: LaneAssignment,
  labelOf: (row: EventIndex) => readonly LabelVariant[],
): WishFor {
  return (row, lane, children, wants) => {
    const drawn = table.drawn(row)
    if (drawn === undefined) return undefined
    const importance = table.importance[row] ?? 3
    return {
      row,
      lane,
      drawn,
      anchor: drawn.anchor,
      start: drawn.outer.start,
      end: drawn.outer.end,
      shape: drawn.shape,
      others: drawn.others,
      radius: markRadius(importance) + (children.length > maxFan ? 3 : 0),
      importance,
      variants: wants === 'mark' || isUnseen(table, row) ? [] : labelOf(row),
      children,
      ties: assignment.tiesOf.get(row) ?? [],
    }
  }
}

/**
 * What each event of some lanes wishes for within `stretch`. Children that stand with their parent are
 * part of the parent's wish.
 */
export function markWishes(options: {
  readonly table: EventTable
  /** What is in each shown lane. */
  readonly indexes: readonly LaneIndex[]
  readonly stretch: Span
  readonly pxPerMs: number
  readonly wishFor: WishFor
}): MarkWish[] {
  const { table, indexes, stretch, pxPerMs, wishFor } = options
  const laneOf = new Map<EventIndex, number>()
  for (const [lane, index] of indexes.entries()) {
    for (const rank of index.shown([0, index.rows.length], stretch)) {
      laneOf.set(index.rows[rank] ?? 0, lane)
    }
  }
  const rows = [...laneOf.keys()].toSorted((p, q) => p - q)
  const holders = holdersOf(table, rows, pxPerMs)
  return rows.flatMap((row) => {
    if (holders.has(row)) return []
    const children = table.children.has(row) ? heldBy(table, holders, row) : []
    return wishFor(row, laneOf.get(row) ?? 0, children, 'label') ?? []
  })
}
