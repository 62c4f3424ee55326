import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { RowSet } from '#core/data/rowSet.ts'
import type { DrawnDate } from '#core/time/eventDate.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import type { Area } from './occupancy.ts'
import type { LabelVariant } from './labelVariants.ts'
import type { TieTarget } from './assignLanes.ts'

/** What placing needs to know of an event. Pixels are those of the layout's zoom level. */
export interface MarkWish {
  readonly row: EventIndex
  /** Index into the shown lanes. */
  readonly lane: number
  readonly drawn: DrawnDate
  /** Where it stands. */
  readonly anchor: Instant
  /** Everything inked of its date, along the axis. */
  readonly start: Instant
  readonly end: Instant
  readonly shape: 'instant' | 'band' | 'bar'
  /** Further dots of a set `{a,b}`, in the same row. */
  readonly others: readonly Instant[]
  readonly radius: number
  readonly importance: number
  readonly variants: readonly LabelVariant[]
  /** Rows that may open as a fan around this one, with the name of each. */
  readonly children: readonly EventIndex[]
  readonly ties: readonly TieTarget[]
}

/** A label's place, fixed to an instant and offset from it in pixels, so that it holds at any pan. */
export interface PlacedLabel {
  readonly at: Instant
  /** Along the axis from `at`, across from the top of the lane area. */
  readonly offset: Area
  readonly align: 'start' | 'middle' | 'end'
  readonly variant: LabelVariant
  /** Hairline from (a0, c0) at the mark to (a1, c1) at the label, where they do not touch. */
  readonly leader: Area | undefined
}

export interface FanDot {
  readonly row: EventIndex
  /** Offsets from the parent's dot. */
  readonly along: number
  readonly across: number
}

export interface PlacedMark {
  readonly wish: MarkWish
  /** Centre across the axis, from the top of the lane area. */
  readonly across: number
  readonly label: PlacedLabel | undefined
  readonly fan: readonly FanDot[]
  /** Children that stay folded into this mark. */
  readonly folded: readonly EventIndex[]
  readonly ties: readonly { readonly target: TieTarget; readonly across: number }[]
}

export interface PlacedCluster {
  readonly rows: RowSet
  readonly lane: number
  readonly anchor: Instant
  readonly across: number
  /** Of its badge, when the layout gave it a certain one; else by its count. */
  readonly radius?: number
}

/** One zoom level's layout. Valid for every pan, and for every zoom down to the next level. */
export interface Placement {
  readonly marks: readonly PlacedMark[]
  readonly clusters: readonly PlacedCluster[]
}

/** What a mark inks at one height, in layout pixels. */
export interface MarkGround {
  readonly across: number
  /** Dots, and an opened fan: nothing else may lie here. */
  readonly solid: readonly Area[]
  /** The band or bar: at the very last a badge may lie over it. */
  readonly extent: Area | undefined
}

/** A label and the ground that it needs. */
export interface CandidateLabel {
  readonly area: Area
  /** Of its leader, which may cross bands but no dot and no label. */
  readonly leaderArea: Area | undefined
  readonly placed: PlacedLabel
}

/** A place for a mark, and perhaps its label, that has not been tried yet. */
export interface Candidate {
  /** The same object for all candidates of a wish that differ in their label only. */
  readonly mark: MarkGround
  readonly label: CandidateLabel | undefined
  readonly fan: readonly FanDot[]
  /** Lower is better; comparable within one wish. */
  readonly cost: number
}

/** The stage on which marks are placed: where lanes are and how dense time is. */
/** One lane's stretch across the axis, in pixels. */
export interface LaneGround {
  readonly top: number
  readonly height: number
  /** Kept at its foot for badges and bare marks, so that they never take a label's room. */
  readonly foot: number
}

export interface Ground {
  readonly pxPerMs: number
  /** Instant at layout pixel 0. */
  readonly origin: Instant
  readonly lanes: readonly LaneGround[]
  readonly table: EventTable
  /** From a lane of the assignment to its place in `lanes`, or -1 when it is folded. */
  readonly shownLane: (lane: number) => number
  /** Where the view of everything ends: labels stay inside it, since nobody need look beyond. */
  readonly limits: Span
  /** Free margin at the top of each lane, for a name that stands inside it. */
  readonly laneHead: number
}

/**
 * Places for a wish with its label, best first. Asks `isFree` before it works out a label, since most
 * places fail by their mark. `across`: only those where the mark stands so far across the axis.
 */
export type LabelledPlaces = (
  wish: MarkWish,
  isFree: (mark: MarkGround) => boolean,
  across?: number,
) => Iterable<Candidate>

/** Half the height of a counted cluster's badge, in pixels: a circle for up to three digits. */
export function clusterRadius(count: number): number {
  return count < 1000 ? 9 + 2.5 * (String(count).length - 1) : 12
}

/** Half its width: where the digits do not fit a circle of this radius, it is a lozenge with round ends. */
export function clusterHalf(count: number, radius: number): number {
  return Math.max(radius, 3.55 * String(count).length + 4)
}

/** Layout pixel of an instant. */
export function pixelOf(instant: Instant, ground: Ground): number {
  return (instant - ground.origin) * ground.pxPerMs
}
