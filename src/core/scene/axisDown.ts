import { fonts } from '#core/layout/fonts.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import type { AxisTicks } from '#core/viewport/ticks.ts'
import type { AxisInput, DrawnAxis } from './axis.ts'
import type { PlacedText, Tick } from './scene.ts'

/** Between the labels and the plot, and between them and the edge of the drawing, in pixels. */
const beside = 4
const edge = 2
/** From the lowest baseline to the foot of the drawing. */
const foot = 4
/** From a tick down to the baseline of one line, and up to that of the first of two. */
const level = 4.5
const raised = 1.5
/** Between the baselines of two lines. */
const second = 12.5
/** Between the baselines of two labels. */
const apart = 13

/** A label of one line, or of two: the narrow axis has no room for "3000 BCE" beside "today". */
interface Stack {
  readonly first: PlacedText
  readonly second: PlacedText | undefined
}

/** The axis at the left, when time runs downwards: each label ends before its tick. */
export function axisDown(input: AxisInput): DrawnAxis {
  const { made, madeFrom, at, frame, theme, measure } = input
  const { plot } = frame
  const parent = placeParent()
  const parentFoot = parent ? footOf(parent) : -Infinity
  let free = -Infinity
  const drawn = made.ticks.map((tick): Tick => {
    const y = at(tick.instant)
    const label = tick.label === undefined ? undefined : placeLabel(tick.label, tick.level, y)
    const placed = label && keepsClear(label) ? label : undefined
    const half = tick.level === 'major' ? 6 : 3
    return {
      key: `${tick.level}:${tick.instant}`,
      level: tick.level,
      line: { x1: plot.x + 12 - half, y1: y, x2: plot.x + 12 + half, y2: y },
      grid: undefined,
      label: placed?.first,
      ...(placed?.second ? { secondLine: placed.second } : {}),
    }
  })
  return {
    ticks: drawn,
    parentUnit: parent?.first,
    ...(parent?.second ? { parentSecondLine: parent.second } : {}),
  }

  function placeLabel(text: string, of: Tick['level'], y: number): Stack | undefined {
    return of === 'major'
      ? (stackOf(text, 'tickStrong', theme.ink, y) ?? stackOf(text, 'tick', theme.ink, y))
      : stackOf(text, 'tick', theme.ink2, y)
  }

  /** Around a height; undefined where the text is too wide for two lines. */
  function stackOf(
    text: string,
    style: PlacedText['style'],
    color: string,
    y: number,
  ): Stack | undefined {
    const room = plot.x - beside - edge
    const place = { x: plot.x - beside, anchor: 'end', style, color } as const
    if (measure(text, style) <= room) {
      return { first: { text, y: y + level, ...place }, second: undefined }
    }
    const [above, below] = twoLines(text, room, (part) => measure(part, style))
    if (above === undefined || below === undefined) return undefined
    return {
      first: { text: above, y: y - raised, ...place },
      second: { text: below, y: y - raised + second, ...place, style: 'tick' },
    }
  }

  function footOf({ first, second: below }: Stack): number {
    return (below ?? first).y
  }

  /** A tick's label yields to its neighbour before it, to the parent unit and to the edge. */
  function keepsClear(label: Stack): boolean {
    const { y, style } = label.first
    if (y - fonts[style].size < edge || footOf(label) > frame.size.height - foot) return false
    if (y < parentFoot + apart + 1 || y < free + apart) return false
    free = footOf(label)
    return true
  }

  /**
   * The larger unit that the view starts in, at the axis' start. Where the next one starts beneath it,
   * it would name the wrong one, so that one is named, where it starts.
   */
  function placeParent(): Stack | undefined {
    const top = 16 - level
    const first = parentAt(made, top)
    const major = made.ticks.find(({ label, ...tick }) => tick.level === 'major' && label)
    if (first === undefined || major === undefined) return first
    const y = at(major.instant)
    if (y < plot.y || y + level >= footOf(first) + apart + 1) return first
    return parentAt(madeFrom(major.instant), Math.max(top, y)) ?? first
  }

  function parentAt({ shortParent: text }: AxisTicks, y: number): Stack | undefined {
    const stack = text === undefined ? undefined : placeLabel(text, 'major', y)
    if (stack?.second === undefined) return stack
    const down = level + raised
    return {
      first: { ...stack.first, y: stack.first.y + down },
      second: { ...stack.second, y: stack.second.y + down },
    }
  }
}

/** Breaks a label at a space, between Chinese words, or before the seconds; empty where that is no help. */
function twoLines(
  text: string,
  room: number,
  measure: (text: string) => number,
): readonly (string | undefined)[] {
  const clock = /^(\d\d:\d\d)(:\d\d)$/.exec(text)
  if (clock !== null) return measure(clock[1] ?? '') <= room ? clock.slice(1) : []
  const { lines, cut } = wrapText(text, room, 2, measure)
  return cut ? [] : lines.map((line) => line.text)
}
