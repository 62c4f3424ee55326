import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Span } from '#core/time/instant.ts'
import type { LaneAssignment } from './assignLanes.ts'
import { maxFan } from './fan.ts'
import { heldBy, holdersOf } from './holders.ts'
import type { LabelVariant } from './labelVariants.ts'
import type { MarkWish } from './placement.ts'

/** Beyond this many events in one stretch, only the most important try for a label. */
const maxLabelWishes = 1500
/** Then so many do: a screen has room for far fewer. */
const crowdLabelWishes = 600
/** And events of one lane that stand within so many pixels are one heap. */
const heapWidth = 9

const radii = [4.5, 4.5, 4.5, 5.5, 6, 7] as const

/** Radius of an event's dot or ring in pixels, by importance. */
function markRadius(importance: number): number {
  return radii[importance] ?? 5.5
}

/**
 * What each matching event within `stretch` wishes for. Children that stand with their parent are part
 * of the parent's wish; in a crowd, what may not try for a label stands in heaps.
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
  const isCrowd = rows.length > maxLabelWishes
  const triesLabel = isCrowd ? labelledRows(table, rows) : () => true
  const wishes: MarkWish[] = []
  const heaps = new Map<number, { readonly cell: number; readonly rows: EventIndex[] }>()
  for (const row of rows) {
    if (holders.has(row)) continue
    const isLabelled = triesLabel(row)
    if (isCrowd && !isLabelled && !table.children.has(row)) {
      addToHeap(row)
      continue
    }
    const wish = wishOf(row, [], isLabelled)
    if (wish) wishes.push(wish)
  }
  for (const heap of heaps.values()) closeHeap(heap.rows)
  return wishes

  function addToHeap(row: EventIndex): void {
    const lane = assignment.laneOf[row] ?? 0
    const cell = Math.floor(((table.anchor[row] ?? 0) * pxPerMs) / heapWidth)
    const open = heaps.get(lane)
    if (open?.cell === cell) {
      open.rows.push(row)
      return
    }
    if (open) closeHeap(open.rows)
    heaps.set(lane, { cell, rows: [row] })
  }

  function closeHeap([row, ...heap]: readonly EventIndex[]): void {
    const wish = row === undefined ? undefined : wishOf(row, heap, false)
    if (wish) wishes.push(wish)
  }

  function wishOf(
    row: EventIndex,
    heap: readonly EventIndex[],
    isLabelled: boolean,
  ): MarkWish | undefined {
    const drawn = table.drawn(row)
    if (drawn === undefined) return undefined
    const importance = table.importance[row] ?? 3
    const children = table.children.has(row) ? heldBy(table, holders, row) : []
    return {
      row,
      lane: shownLane(assignment.laneOf[row] ?? 0),
      anchor: drawn.anchor,
      start: drawn.outer.start,
      end: drawn.outer.end,
      shape: drawn.shape,
      others: drawn.others,
      radius: markRadius(importance) + (children.length > maxFan ? 3 : 0),
      importance,
      variants: isLabelled ? labelOf(row) : [],
      children,
      ties: assignment.tiesOf.get(row) ?? [],
      heap,
    }
  }
}

/**
 * Which rows may try for a label, so that a crowd costs no more than a screenful: the most important,
 * and of the last importance that comes in only in part, every so many-th, spread over time.
 */
function labelledRows(
  table: EventTable,
  rows: readonly EventIndex[],
): (row: EventIndex) => boolean {
  const levels: EventIndex[][] = [[], [], [], [], [], []]
  for (const row of rows) levels[table.importance[row] ?? 3]?.push(row)
  const chosen = new Set<EventIndex>()
  for (const level of levels.toReversed()) {
    const stride = Math.max(1, Math.ceil(level.length / (crowdLabelWishes - chosen.size)))
    for (let at = 0; at < level.length; at += stride) chosen.add(level[at] ?? 0)
    if (chosen.size >= crowdLabelWishes || stride > 1) break
  }
  return (row) => chosen.has(row)
}
