interface Stretch {
  readonly y: number
  readonly height: number
}

/**
 * By how many pixels to scroll so that a lane lies in the plot, moving only as far as needed. Of a lane
 * that is higher than the plot the beginning is shown.
 */
export function scrollInto(lane: Stretch, plot: Stretch): number {
  const above = lane.y - plot.y
  const below = above + lane.height - plot.height
  if (above < 0) return above
  return below > 0 ? Math.min(above, below) : 0
}
