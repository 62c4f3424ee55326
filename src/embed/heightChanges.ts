/** One look at the content. CSS pixels. */
export interface HeightLook {
  readonly height: number
  /** Size of the frame at this moment. */
  readonly frameWidth: number
  readonly frameHeight: number
  /** Milliseconds of a clock that never runs backwards. */
  readonly time: number
}

/** Differences up to this many pixels are rounding. */
const slack = 1
/** Rounds after which a host that answers each report with another height is no longer followed. */
const maxRounds = 2
/** A change of the content this soon after the host has set the frame's height is put down to that. */
const echo = 250

/**
 * Says for each look whether to report, and what. A host may set the frame to another height than
 * was reported, and content that fills its frame follows: each report would bring the next. When
 * that has happened twice in a row, the larger of the two heights is the last word, until the
 * content changes by itself. A change of width starts anew: text that wraps differently is honest.
 */
export function createHeightChanges(): (look: HeightLook) => number | undefined {
  let seen: HeightLook | undefined
  let frameChanged = -Infinity
  let reported: number | undefined
  let before = 0
  let rounds = 0

  const report = (height: number): number => {
    before = reported ?? 0
    reported = height
    return height
  }

  return (look) => {
    const height = Math.ceil(look.height)
    const isSameWidth = look.frameWidth === seen?.frameWidth
    if (seen !== undefined && look.frameHeight !== seen.frameHeight) frameChanged = look.time
    const isCaused = isSameWidth && look.time - frameChanged < echo
    seen = look
    if (reported !== undefined && Math.abs(height - reported) <= slack) return undefined
    if (!isCaused) {
      rounds = 0
      return report(height)
    }
    rounds += 1
    if (rounds < maxRounds) return report(height)
    const larger = Math.max(before, reported ?? 0)
    return rounds === maxRounds && larger !== reported ? report(larger) : undefined
  }
}
