import type { DateStyle, DateWords } from '#core/time/dateWords.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { parentLabel, parentText, parentUnit, tickLabel } from './tickLabels.ts'
import { boundaries, divides, mostTicks, stepOf, type TickStep, tickSteps } from './tickSteps.ts'

export interface AxisTick {
  readonly instant: Instant
  readonly level: 'major' | 'minor'
  readonly label: string | undefined
}

export interface AxisTicks {
  /** In order of time, at most 400. */
  readonly ticks: readonly AxisTick[]
  /** The unit that holds the start of the view ("2019", "26 July 2019"), where labels leave it out. */
  readonly parent: string | undefined
  /** The same with its month abbreviated: "26 Jul 2019". */
  readonly shortParent: string | undefined
}

/** Fewest pixels between two ticks. */
const tickGap = 16

/**
 * Ticks for a span on an axis of `length` pixels, from deep time to milliseconds, in two levels.
 *
 *     years     │2018 ╷   ╷   ╷  │2019 ╷   ╷   ╷          major labelled, minor bare
 *     months    │2018   ╷Apr   ╷Jul   ╷Oct   │2019        minor labelled too, larger unit is major
 *
 * Labels are at least `minLabelGap` pixels apart, except a larger unit's own. Which ticks there are
 * depends on the scale only, so panning moves ticks and labels but never changes them.
 */
export function ticks(span: Span, length: number, words: DateWords, minLabelGap = 72): AxisTicks {
  const duration = span.end - span.start
  if (!(duration > 0) || !(length > 0)) {
    return { ticks: [], parent: undefined, shortParent: undefined }
  }
  const msPerPx = duration / length
  const bareGap = Math.max(tickGap, (length / mostTicks) * 2)
  const labelled = stepOf(Math.max(minLabelGap, bareGap) * msPerPx)
  const bare = finestWithin(labelled, bareGap * msPerPx)
  const larger = parentUnit(labelled.unit)
  const majors = larger === undefined ? labelled : stepOfUnit(larger)

  const labels = new Set(boundaries(span, labelled))
  const major = new Set(boundaries(span, majors))
  const all = new Set([...boundaries(span, bare), ...labels, ...major])
  const made = [...all]
    .toSorted((a, b) => a - b)
    .map((instant): AxisTick => {
      if (major.has(instant)) {
        const label =
          larger === undefined
            ? tickLabel(instant, labelled, words)
            : parentLabel(instant, larger, words)
        return { instant, level: 'major', label }
      }
      const shown =
        larger !== undefined &&
        labels.has(instant) &&
        !isCrowded(instant, labelled, majors, minLabelGap * msPerPx)
      const label = shown ? tickLabel(instant, labelled, words) : undefined
      return { instant, level: 'minor', label }
    })
  // Among years nothing is left out, unless the view is so narrow that no label falls into it.
  const isNamed = larger === undefined && made.some((tick) => tick.label !== undefined)
  const parentOf = (style: DateStyle): string | undefined =>
    isNamed ? undefined : parentText(span.start, larger ?? 'year', words, style)
  return {
    ticks: made.slice(0, mostTicks),
    parent: parentOf('long'),
    shortParent: parentOf('short'),
  }
}

/** The finest step that still leaves `gap` milliseconds between ticks and hits all of `coarse`. */
function finestWithin(coarse: TickStep, gap: number): TickStep {
  return (
    tickSteps.find(
      (step) => step.length >= gap && step.length < coarse.length && divides(step, coarse),
    ) ?? coarse
  )
}

function stepOfUnit(unit: TickStep['unit']): TickStep {
  return tickSteps.find((step) => step.unit === unit) ?? stepOf(0)
}

/** Weeks do not begin with months: a Monday too near the first of a month leaves it the room. */
function isCrowded(instant: Instant, labelled: TickStep, majors: TickStep, gap: number): boolean {
  if (labelled.unit !== 'week') return false
  return boundaries({ start: instant - gap, end: instant + gap }, majors).length > 0
}
