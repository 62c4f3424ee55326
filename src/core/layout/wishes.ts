import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { LaneIndex } from '#core/data/laneIndex.ts'
import type { Span } from '#core/time/instant.ts'
import type { LaneAssignment } from './assignLanes.ts'
import { crowdWishes, type WishOf } from './crowdWishes.ts'
import { maxFan } from './fan.ts'
import { heldBy, holdersOf } from './holders.ts'
import type { LabelVariant } from './labelVariants.ts'
import type { MarkWish } from './placement.ts'

/** Beyond this many events in one stretch, not each of them is asked. */
const mostAsked = 500

const radii = [4.5, 4.5, 4.5, 5.5, 6, 7] as const

/** Radius of an event's dot or ring in pixels, by importance. */
function markRadius(importance: number): number {
  return radii[importance] ?? 5.5
}

/**
 * What each matching event within `stretch` wishes for. Children that stand with their parent are part
 * of the parent's wish; in a crowd nobody has children, and most stand in heaps.
 */
export function markWishes(options: {
  readonly table: EventTable
  readonly assignment: LaneAssignment
  /** The shown lanes, with what is in them. */
  readonly lanes: readonly { readonly index: LaneIndex; readonly height: number }[]
  readonly stretch: Span
  readonly pxPerMs: number
  readonly labelOf: (row: EventIndex) => readonly LabelVariant[]
}): MarkWish[] {
  const { table, assignment, lanes, stretch, pxPerMs, labelOf } = options
  const inStretch = lanes.reduce(
    (sum, { index }) => sum + index.rankAt(stretch.end) - index.rankAt(stretch.start),
    0,
  )
  if (inStretch > mostAsked) {
    const wishOf: WishOf = (row, lane, heap, isLabelled) =>
      wishFor(row, lane, { heap, children: [], isLabelled })
    return lanes.flatMap(({ index, height }, lane) =>
      crowdWishes({ table, index, lane, height, stretch, pxPerMs, wishOf }),
    )
  }
  const laneOf = new Map<EventIndex, number>()
  for (const [lane, { index }] of lanes.entries()) {
    for (const rank of index.shown([0, index.rows.length], stretch)) {
      laneOf.set(index.rows[rank] ?? 0, lane)
    }
  }
  const rows = [...laneOf.keys()].toSorted((p, q) => p - q)
  const holders = holdersOf(table, rows, pxPerMs)
  return rows.flatMap((row) => {
    if (holders.has(row)) return []
    const children = table.children.has(row) ? heldBy(table, holders, row) : []
    return wishFor(row, laneOf.get(row) ?? 0, { heap: [], children, isLabelled: true }) ?? []
  })

  function wishFor(
    row: EventIndex,
    lane: number,
    own: Pick<MarkWish, 'heap' | 'children'> & { readonly isLabelled: boolean },
  ): MarkWish | undefined {
    const drawn = table.drawn(row)
    if (drawn === undefined) return undefined
    const { heap, children } = own
    const importance = table.importance[row] ?? 3
    return {
      row,
      lane,
      drawn,
      anchor: heap.length > 0 ? middleOf(heap, lane) : drawn.anchor,
      start: drawn.outer.start,
      end: drawn.outer.end,
      shape: drawn.shape,
      others: drawn.others,
      radius: markRadius(importance) + (children.length > maxFan ? 3 : 0),
      importance,
      variants: own.isLabelled ? labelOf(row) : [],
      children,
      ties: assignment.tiesOf.get(row) ?? [],
      heap,
    }
  }

  /** Midway between the first and the last of a heap. */
  function middleOf(heap: MarkWish['heap'], lane: number): number {
    const rows = lanes[lane]?.index.rows ?? []
    const first = table.anchor[rows[heap[0]?.[0] ?? 0] ?? 0] ?? 0
    const last = table.anchor[rows[(heap.at(-1)?.[1] ?? 1) - 1] ?? 0] ?? first
    return first + (last - first) / 2
  }
}
