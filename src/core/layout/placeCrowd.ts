import { countEvents, type EventIndex, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import type { LaneIndex, RankRange } from '#core/data/laneIndex.ts'
import { instantIn } from '#core/time/drawnDate.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import type { Orientation } from '#core/viewport/viewport.ts'
import type { Area } from './occupancy.ts'
import {
  type Candidate,
  clusterHalf,
  clusterRadius,
  type Ground,
  type MarkWish,
  pixelOf,
  type PlacedCluster,
  type Placement,
} from './placement.ts'
import { byImportance, createPlacer, placementOf } from './placer.ts'
import type { WishFor } from './wishes.ts'

/** Events of one lane within so many pixels share a badge: room for five digits, and for seven. */
const badgeCells = { usual: 48, wide: 64 }
/** From so many events in a cell on, on average over all lanes and times, badges need the room of seven. */
const manyInCell = 30_000
/** Labels are looked for in stretches of about their own length, in pixels. */
const labelCell = 144
/** So high a lane has room for a line of labels. */
const labelHeight = 34
/** So few events in one cell all try for a label. */
const mostAlone = 2
/** Of one cell, more never find room. */
const mostOfCell = 6
/** Events of one lane that reach into the stretch from outside and are asked. */
const mostReaching = 12
/** From the edge of its cell, and from each other, badges keep so far, in pixels. */
const badgeGap = 2
/** So many cells a badge may wait for room beside a label, before the label goes. */
const mostWaiting = 2
/** The least radius of a badge, in pixels. */
const lowestRadius = 9
/** At the foot of lanes with room for labels, where badges stand, in pixels. */
const badgeStrip = 32

interface CrowdOptions {
  readonly table: EventTable
  /** What is in each shown lane. */
  readonly indexes: readonly LaneIndex[]
  readonly stretch: Span
  readonly ground: Ground
  readonly orientation: Orientation
  readonly wishFor: WishFor
}

/**
 * Places more events than there are pixels. In each stretch as long as a label the most important events
 * try for one, greedily; all others are counted in badges on a grid. Reads sums, so it costs by
 * pixels, and loses nothing: what finds no label is counted where it stands.
 *
 * The grid is that of the zoom level, so that a pan never moves an event to another badge.
 */
export function placeCrowd(options: CrowdOptions): Placement {
  const { table, indexes, stretch, orientation, wishFor } = options
  const ground = withFeet(options)
  const badgeCell = badgeCellOf(table, ground.pxPerMs)
  const asked = indexes.flatMap((index, lane) => {
    const { height, foot } = ground.lanes[lane] ?? { height: 0, foot: 0 }
    const isLow = orientation === 'horizontal' && foot === 0
    const each = isLow ? 0 : Math.max(1, Math.floor((height - foot) / labelHeight))
    return candidates(index, Math.min(mostOfCell, each)).flatMap(
      (row) => wishFor(row, lane, [], 'label') ?? [],
    )
  })
  const placer = createPlacer(asked, ground, orientation)
  const { plane, bare } = placer
  /** By lane, the ranks of what stands with a label. */
  const alone = indexes.map((): number[] => [])
  for (const wish of asked.toSorted(byImportance)) {
    const place = placer.bestPlace(wish)
    if (place === undefined) continue
    plane.settle(wish, place)
    const rank = indexes[wish.lane]?.rankOf(wish.row)
    if (rank !== undefined) alone[wish.lane]?.push(rank)
  }
  const clusters: PlacedCluster[] = []
  for (const [lane, index] of indexes.entries()) fillLane(index, lane)
  const { marks } = placementOf(plane)
  return { marks, clusters: clusters.toSorted((p, q) => p.anchor - q.anchor || p.lane - q.lane) }

  /**
   * The rows of a lane that may try for a label: the most important of each cell, and whoever has a cell
   * nearly to itself. In a low lane only the latter: a label takes the room of badges there, which
   * would gather what it names away from where it is.
   */
  function candidates(index: LaneIndex, each: number): EventIndex[] {
    const { rows } = index
    const [first, last] = [index.rankAt(stretch.start), index.rankAt(stretch.end)]
    const weight = (rank: number): number => table.importance[rows[rank] ?? 0] ?? 3
    const inside = [...cells(index, [first, last], labelCell)].flatMap((range) =>
      index.best(range, range[1] - range[0] <= mostAlone ? mostAlone : each),
    )
    const reaching = outside(index)
      .toSorted((p, q) => weight(q) - weight(p) || p - q)
      .slice(0, mostReaching)
    return [...inside, ...reaching].flatMap((rank) => {
      const row = rows[rank] ?? 0
      return isUnseen(table, row) ? [] : row
    })
  }

  /** Ranks of what stands outside of the stretch and reaches into it. */
  function outside(index: LaneIndex): number[] {
    const [first, last] = [index.rankAt(stretch.start), index.rankAt(stretch.end)]
    const { length } = index.rows
    return [...index.shown([0, first], stretch), ...index.shown([last, length], stretch)]
  }

  /** Sets the badges of a lane, and what stands by itself, from the first cell to the last. */
  function fillLane(index: LaneIndex, lane: number): void {
    const range: RankRange = [index.rankAt(stretch.start), index.rankAt(stretch.end)]
    const taken = (alone[lane] ?? []).toSorted((p, q) => p - q)
    let waiting: RankRange[] = runs(outside(index).filter((rank) => !taken.includes(rank)))
    let waited = 0
    for (const cell of cells(index, range, badgeCell)) {
      const ranges = [...waiting, ...without(cell, taken)]
      if (ranges.length === 0) continue
      const isPlaced = place(index, lane, ranges, cell, waited >= mostWaiting)
      waiting = isPlaced ? [] : ranges
      waited = isPlaced ? 0 : waited + 1
    }
    if (waiting.length > 0) place(index, lane, waiting, waiting.at(-1) ?? range, true)
  }

  /**
   * Sets a badge, or the mark of a single event. False where there is no room; unless it must, and then
   * the labels in its way go, and what they named is counted with it.
   */
  function place(
    index: LaneIndex,
    lane: number,
    ranges: readonly RankRange[],
    cell: RankRange,
    must: boolean,
  ): boolean {
    const rows = index.rowSet(ranges)
    const { first } = rows
    if (first === undefined) return true
    const isOne = rows.count === 1 && !isUnseen(table, first)
    // A badge asks for none of its events: reading one takes longer than placing it.
    const one = isOne ? wishFor(first, lane, [], 'mark') : undefined
    const radius = badgeRadius(rows.count, lane)
    const half = clusterHalf(rows.count, radius)
    const isAlong = orientation === 'horizontal'
    const anchor = one?.anchor ?? middleOf(index, cell, (isAlong ? half : radius) + badgeGap)
    const wish = one ?? badgeWish(first, lane, anchor, isAlong ? radius : half)
    const spots =
      one === undefined && isAlong
        ? bare(wish, ground).map((spot) => widened(spot, half - radius))
        : bare(wish, ground)
    const free = spots.find(({ mark }) =>
      mark.solid.every((area) =>
        plane.occupancy.isFree(area, (owner) => owner.wish?.lane === lane),
      ),
    )
    const spot = free ?? (must ? spots[0] : undefined)
    if (spot === undefined) return false
    const evicted = free ? [] : evict(index, lane, spot.mark.solid)
    if (one && evicted.length === 0) {
      plane.settle(one, spot)
      return true
    }
    const all = index.rowSet([...ranges, ...evicted])
    const { across } = spot.mark
    const own = badgeRadius(all.count, lane)
    plane.occupancy.add(areaAround(anchor, across, own, all.count), { kind: 'mark', wish })
    clusters.push({ rows: all, lane, anchor, across, radius: own })
    return true
  }

  /** Takes away what of the lane lies on some areas, and gives the ranks of what was drawn there. */
  function evict(index: LaneIndex, lane: number, areas: readonly Area[]): RankRange[] {
    const owners = new Set(areas.flatMap((area) => plane.occupancy.under(area)))
    const ranks = new Set<number>()
    for (const { wish } of owners) {
      const rank = wish?.lane === lane ? index.rankOf(wish.row) : undefined
      // Badges stay: two of them are at worst a little near each other.
      if (wish === undefined || rank === undefined || !plane.marks.has(wish.row)) continue
      plane.unsettle(wish)
      ranks.add(rank)
    }
    return [...ranks].map((rank): RankRange => [rank, rank + 1])
  }

  /** No badge is higher than its lane, however much it counts. */
  function badgeRadius(count: number, lane: number): number {
    const height = orientation === 'horizontal' ? (ground.lanes[lane]?.height ?? 0) : Infinity
    return Math.min(clusterRadius(count), Math.max(lowestRadius, height / 2 - 1))
  }

  /** Midway between the first and the last event of a cell, as far from its edges as a badge needs. */
  function middleOf(index: LaneIndex, [from, to]: RankRange, reach: number): Instant {
    const at = (rank: number): number => table.anchor[index.rows[rank] ?? 0] ?? 0
    const middle = at(from) + (at(to - 1) - at(from)) / 2
    const cell = Math.floor((middle * ground.pxPerMs) / badgeCell)
    const start = (cell * badgeCell + reach) / ground.pxPerMs
    const end = ((cell + 1) * badgeCell - reach) / ground.pxPerMs
    return start > end ? middle : Math.min(Math.max(middle, start), end)
  }

  function areaAround(anchor: Instant, across: number, radius: number, count: number): Area {
    const at = pixelOf(anchor, ground)
    const isAlong = orientation === 'horizontal'
    const half = clusterHalf(count, radius) + badgeGap
    const [a, c] = isAlong ? [half, radius + badgeGap] : [radius + badgeGap, half]
    return { a0: at - a, a1: at + a, c0: across - c, c1: across + c }
  }

  /** Parts of a range that lie in one cell of the grid each; empty cells are left out. */
  function* cells(index: LaneIndex, [from, to]: RankRange, width: number): Generator<RankRange> {
    let at = from
    while (at < to) {
      const anchor = table.anchor[index.rows[at] ?? 0] ?? 0
      const cell = Math.floor((anchor * ground.pxPerMs) / width)
      const next = index.rankAt(((cell + 1) * width) / ground.pxPerMs)
      // Far out in time the next cell may begin at the same number.
      const end = Math.min(to, Math.max(at + 1, next))
      yield [at, end]
      at = end
    }
  }
}

/** Lanes with room for a line of labels and for badges keep these apart. */
function withFeet({ ground, orientation }: CrowdOptions): Ground {
  if (orientation === 'vertical') return ground
  const lanes = ground.lanes.map((lane) => {
    const hasRoom = lane.height - ground.laneHead >= labelHeight + badgeStrip
    return { ...lane, foot: hasRoom ? badgeStrip : 0 }
  })
  return { ...ground, lanes }
}

/** Depends on the zoom level alone, like the grid. */
function badgeCellOf(table: EventTable, pxPerMs: number): number {
  const { start, end } = table.span
  const inCell = (countEvents(table) * badgeCells.usual) / ((end - start) * pxPerMs)
  return inCell > manyInCell ? badgeCells.wide : badgeCells.usual
}

/** The same place for a mark that is so much longer on either side. */
function widened(spot: Candidate, by: number): Candidate {
  const { mark } = spot
  const solid = mark.solid.map((area) => ({ ...area, a0: area.a0 - by, a1: area.a1 + by }))
  return { ...spot, mark: { ...mark, solid } }
}

function badgeWish(row: EventIndex, lane: number, anchor: Instant, radius: number): MarkWish {
  return {
    row,
    lane,
    drawn: instantIn({ start: anchor, end: anchor }),
    anchor,
    start: anchor,
    end: anchor,
    shape: 'instant',
    others: [],
    radius,
    importance: 0,
    variants: [],
    children: [],
    ties: [],
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
