import type { MeasureText, TextStyle } from '#core/layout/measureText.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { tickLabel } from '#core/viewport/tickLabels.ts'
import { ticks } from '#core/viewport/ticks.ts'
import { boundaries, stepOf } from '#core/viewport/tickSteps.ts'
import type { PlacedText, Tick } from './scene.ts'
import type { StageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'
import type { Theme } from './theme.ts'

/** Fewest units between two labels. */
const labelGap = 58
/** Baselines under the axis: of the labels, and of the larger unit that they leave out. */
const baselines = { unit: 22, larger: 39 }

/**
 * The axis along the foot, between two places. A label that names just the stretch up to the next one
 * stands in its middle (a year in its year); one of a longer stretch stands at its tick. Where the
 * labels leave out the year (or month, or day), it has a line of its own beneath.
 */
export function stageAxis(
  span: Span,
  [from, to]: readonly [number, number],
  frame: StageFrame,
  theme: Theme,
  { dateWords }: StageInput['words'],
  measure: MeasureText,
): { readonly ticks: readonly Tick[]; readonly parentUnit: PlacedText | undefined } {
  const length = to - from
  const duration = span.end - span.start
  const made = ticks(span, length, dateWords, labelGap)
  const step = stepOf((labelGap * duration) / length)
  const plain = step.unit === 'year'
  const centred = step.count === 1 && step.unit !== 'week'
  const x = (instant: Instant): number => from + ((instant - span.start) / duration) * length

  const lines = made.ticks.map((tick): Tick => {
    const at = x(tick.instant)
    const foot = frame.axisY + (tick.label === undefined ? 5 : 9)
    const line = { x1: at, y1: frame.axisY, x2: at, y2: foot }
    return {
      key: `${tick.level}:${tick.instant}`,
      level: tick.level,
      line,
      grid: undefined,
      label: undefined,
    }
  })

  // One boundary more at the start: the stretch that has begun before the view is named too.
  const marked = boundaries({ start: span.start - step.length * 1.1, end: span.end }, step)
  const style: TextStyle = plain ? 'tickStrong' : 'label'
  let free = from - 10
  const labels = marked.flatMap((instant, index): Tick[] => {
    const text = tickLabel(instant, step, dateWords)
    const width = measure(text, style)
    const at = x(instant)
    const next = x(marked[index + 1] ?? Math.max(span.end, instant + step.length))
    const [cellStart, cellEnd] = [Math.max(at, from), Math.min(next, to)]
    const middle = Math.min(Math.max(at, from + width / 2), to - width / 2)
    const start = (centred ? (cellStart + cellEnd) / 2 : middle) - width / 2
    const fits = centred ? cellEnd - cellStart >= width + 6 : at >= from - 0.5 && at < to - 0.5
    if (!fits || start < free || start + width > to + 4) return []
    free = start + width + 8
    return [named(`label:${instant}`, { text, x: start, y: frame.axisY + baselines.unit, style })]
  })

  let freeBelow = from
  const parents: Tick[] = []
  const parent = made.parent === undefined || plain ? undefined : made.parent
  const majors = plain ? [] : made.ticks.filter(({ level, label }) => level === 'major' && label)
  const firstMajor = majors[0] ? x(majors[0].instant) : Infinity
  let parentUnit: PlacedText | undefined
  if (parent !== undefined && from + measure(parent, 'tickStrong') + 12 < firstMajor) {
    const y = frame.axisY + baselines.larger
    parentUnit = {
      text: parent,
      x: from,
      y,
      anchor: 'start',
      style: 'tickStrong',
      color: theme.ink2,
    }
    freeBelow = from + measure(parent, 'tickStrong') + 12
  }
  for (const { instant, label: text = '' } of majors) {
    const width = measure(text, 'tickStrong')
    const at = x(instant)
    if (at < freeBelow || at + width > to + 10) continue
    freeBelow = at + width + 12
    const y = frame.axisY + baselines.larger
    parents.push(named(`larger:${instant}`, { text, x: at, y, style: 'tickStrong' }))
  }
  return { ticks: [...lines, ...labels, ...parents], parentUnit }

  function named(key: string, label: Pick<PlacedText, 'text' | 'x' | 'y' | 'style'>): Tick {
    const nowhere = { x1: from, y1: frame.axisY, x2: from, y2: frame.axisY }
    const placed: PlacedText = { ...label, anchor: 'start', color: theme.ink2 }
    return { key, level: 'minor', line: nowhere, grid: undefined, label: placed }
  }
}
