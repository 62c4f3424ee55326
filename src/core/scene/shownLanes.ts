import type { LaneIndex } from '#core/data/laneIndex.ts'
import type { LaneAssignment } from '#core/layout/assignLanes.ts'
import type { LaneExtent } from '#core/layout/laneHeights.ts'

/** Lanes with matching events, and where they stand. */
export interface ShownLanes {
  readonly assignment: LaneAssignment
  readonly extents: readonly LaneExtent[]
  /** What is in each of `extents`. */
  readonly indexes: readonly LaneIndex[]
  /** From a lane of the assignment to its place in `extents`, or -1. */
  readonly shown: (lane: number) => number
  readonly height: number
}
