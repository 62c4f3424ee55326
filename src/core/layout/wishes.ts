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
  const triesLabel = labelledRows(table, rows)
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
        variants: triesLabel(row) ? labelOf(row) : [],
        children,
        ties: assignment.tiesOf.get(row) ?? [],
      },
    ]
  })
}

/**
 * Which rows may try for a label, so that a crowd costs no more than a screenful: the most important,
 * and of the last importance that comes in only in part, every so many-th, spread over time.
 */
function labelledRows(
  table: EventTable,
  rows: readonly EventIndex[],
): (row: EventIndex) => boolean {
  if (rows.length <= maxLabelWishes) return () => true
  const levels: EventIndex[][] = [[], [], [], [], [], []]
  for (const row of rows) levels[table.importance[row] ?? 3]?.push(row)
  const chosen = new Set<EventIndex>()
  for (const level of levels.toReversed()) {
    const stride = Math.max(1, Math.ceil(level.length / (maxLabelWishes - chosen.size)))
    for (let at = 0; at < level.length; at += stride) chosen.add(level[at] ?? 0)
    if (chosen.size >= maxLabelWishes || stride > 1) break
  }
  return (row) => chosen.has(row)
}
