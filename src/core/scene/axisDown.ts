import { fonts } from '#core/layout/fonts.ts'
import type { AxisTicks } from '#core/viewport/ticks.ts'
import type { AxisInput, DrawnAxis } from './axis.ts'
import type { PlacedText, Tick } from './scene.ts'

/** Between the labels and the plot, and between them and the edge of the drawing, in pixels. */
const beside = 4
const edge = 3
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
  const room = plot.x - beside - edge
  const majors = made.ticks.flatMap(({ level: of, label }) =>
    of === 'major' && label !== undefined ? [label] : [],
  )
  // What one of them needs, smaller letters or two lines, all have, so that they look alike.
  const strong = majors.every((text) => fits(text, 'tickStrong')) ? 'tickStrong' : 'cluster'
  const isStacked = majors.some((text) => measure(text, strong) > room)
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
      ? (stackOf(text, strong, theme.ink, y) ?? stackOf(text, 'tick', theme.ink, y))
      : stackOf(text, 'tick', theme.ink2, y)
  }

  /** Around a height; undefined where the text is too wide for two lines. */
  function stackOf(
    text: string,
    style: PlacedText['style'],
    color: string,
    y: number,
  ): Stack | undefined {
    const place = { x: plot.x - beside, anchor: 'end', style, color } as const
    const isOne = measure(text, style) <= room
    const lines = isOne && !(isStacked && style === strong) ? undefined : linesOf(text, style)
    if (lines === undefined) {
      return isOne ? { first: { text, y: y + level, ...place }, second: undefined } : undefined
    }
    return {
      first: { text: lines[0], y: y - raised, ...place },
      second: { text: lines[1], y: y - raised + second, ...place, style: 'tick' },
    }
  }

  function fits(text: string, style: PlacedText['style']): boolean {
    return measure(text, style) <= room || linesOf(text, style) !== undefined
  }

  function linesOf(text: string, style: PlacedText['style']): ReturnType<typeof twoLines> {
    return twoLines(text, room, [(part) => measure(part, style), (part) => measure(part, 'tick')])
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

/** Where a label may break: at a space, before the seconds, and in Chinese anywhere but after a digit. */
const breaks = /(?<=\p{Script=Han})(?=(?!前)\p{Script=Han}|\d)| |(?=:\d\d$)/gu

/**
 * Breaks a label into two lines as even as can be, none wider than `room`; undefined where that is no
 * help. `measure` gives the width of a first, and of a second line.
 */
function twoLines(
  text: string,
  room: number,
  measure: readonly [first: (text: string) => number, second: (text: string) => number],
): readonly [first: string, second: string] | undefined {
  let best: readonly [string, string] | undefined
  let least = room
  for (const { index } of text.matchAll(breaks)) {
    const lines = [text.slice(0, index), text.slice(index).trim()] as const
    const width = Math.max(measure[0](lines[0]), measure[1](lines[1]))
    if (lines[0] === '' || width > least) continue
    least = width
    best = lines
  }
  return best
}
