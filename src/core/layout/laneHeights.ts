/** Smallest height of a lane in pixels; below it the lane area scrolls under a fixed axis. */
export const minLaneHeight = 28

/** A shown lane's place across the axis, in pixels from the top of the lane area. */
export interface LaneExtent {
  /** Index into `LaneAssignment.lanes`. */
  readonly lane: number
  readonly top: number
  readonly height: number
}

export interface LaneWants {
  readonly lane: number
  /** Matching events in it; lanes with none fold. */
  readonly count: number
  /** Height below which its content suffers, such as an open fan; 0 for none. */
  readonly wanted: number
}

/**
 * Shares `height` among the lanes that have events. A lane with four times the events gets about
 * twice the height (labels spread along time as well as across it). Depends on counts, never on zoom,
 * so that lanes hold still while the reader moves.
 */
export function laneHeights(wants: readonly LaneWants[], height: number): LaneExtent[] {
  const shown = wants.filter(({ count }) => count > 0)
  const floors = shown.map(({ wanted }) => Math.max(minLaneHeight, Math.min(wanted, height / 2)))
  const floorSum = floors.reduce((sum, floor) => sum + floor, 0)
  const roomy = floorSum <= height
  const weights = shown.map(({ count }) => 1.5 + Math.sqrt(count))
  const heights = roomy
    ? share(weights, floors, height)
    : shown.map(() => Math.max(minLaneHeight, height / shown.length))
  let top = 0
  return shown.map(({ lane }, index) => {
    const extent = { lane, top, height: heights[index] ?? minLaneHeight }
    top += extent.height
    return extent
  })
}

/** Proportional shares with floors: whoever would fall below its floor gets it, the rest share on. */
function share(weights: readonly number[], floors: readonly number[], total: number): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const rest = total - [...fixed].reduce((sum, index) => sum + (floors[index] ?? 0), 0)
    const weightSum = weights.reduce(
      (sum, weight, index) => (fixed.has(index) ? sum : sum + weight),
      0,
    )
    const short = weights.findIndex(
      (weight, index) => !fixed.has(index) && (rest * weight) / weightSum < (floors[index] ?? 0),
    )
    if (short < 0) {
      return weights.map((weight, index) =>
        fixed.has(index) ? (floors[index] ?? 0) : (rest * weight) / weightSum,
      )
    }
    fixed.add(short)
  }
}
