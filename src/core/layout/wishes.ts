import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Span } from '#core/time/instant.ts'
import type { LaneAssignment } from './assignLanes.ts'
import { maxFan } from './fan.ts'
import { heldBy, holdersOf } from './holders.ts'
import type { LabelVariant } from './labelVariants.ts'
import type { MarkWish } from './placement.ts'

/** Beyond this many events in one stretch, only the most important try for a label. */
const maxLabelWishes = 1500

const radii = [4.5, 4.5, 4.5, 5.5, 6, 7] as const

/** Radius of an event's dot or ring in pixels, by importance. */
function markRadius(importance: number): number {
  return radii[importance] ?? 5.5
}

/**
 * What each matching event within `stretch` wishes for, in order of row. Children that stand with
 * their parent are part of the parent's wish.
 */
export function markWishes(options: {
  readonly table: EventTable
  readonly matching: Uint8Array
  readonly assignment: LaneAssignment
  readonly shownLane: (lane: number) => number
  readonly stretch: Span
  readonly pxPerMs: number
  readonly labelOf: (row: EventIndex) => readonly LabelVariant[]
}): MarkWish[] {
  const { table, matching, assignment, shownLane, stretch, pxPerMs, labelOf } = options
  const rows: EventIndex[] = []
  for (let row = 0; row < table.length; row += 1) {
    if (matching[row] !== 1) continue
    if ((table.end[row] ?? 0) < stretch.start || (table.start[row] ?? 0) > stretch.end) continue
    rows.push(row)
  }
  const holders = holdersOf(table, rows, pxPerMs)
  const floor = labelFloor(table, rows)
  return rows.flatMap((row) => {
    const drawn = table.drawn[row]
    if (drawn === undefined || holders.has(row)) return []
    const importance = table.importance[row] ?? 3
    const children = table.children.has(row) ? heldBy(table, holders, row) : []
    return [
      {
        row,
        lane: shownLane(assignment.laneOf[row] ?? 0),
        anchor: drawn.anchor,
        start: drawn.outer.start,
        end: drawn.outer.end,
        shape: drawn.shape,
        others: drawn.others,
        radius: markRadius(importance) + (children.length > maxFan ? 3 : 0),
        importance,
        variants: importance >= floor ? labelOf(row) : [],
        children,
        ties: assignment.tiesOf.get(row) ?? [],
      },
    ]
  })
}

/** Least importance that may still try for a label, so that a crowd costs no more than a screenful. */
function labelFloor(table: EventTable, rows: readonly EventIndex[]): number {
  if (rows.length <= maxLabelWishes) return 0
  const counts = [0, 0, 0, 0, 0, 0]
  for (const row of rows) {
    const importance = table.importance[row] ?? 3
    counts[importance] = (counts[importance] ?? 0) + 1
  }
  let sum = 0
  for (let importance = 5; importance >= 1; importance -= 1) {
    sum += counts[importance] ?? 0
    if (sum > maxLabelWishes) return importance + 1
  }
  return 0
}
