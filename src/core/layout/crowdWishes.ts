import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { LaneIndex, RankRange } from '#core/data/laneIndex.ts'
import type { Span } from '#core/time/instant.ts'
import type { MarkWish } from './placement.ts'

/** Events of one lane within so many pixels share a badge: room for one of six digits. */
const heapWidth = 48
/** Labels are looked for in stretches of about their own length, in pixels; for each so high a lane. */
const labelStretch = 144
const labelHeight = 34
/** More of one stretch never find room. */
const mostOfStretch = 6
/** Bars that reach into the stretch from outside, of one lane, that are drawn as themselves. */
const mostReaching = 12

/** How an event that is no crowd wishes to be set. */
export type WishOf = (
  row: EventIndex,
  lane: number,
  heap: readonly RankRange[],
  isLabelled: boolean,
) => MarkWish | undefined

/**
 * The wishes of one lane that is too full to ask every event: in each stretch as long as a label the most
 * important try for one, and all others stand in heaps. Reads sums, so it costs by pixels.
 *
 * Stretches and heaps lie on a grid of the zoom level, so that a pan never moves an event to another heap.
 */
export function crowdWishes(options: {
  readonly table: EventTable
  readonly index: LaneIndex
  /** Index into the shown lanes, and the lane's height in pixels. */
  readonly lane: number
  readonly height: number
  readonly stretch: Span
  readonly pxPerMs: number
  readonly wishOf: WishOf
}): MarkWish[] {
  const { table, index, lane, height, stretch, pxPerMs, wishOf } = options
  const { rows } = index
  const first = index.rankAt(stretch.start)
  const last = index.rankAt(stretch.end)
  const wishes: MarkWish[] = []
  const add = (wish: MarkWish | undefined): void => {
    if (wish) wishes.push(wish)
  }
  const rowAt = (rank: number): EventIndex => rows[rank] ?? 0
  const perStretch = Math.min(mostOfStretch, Math.max(1, Math.floor(height / labelHeight)))

  for (const range of cells([first, last], labelStretch)) {
    const labelled = index.best(range, perStretch)
    for (const rank of labelled) add(wishOf(rowAt(rank), lane, [], true))
    for (const heap of cells(range, heapWidth)) addHeap(without(heap, labelled))
  }
  for (const [from, to] of [
    [0, first],
    [last, rows.length],
  ] as const) {
    const reaching = index.shown([from, to], stretch)
    const drawn = reaching
      .toSorted((p, q) => importance(q) - importance(p) || p - q)
      .slice(0, mostReaching)
    for (const rank of drawn) add(wishOf(rowAt(rank), lane, [], true))
    const alone = new Set(drawn)
    addHeap(runs(reaching.filter((rank) => !alone.has(rank))))
  }
  return wishes

  function importance(rank: number): number {
    return table.importance[rowAt(rank)] ?? 3
  }

  function addHeap(ranges: readonly RankRange[]): void {
    const [start] = ranges
    const end = ranges.at(-1)
    if (start === undefined || end === undefined) return
    const isOne = ranges.length === 1 && start[1] - start[0] === 1
    add(wishOf(rowAt(start[0]), lane, isOne ? [] : ranges, false))
  }

  /** Parts of a range that lie in one cell of the grid each; empty cells are left out. */
  function* cells([from, to]: RankRange, width: number): Generator<RankRange> {
    let at = from
    while (at < to) {
      const cell = Math.floor(((table.anchor[rowAt(at)] ?? 0) * pxPerMs) / width)
      const next = Math.min(to, Math.max(at + 1, index.rankAt(((cell + 1) * width) / pxPerMs)))
      yield [at, next]
      at = next
    }
  }
}

/** A range without some of its ranks, which are in order. */
function without([from, to]: RankRange, ranks: readonly number[]): RankRange[] {
  const ranges: RankRange[] = []
  let at = from
  for (const rank of ranks) {
    if (rank < from || rank >= to) continue
    if (rank > at) ranges.push([at, rank])
    at = rank + 1
  }
  if (at < to) ranges.push([at, to])
  return ranges
}

/** Ranks that follow one another, as ranges. */
function runs(ranks: readonly number[]): RankRange[] {
  const ranges: [number, number][] = []
  for (const rank of ranks) {
    const open = ranges.at(-1)
    if (open?.[1] === rank) open[1] = rank + 1
    else ranges.push([rank, rank + 1])
  }
  return ranges
}
