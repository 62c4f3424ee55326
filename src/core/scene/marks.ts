import { type EventIndex, type EventTable, isUnseen } from '#core/data/eventTable.ts'
import { isInView, noRows, type RowSet, rowsOfList, unionOf } from '#core/data/rowSet.ts'
import { inkedHalf, openFade } from '#core/layout/candidatesAlong.ts'
import { fanDotRadius } from '#core/layout/fan.ts'
import type { LaneExtent } from '#core/layout/laneHeights.ts'
import {
  clusterHalf,
  clusterRadius,
  type MarkWish,
  type PlacedCluster,
  type PlacedMark,
  type Placement,
} from '#core/layout/placement.ts'
import { tieRingRadius } from '#core/layout/plane.ts'
import type { Span } from '#core/time/instant.ts'
import type { Projection } from './projection.ts'
import type { ClusterFacts } from './clusterFacts.ts'
import type { Tally } from './tally.ts'
import type { Box, Extent, Mark, SceneCounts, Spoke, Tie } from './scene.ts'
import type { Theme } from './theme.ts'

/** A bar is drawn at least so long: what happened is never nothing on screen. */
const shortestBar = 4
/** Nothing is drawn further than this outside the plot, so that numbers stay small at any zoom. */
const overhang = 6000

export interface DrawnMarks {
  readonly marks: readonly Mark[]
  readonly ties: readonly Tie[]
  readonly spokes: readonly Spoke[]
  readonly counts: Omit<SceneCounts, 'labels'>
}

interface MarksInput {
  readonly table: EventTable
  readonly tally: Tally
  readonly placement: Placement
  readonly facts: ReadonlyMap<PlacedCluster, ClusterFacts>
  readonly projection: Projection
  readonly plot: Box
  readonly span: Span
  readonly colorOf: (row: EventIndex) => string
  readonly organizationColor: (id: string) => string
  readonly theme: Theme
  readonly lanes: readonly LaneExtent[]
  readonly selected: EventIndex | undefined
  readonly focused: EventIndex | undefined
}

/** Places the layout's marks on the screen, and counts: marks + gathered + outside = matching. */
export function drawMarks(input: MarksInput): DrawnMarks {
  const { table, tally, placement, projection, plot, span, colorOf, selected, theme } = input
  const marks: Mark[] = []
  const ties: Tie[] = []
  const spokes: Spoke[] = []
  /** By lane, the badge that was last moved in from an edge. */
  const movedToEdge = new Map<number, Mark>()
  let alone = 0
  let gathered = 0
  const inside = (row: EventIndex): boolean => isInView(table, row, span)
  const idOf = (row: EventIndex): string => table.id(row) ?? String(row)

  for (const placed of placement.marks) drawPlaced(placed)
  for (const cluster of placement.clusters) drawCluster(cluster)
  for (const row of new Set([selected, input.focused])) if (row !== undefined) pin(row)

  const earlier = tally.before(span)
  const later = tally.after(span)
  return {
    marks,
    ties,
    spokes,
    counts: {
      matching: tally.matching,
      marks: alone,
      gathered,
      outside: earlier + later,
      before: earlier,
      after: later,
    },
  }

  function drawPlaced({ wish, across, fan, folded, ties: tied }: PlacedMark): void {
    const childInside = fan.some(({ row }) => inside(row)) || folded.some(inside)
    if (!inside(wish.row) && !childInside) return
    const { row } = wish
    const color = colorOf(row)
    const foldedInside = folded.filter(inside)
    if (inside(row)) alone += 1
    gathered += foldedInside.length

    const centre = projection.point(wish.anchor, 0, across)
    for (const [index, { target, across: ring }] of tied.entries()) {
      const to = projection.point(wish.anchor, 0, ring)
      if (to.x < plot.x - tieRingRadius || to.x > plot.x + plot.width + tieRingRadius) continue
      ties.push({
        key: `t${index}:${idOf(row)}`,
        event: row,
        lines: [{ x1: centre.x, y1: centre.y, x2: to.x, y2: to.y }],
        ring: { x: to.x, y: to.y, radius: tieRingRadius },
        color: input.organizationColor(target.organization),
      })
    }
    for (const dot of fan) {
      if (!inside(dot.row)) continue
      alone += 1
      const place = projection.point(wish.anchor, dot.along, across + dot.across)
      const childColor = colorOf(dot.row)
      if (projection.horizontal) {
        spokes.push({
          key: `s:${idOf(dot.row)}`,
          line: { x1: centre.x, y1: centre.y, x2: place.x, y2: place.y },
          color: childColor,
        })
      }
      marks.push(dotOf(dot.row, wish.lane, place))
    }
    const extent = extentOf(wish, across)
    const single: Omit<Mark, 'key' | 'x' | 'y' | 'extent' | 'count'> = {
      event: row,
      gathered: rowsOfList(table, foldedInside),
      lane: wish.lane,
      dot: wish.shape === 'instant' ? 'solid' : wish.shape === 'band' ? 'open' : 'none',
      radius: wish.radius,
      color,
      selected: row === selected,
    }
    marks.push({ key: `e:${idOf(row)}`, ...single, ...centre, extent, count: foldedInside.length })
    for (const [index, other] of wish.others.entries()) {
      const place = projection.point(other, 0, across)
      marks.push({
        key: `e${index + 2}:${idOf(row)}`,
        ...single,
        // A further time of a bar, of which only this instant is known here.
        dot: single.dot === 'none' ? 'open' : single.dot,
        gathered: noRows,
        ...place,
        extent: undefined,
        count: 0,
      })
    }
  }

  function extentOf({ drawn }: MarkWish, across: number): Extent | undefined {
    if (drawn.shape === 'instant') return undefined
    const { pxPerMs } = projection
    const half = inkedHalf(drawn)
    const before = drawn.openStart ? openFade / pxPerMs : 0
    const after = drawn.openEnd ? openFade / pxPerMs : 0
    const inked = (drawn.outer.end - drawn.outer.start + before + after) * pxPerMs
    const isShort = drawn.shape === 'bar' && inked < shortestBar
    const lacking = isShort ? (shortestBar - inked) / 2 / pxPerMs : 0
    const from = drawn.outer.start - before - lacking
    const to = drawn.outer.end + after + lacking
    const width = (to - from) * pxPerMs
    // A band is soft all over; one that is only about right fades much further in.
    const soft = drawn.shape === 'band' ? width * (drawn.approximate ? 0.38 : 0.12) : 0
    const fadeStart = drawn.openStart
      ? openFade
      : Math.max(soft, (drawn.inner.start - drawn.outer.start) * pxPerMs)
    const fadeEnd = drawn.openEnd
      ? openFade
      : Math.max(soft, (drawn.outer.end - drawn.inner.end) * pxPerMs)
    const start = Math.max(from, span.start - overhang / pxPerMs)
    const end = Math.min(to, span.end + overhang / pxPerMs)
    const length = Math.max(0, end - start) * pxPerMs
    // What was cut off outside the plot takes its part of the fade with it.
    const left = (fade: number, cut: number): number =>
      Math.min(Math.max(0, fade - cut * pxPerMs), length)
    return {
      box: projection.between(start, Math.max(end, start), across - half, across + half),
      shape: drawn.shape,
      fade: isShort ? [0, 0] : [left(fadeStart, start - from), left(fadeEnd, to - end)],
      dashed: drawn.uncertain,
    }
  }

  function drawCluster(cluster: PlacedCluster): void {
    const facts = input.facts.get(cluster)
    if (facts === undefined || facts.end <= span.start || facts.start >= span.end) return
    // A frame must not cost by what a badge counts: only one at an edge is counted anew.
    const isWhole = facts.start > span.start && facts.end < span.end
    const rows = isWhole ? cluster.rows : cluster.rows.within(span)
    if (rows.first === undefined) return
    if (rows.count === 1 && !isUnseen(table, rows.first)) drawLast(cluster, rows.first)
    else drawBadge(cluster, rows, facts.color ?? theme.ink2)
  }

  /** The last of a badge's events in view is drawn as itself. */
  function drawLast({ lane, across }: PlacedCluster, row: EventIndex): void {
    alone += 1
    const at = projection.point(table.anchor[row] ?? 0, 0, across)
    marks.push(dotOf(row, lane, kept(at, fanDotRadius + 2)))
  }

  /** An event that stands where it has no place of its own. */
  function dotOf(row: EventIndex, lane: number, place: { x: number; y: number }): Mark {
    return {
      key: `e:${idOf(row)}`,
      event: row,
      gathered: noRows,
      lane,
      ...place,
      dot: 'solid',
      radius: fanDotRadius,
      extent: undefined,
      color: colorOf(row),
      count: 0,
      selected: row === selected,
    }
  }

  function drawBadge(cluster: PlacedCluster, rows: RowSet, color: string): void {
    const { lane, anchor, across } = cluster
    gathered += rows.count
    const radius = Math.min(clusterRadius(rows.count), cluster.radius ?? Infinity)
    const at = projection.point(anchor, 0, across)
    const half = clusterHalf(rows.count, radius)
    const place = kept(at, (projection.horizontal ? half : radius) + 2)
    const badge: Mark = {
      key: `c:${lane}:${idOf(cluster.rows.first ?? rows.first ?? -1)}`,
      event: rows.first ?? -1,
      gathered: rows,
      lane,
      ...place,
      dot: 'cluster',
      radius,
      extent: undefined,
      color,
      count: rows.count,
      selected: false,
    }
    // One that the edge has moved may stand on its neighbour: then they are one.
    const last = marks.findLast((mark) => mark.dot === 'cluster' && mark.lane === lane)
    const isMoved = place.x !== at.x || place.y !== at.y || last === movedToEdge.get(lane)
    if (isMoved && last && touch(last, badge)) {
      const all = unionOf([last.gathered, rows])
      const both = { gathered: all, event: all.first ?? badge.event, count: all.count }
      const inner = isFurtherIn(last, badge) ? last : badge
      marks[marks.lastIndexOf(last)] = {
        ...inner,
        ...both,
        color: last.color === color ? color : theme.ink2,
      }
      return
    }
    if (isMoved) movedToEdge.set(lane, badge)
    marks.push(badge)
  }

  /**
   * A gathered event that the reader asks for stands at its own date too: its badge, which goes on counting
   * it, stands at another. Level with the badge, or above or below it, where its lane has room.
   */
  function pin(row: EventIndex): void {
    const holder = marks.find(({ gathered: rows }) => rows.has(row))
    const drawn = table.drawn(row)
    if (holder === undefined || drawn === undefined) return
    const { horizontal } = projection
    const { top, height } = input.lanes[holder.lane] ?? { top: 0, height: 0 }
    const room = fanDotRadius + 2
    const low = projection.point(drawn.anchor, 0, top)
    const high = projection.point(drawn.anchor, 0, top + height)
    const placed = [0, -1, 1, -2, 2].map((step): Mark => {
      const away = step * (holder.radius + room)
      const inLane = horizontal
        ? { x: low.x, y: Math.max(low.y + room, Math.min(holder.y + away, high.y - room)) }
        : { x: Math.max(low.x + room, Math.min(holder.x + away, high.x - room)), y: low.y }
      const dot = dotOf(row, holder.lane, kept(inLane, room))
      return { ...dot, key: `p:${idOf(row)}`, dot: drawn.shape === 'instant' ? 'solid' : 'open' }
    })
    const isFree = (place: Mark): boolean => !marks.some((mark) => touch(mark, place))
    const mark = placed.find(isFree) ?? placed[1]
    if (mark) marks.push(mark)
  }

  function touch(p: Mark, q: Mark): boolean {
    const width = clusterHalf(p.count, p.radius) + clusterHalf(q.count, q.radius)
    return Math.abs(p.x - q.x) < width && Math.abs(p.y - q.y) < p.radius + q.radius
  }

  /** True for the one that is nearer to the middle of the plot along the axis. */
  function isFurtherIn(p: Mark, q: Mark): boolean {
    return projection.horizontal
      ? Math.abs(p.x - plot.x - plot.width / 2) < Math.abs(q.x - plot.x - plot.width / 2)
      : Math.abs(p.y - plot.y - plot.height / 2) < Math.abs(q.y - plot.y - plot.height / 2)
  }

  /** A badge stays in view as long as one of its events does. */
  function kept({ x, y }: { x: number; y: number }, reach: number): { x: number; y: number } {
    return projection.horizontal
      ? { x: Math.max(plot.x + reach, Math.min(x, plot.x + plot.width - reach)), y }
      : { x, y: Math.max(plot.y + reach, Math.min(y, plot.y + plot.height - reach)) }
  }
}
