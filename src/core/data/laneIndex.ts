import { firstWhere } from './bisect.ts'
import type { Span } from '#core/time/instant.ts'
import { type EventIndex, type EventTable, sumsOf } from './eventTable.ts'
import { lastOf } from './lastOf.ts'
import { differing, isInView, noRows, ownersOf, type RowSet } from './rowSet.ts'

/** Places in a lane's `rows`: from the first, to before the second. */
export type RankRange = readonly [from: number, to: number]

/**
 * The matching events of one lane with sums over every power of two of them, so that a question about
 * any stretch of time reads as many sums as the stretch has binary digits, not its events. A segment
 * tree over ranks (Bentley 1977), its leaves blocks of 16 events.
 */
export interface LaneIndex {
  /** The lane's matching rows in order of time; a rank is a place in it. */
  readonly rows: Int32Array
  /** The first rank whose anchor is not before the instant. */
  rankAt(instant: number): number
  /** How many events the rows of a range stand for. */
  count(range: RankRange): number
  /** The rank of a row; undefined for a row of another lane, or one that is filtered out. */
  rankOf(row: EventIndex): number | undefined
  /** The ranks of the `count` most important events of a range, in order of time. */
  best(range: RankRange, count: number): number[]
  /** The ranks within a range that a view shows, wholly or in part. */
  shown(range: RankRange, span: Span): number[]
  /** The events of some ranges, which must not overlap. */
  rowSet(ranges: readonly RankRange[]): RowSet
}

/** Rows in one leaf. */
const leaf = 16

/** Rows that are summed up in one step: some milliseconds of work. */
const rowsInStep = 1 << 16

interface IndexedLanes {
  readonly laneOf: Int16Array
  readonly indexes: readonly LaneIndex[]
}

const indexedLanes = new WeakMap<Uint8Array, IndexedLanes>()

/**
 * Sorts matching rows into their lanes, and sums them up. O(rows), and kept as long as `matching` is: a
 * drawing of another size has the same indexes.
 */
export function indexLanes(
  table: EventTable,
  matching: Uint8Array,
  laneOf: Int16Array,
  lanes: number,
): readonly LaneIndex[] {
  return lastOf(indexLanesInSteps(table, matching, laneOf, lanes))
}

/** The same for a caller who has other things to do between two steps. */
export function* indexLanesInSteps(
  table: EventTable,
  matching: Uint8Array,
  laneOf: Int16Array,
  lanes: number,
): Generator<undefined, readonly LaneIndex[]> {
  const known = indexedLanes.get(matching)
  if (known?.laneOf === laneOf) return known.indexes
  const rowsOf = rowsByLane(table, matching, laneOf, lanes)
  const indexes: LaneIndex[] = []
  for (const rows of rowsOf) {
    yield
    indexes.push(yield* indexLaneInSteps(table, rows))
  }
  indexedLanes.set(matching, { laneOf, indexes })
  return indexes
}

function rowsByLane(
  table: EventTable,
  matching: Uint8Array,
  laneOf: Int16Array,
  lanes: number,
): readonly Int32Array[] {
  const counts = new Uint32Array(lanes)
  for (let row = 0; row < table.length; row += 1) {
    const lane = laneOf[row] ?? -1
    if (matching[row] === 1 && lane >= 0) counts[lane] = (counts[lane] ?? 0) + 1
  }
  const rowsOf = Array.from(counts, (count) => new Int32Array(count))
  counts.fill(0)
  for (let row = 0; row < table.length; row += 1) {
    const lane = laneOf[row] ?? -1
    const rows = matching[row] === 1 ? rowsOf[lane] : undefined
    if (rows === undefined) continue
    const at = counts[lane] ?? 0
    rows[at] = row
    counts[lane] = at + 1
  }
  return rowsOf
}

/** The index of one lane from its rows, in order of time. `visit` hears of every sum that is read. */
export function indexLane(table: EventTable, rows: Int32Array, visit?: () => void): LaneIndex {
  return lastOf(indexLaneInSteps(table, rows, visit))
}

function* indexLaneInSteps(
  table: EventTable,
  rows: Int32Array,
  visit?: () => void,
): Generator<undefined, LaneIndex> {
  const { anchor, importance } = table
  const owners = ownersOf(table)
  const leaves = 2 ** Math.ceil(Math.log2(Math.max(1, rows.length / leaf)))
  // Node 1 is the root, node `leaves + i` the i-th leaf.
  const start = new Float64Array(2 * leaves).fill(Infinity)
  const end = new Float64Array(2 * leaves).fill(-Infinity)
  const top = new Int32Array(2 * leaves).fill(-1)
  const owner = new Int32Array(2 * leaves)
  for (let at = 0; at < leaves; at += 1) {
    sumLeaf(at)
    if ((at + 1) % (rowsInStep / leaf) === 0) yield
  }
  for (let node = leaves - 1; node > 0; node -= 1) sumNode(node)
  const sums = table.unseen && sumsOf(rows, table.unseen.counts)

  return {
    rows,
    rankAt: (instant) => firstRank((row) => (anchor[row] ?? 0) >= instant),
    count,
    rankOf,
    best,
    shown,
    rowSet,
  }

  function sumLeaf(at: number): void {
    const node = leaves + at
    const last = Math.min(rows.length, (at + 1) * leaf)
    owner[node] = owners[rows[at * leaf] ?? -1] ?? -1
    for (let rank = at * leaf; rank < last; rank += 1) {
      const row = rows[rank] ?? 0
      start[node] = Math.min(start[node] ?? 0, table.start[row] ?? 0)
      end[node] = Math.max(end[node] ?? 0, table.end[row] ?? 0)
      if (matters(rank, top[node] ?? -1)) top[node] = rank
      if (owners[row] !== owner[node]) owner[node] = differing
    }
  }

  function sumNode(node: number): void {
    const [left, right] = [2 * node, 2 * node + 1]
    start[node] = Math.min(start[left] ?? Infinity, start[right] ?? Infinity)
    end[node] = Math.max(end[left] ?? -Infinity, end[right] ?? -Infinity)
    const [a, b] = [top[left] ?? -1, top[right] ?? -1]
    top[node] = b >= 0 && (a < 0 || matters(b, a)) ? b : a
    owner[node] = owner[left] === owner[right] ? (owner[left] ?? -1) : differing
  }

  /**
   * The more important one. Of equals any, but always the same: were it the first, those chosen for
   * neighbouring cells would all stand at the edges of cells, a pattern that is not in the data.
   */
  function matters(rank: number, than: number): boolean {
    if (than < 0) return true
    const difference = (importance[rows[rank] ?? 0] ?? 0) - (importance[rows[than] ?? 0] ?? 0)
    return difference > 0 || (difference === 0 && scattered(rank) < scattered(than))
  }

  function count([from, to]: RankRange): number {
    return sums === undefined ? to - from : (sums[to] ?? 0) - (sums[from] ?? 0)
  }

  function firstRank(holds: (row: EventIndex) => boolean): number {
    return firstWhere(0, rows.length, (rank) => {
      visit?.()
      return holds(rows[rank] ?? 0)
    })
  }

  function rankOf(row: EventIndex): number | undefined {
    const rank = firstRank((other) => other >= row)
    return rows[rank] === row ? rank : undefined
  }

  /** Calls `onRank` for the loose ends of a range and `onNode` for the nodes that cover the rest of it. */
  function cover(
    [from, to]: RankRange,
    onRank: (rank: number) => void,
    onNode: (node: number) => void,
  ): void {
    const firstLeaf = Math.ceil(from / leaf)
    const lastLeaf = Math.floor(to / leaf)
    if (firstLeaf >= lastLeaf) {
      for (let rank = from; rank < to; rank += 1) onRank(rank)
      return
    }
    for (let rank = from; rank < firstLeaf * leaf; rank += 1) onRank(rank)
    let [low, high] = [leaves + firstLeaf, leaves + lastLeaf]
    while (low < high) {
      if (low % 2 === 1) {
        visit?.()
        onNode(low)
        low += 1
      }
      if (high % 2 === 1) {
        high -= 1
        visit?.()
        onNode(high)
      }
      low /= 2
      high /= 2
    }
    for (let rank = lastLeaf * leaf; rank < to; rank += 1) onRank(rank)
  }

  function topOf(range: RankRange): number {
    let most = -1
    const better = (rank: number): void => {
      if (rank >= 0 && matters(rank, most)) most = rank
    }
    cover(range, better, (node) => better(top[node] ?? -1))
    return most
  }

  function best(range: RankRange, count: number): number[] {
    if (count === 0) return []
    const open = [{ range, top: topOf(range) }]
    const found: number[] = []
    while (found.length < count) {
      let next = -1
      for (const [at, entry] of open.entries()) {
        if (entry.top >= 0 && (next < 0 || matters(entry.top, open[next]?.top ?? -1))) next = at
      }
      const [taken] = next < 0 ? [] : open.splice(next, 1)
      if (taken === undefined) break
      found.push(taken.top)
      if (found.length === count) break
      const left: RankRange = [taken.range[0], taken.top]
      const right: RankRange = [taken.top + 1, taken.range[1]]
      for (const half of [left, right]) {
        if (half[0] < half[1]) open.push({ range: half, top: topOf(half) })
      }
    }
    return found.toSorted((a, b) => a - b)
  }

  function shown(range: RankRange, span: Span): number[] {
    const found: number[] = []
    const onRank = (rank: number): void => {
      if (isInView(table, rows[rank] ?? 0, span)) found.push(rank)
    }
    cover(range, onRank, (node) => descend(node, span, onRank))
    return found.sort((a, b) => a - b)
  }

  /** Goes down to the rows of a node that may be in view. */
  function descend(node: number, span: Span, onRank: (rank: number) => void): void {
    if ((end[node] ?? 0) <= span.start || (start[node] ?? 0) >= span.end) return
    visit?.()
    if (node < leaves) {
      descend(2 * node, span, onRank)
      descend(2 * node + 1, span, onRank)
      return
    }
    const first = (node - leaves) * leaf
    const last = Math.min(rows.length, first + leaf)
    for (let rank = first; rank < last; rank += 1) onRank(rank)
  }

  function countInView(range: RankRange, span: Span): number {
    let found = 0
    const onRank = (rank: number): void => {
      if (isInView(table, rows[rank] ?? 0, span)) found += count([rank, rank + 1])
    }
    const onNode = (node: number): void => {
      const [first, last] = [start[node] ?? 0, end[node] ?? 0]
      if (last <= span.start || first >= span.end) return
      visit?.()
      if (first > span.start && last < span.end) found += count(rangeOf(node))
      else if (node < leaves) {
        onNode(2 * node)
        onNode(2 * node + 1)
      } else descend(node, span, onRank)
    }
    cover(range, onRank, onNode)
    return found
  }

  function rangeOf(node: number): RankRange {
    let [low, high] = [node, node]
    while (low < leaves) [low, high] = [2 * low, 2 * high + 1]
    return [(low - leaves) * leaf, Math.min(rows.length, (high - leaves + 1) * leaf)]
  }

  function rowSet(ranges: readonly RankRange[]): RowSet {
    const sorted = ranges.toSorted(([a], [b]) => a - b)
    const whole = sorted.reduce((sum, range) => sum + count(range), 0)
    if (whole === 0) return noRows
    return {
      count: whole,
      first: rows[sorted.find(([from, to]) => from < to)?.[0] ?? 0],
      has: (row) => isIn(sorted, rankOf(row)),
      [Symbol.iterator]: () => rowsIn(sorted),
      extent() {
        let [first, last] = [Infinity, -Infinity]
        for (const range of sorted) {
          const take = (from: number, to: number): void => {
            first = Math.min(first, from)
            last = Math.max(last, to)
          }
          cover(
            range,
            (rank) => take(table.start[rows[rank] ?? 0] ?? 0, table.end[rows[rank] ?? 0] ?? 0),
            (node) => take(start[node] ?? 0, end[node] ?? 0),
          )
        }
        return { start: first, end: last }
      },
      owner() {
        const own = owners[this.first ?? -1] ?? -1
        let isOne = true
        for (const range of sorted) {
          cover(
            range,
            (rank) => (isOne &&= owners[rows[rank] ?? -1] === own),
            (node) => (isOne &&= owner[node] === own),
          )
        }
        return isOne ? own : differing
      },
      within(span) {
        const left = sorted.reduce((sum, range) => sum + countInView(range, span), 0)
        return left === whole ? this : partOf(sorted, left, span)
      },
    }
  }

  /** The part of some ranges that a view shows; its rows are looked for when they are asked for. */
  function partOf(ranges: readonly RankRange[], left: number, span: Span): RowSet {
    const whole = (): RowSet =>
      rowSet(
        ranges.flatMap((range) => shown(range, span).map((rank): RankRange => [rank, rank + 1])),
      )
    return {
      count: left,
      first: firstShown(ranges, span),
      has: (row) => isInView(table, row, span) && isIn(ranges, rankOf(row)),
      *[Symbol.iterator]() {
        for (const row of rowsIn(ranges)) if (isInView(table, row, span)) yield row
      },
      extent: () => whole().extent(),
      owner: () => whole().owner(),
      within: (next) => whole().within(next),
    }
  }

  function firstShown(ranges: readonly RankRange[], span: Span): EventIndex | undefined {
    for (const [from, to] of ranges) {
      for (let rank = from; rank < to; rank += 1) {
        const row = rows[rank] ?? 0
        if (isInView(table, row, span)) return row
      }
    }
    return undefined
  }

  function* rowsIn(ranges: readonly RankRange[]): Generator<EventIndex> {
    for (const [from, to] of ranges) {
      for (let rank = from; rank < to; rank += 1) yield rows[rank] ?? 0
    }
  }
}

/** A number that has nothing to do with the order of ranks (Knuth's multiplicative hash). */
function scattered(rank: number): number {
  return Math.imul(rank + 1, 2_654_435_761) >>> 0
}

function isIn(ranges: readonly RankRange[], rank: number | undefined): boolean {
  return rank !== undefined && ranges.some(([from, to]) => rank >= from && rank < to)
}
