import type { MeasureText } from '#core/layout/measureText.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { type AxisTicks, ticks } from '#core/viewport/ticks.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import { axisAlong } from './axisAlong.ts'
import { axisDown } from './axisDown.ts'
import { axisLength, type Frame } from './frame.ts'
import type { Scene } from './scene.ts'
import type { Theme } from './theme.ts'

/** What both axes are made of. */
export interface AxisInput {
  readonly made: AxisTicks
  /** The ticks of the view from an instant on, of the same steps: what is the larger unit there? */
  readonly madeFrom: (start: Instant) => AxisTicks
  /** Where an instant lies along the axis, in pixels of the drawing. */
  readonly at: (instant: Instant) => number
  /** The word at the end of an axis of deep time. */
  readonly today: string
  readonly frame: Frame
  readonly theme: Theme
  readonly measure: MeasureText
}

export type DrawnAxis = Pick<Scene, 'ticks' | 'parentUnit' | 'parentSecondLine'>

/** Ticks, their labels and grid lines, and the larger unit that stays in sight. */
export function axisOf(
  span: Span,
  scale: TimeScale,
  frame: Frame,
  theme: Theme,
  dateWords: DateWords,
  measure: MeasureText,
): DrawnAxis {
  const horizontal = frame.orientation === 'horizontal'
  const begin = horizontal ? frame.plot.x : frame.plot.y
  const madeFrom = (start: Instant): AxisTicks =>
    ticks(
      { start, end: span.end },
      // Of the same scale, so that the same steps are taken.
      axisLength(frame) * ((span.end - start) / (span.end - span.start)),
      dateWords,
      horizontal ? undefined : 34,
    )
  const input: AxisInput = {
    made: madeFrom(span.start),
    madeFrom,
    at: (instant) => begin + scale.x(instant),
    today: dateWords.deepTick(0),
    frame,
    theme,
    measure,
  }
  return horizontal ? axisAlong(input) : axisDown(input)
}
