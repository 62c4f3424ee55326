import type { ShareableState } from '#state/timelineState.ts'

/** What decides how tall a timeline likes to be. Sizes in CSS pixels. */
export interface HeightFacts {
  readonly width: number
  readonly view: ShareableState['view']
  readonly mode: ShareableState['mode']
  /** Lanes that the filter leaves. */
  readonly lanes: number
  readonly matching: number
}

const between = (least: number, value: number, most: number): number =>
  Math.round(Math.min(Math.max(value, least), most))

/**
 * How tall a frame of this width should be. A timeline fills whatever it gets, so this asks nothing of
 * the present height: a host that follows it comes to rest at once. A stage is 16:9; lanes need 80
 * pixels each over the axis; where time runs downwards a phone's screen is enough, and more only
 * moves the end further away; a list shows at most a screenful.
 */
export function naturalHeight(facts: HeightFacts): number {
  const { width, view, mode, lanes, matching } = facts
  if (width <= 0) return 0
  if (mode === 'present') return Math.round((width * 9) / 16)
  if (view === 'list') return between(240, 140 + matching * 44, 900)
  if (width < 600) return between(420, width * 1.5, 640)
  return between(360, 220 + lanes * 80, 800)
}
