import type { LaneIndex } from '#core/data/laneIndex.ts'
import type { LaneAssignment } from '#core/layout/assignLanes.ts'
import type { LaneExtent } from '#core/layout/laneHeights.ts'
import type { Organization } from '#core/model/document.ts'

/** Lanes with matching events, and where they stand. */
export interface ShownLanes {
  readonly assignment: LaneAssignment
  readonly extents: readonly LaneExtent[]
  /** What is in each of `extents`. */
  readonly indexes: readonly LaneIndex[]
  /** Those of each of `extents` that take part in a matching event; none where the lane has only one. */
  readonly organizations: readonly (readonly Organization[])[]
  /** From a lane of the assignment to its place in `extents`, or -1. */
  readonly shown: (lane: number) => number
  readonly height: number
}
