import { fonts } from '#core/layout/fonts.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { DateWords } from '#core/time/formatDate.ts'
import { ticks } from '#core/viewport/ticks.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { axisLength, type Frame } from './frame.ts'
import type { PlacedText, Tick } from './scene.ts'
import type { Theme } from './theme.ts'

/** Ticks, their labels and grid lines, and the larger unit that stays in sight. */
export function axisOf(
  span: Span,
  scale: TimeScale,
  frame: Frame,
  theme: Theme,
  words: { readonly locale: string; readonly dateWords: DateWords },
  measure: MeasureText,
): { ticks: Tick[]; parentUnit: PlacedText | undefined } {
  const horizontal = frame.orientation === 'horizontal'
  const begin = horizontal ? frame.plot.x : frame.plot.y
  const ticksFrom = (start: Instant) =>
    ticks(
      { start, end: span.end },
      // Of the same scale, so that the same steps are taken.
      axisLength(frame) * ((span.end - start) / (span.end - span.start)),
      words.locale,
      words.dateWords,
      horizontal ? undefined : 34,
    )
  const made = ticksFrom(span.start)
  const parentUnit = placeParent(made.parent)
  const parentWidth = parentUnit ? measure(parentUnit.text, parentUnit.style) : 0
  let free = -Infinity
  const placed = made.ticks.map((tick): Tick => {
    const at = begin + scale.x(tick.instant)
    const label =
      tick.label === undefined ? undefined : placeLabel(tick.label, tick.level, at, frame, theme)
    return {
      key: `${tick.level}:${tick.instant}`,
      level: tick.level,
      line: tickLine(at, tick.level, frame),
      grid: tick.level === 'major' ? gridLine(at, frame) : undefined,
      label: label && keepsClear(label) ? label : undefined,
    }
  })
  return { ticks: placed, parentUnit }

  /**
   * The larger unit that the view starts in, at the axis' start. Where the next one starts beneath it,
   * it would name the wrong one ("4 March" over hours of which all but one are of the 5th), so that one
   * is named, where it starts.
   */
  function placeParent(text: string | undefined): PlacedText | undefined {
    if (text === undefined) return undefined
    const first = parentAt(text, frame, theme)
    const major = made.ticks.find(({ level, label }) => level === 'major' && label !== undefined)
    const at = major === undefined ? -1 : begin + scale.x(major.instant)
    if (major === undefined || at < begin) return first
    const next = parentAt(ticksFrom(major.instant).parent ?? text, frame, theme)
    if (!horizontal)
      return at + 4.5 < first.y + 14 ? { ...next, y: Math.max(first.y, at + 4.5) } : first
    const covered = frame.gutter === 0 && at + 6 < first.x + measure(text, first.style) + 8
    return covered ? { ...next, x: Math.max(first.x, at + 6) } : first
  }

  /** A tick's label yields to its neighbour before it, to the parent unit and to the edge. */
  function keepsClear(label: PlacedText): boolean {
    if (!horizontal) {
      const top = label.y - fonts[label.style].size
      if (top < 2 || label.y > frame.size.height - 2) return false
      if (parentUnit && label.y < parentUnit.y + 14) return false
      if (label.y < free + 13) return false
      free = label.y
      return true
    }
    const end = label.x + measure(label.text, label.style)
    if (label.x < frame.plot.x || end > frame.plot.x + frame.plot.width) return false
    if (label.x < free + 6) return false
    if (parentUnit && frame.gutter === 0 && label.x < parentUnit.x + parentWidth + 8) return false
    free = end
    return true
  }
}

function tickLine(at: number, level: Tick['level'], frame: Frame): Tick['line'] {
  const length = level === 'major' ? 22 : 6
  if (frame.orientation === 'vertical') {
    const x = frame.plot.x + 12
    return {
      x1: x - (level === 'major' ? 6 : 3),
      y1: at,
      x2: x + (level === 'major' ? 6 : 3),
      y2: at,
    }
  }
  const y = frame.plot.y + frame.plot.height
  return { x1: at, y1: y, x2: at, y2: y + Math.min(length, frame.axis - 4) }
}

function gridLine(at: number, frame: Frame): Tick['grid'] {
  if (frame.orientation === 'vertical') return undefined
  return { x1: at, y1: frame.plot.y, x2: at, y2: frame.plot.y + frame.plot.height }
}

function placeLabel(
  text: string,
  level: Tick['level'],
  at: number,
  frame: Frame,
  theme: Theme,
): PlacedText {
  const strong = level === 'major'
  const style = strong ? 'tickStrong' : 'tick'
  const color = strong ? theme.ink : theme.ink2
  if (frame.orientation === 'vertical') {
    return { text, x: frame.plot.x - 4, y: at + 4.5, anchor: 'end', style, color }
  }
  return {
    text,
    x: at + 6,
    y: frame.plot.y + frame.plot.height + 20,
    anchor: 'start',
    style,
    color,
  }
}

function parentAt(text: string, frame: Frame, theme: Theme): PlacedText {
  if (frame.orientation === 'vertical') {
    return {
      text,
      x: frame.plot.x - 4,
      y: 16,
      anchor: 'end',
      style: 'tickStrong',
      color: theme.ink,
    }
  }
  const y = frame.plot.y + frame.plot.height + 20
  return frame.gutter > 0
    ? { text, x: frame.plot.x - 10, y, anchor: 'end', style: 'tickStrong', color: theme.ink }
    : { text, x: 8, y, anchor: 'start', style: 'tickStrong', color: theme.ink }
}
