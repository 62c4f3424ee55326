import type { AxisTicks } from '#core/viewport/ticks.ts'
import type { AxisInput, DrawnAxis } from './axis.ts'
import type { PlacedText, Tick } from './scene.ts'

/** From a tick to its label, and from the axis down to the baseline, in pixels. */
const beside = 6
const baseline = 20
/** A unit that ends so soon after the view begins does not give it its name. */
const sliver = 16

/** The axis at the foot: each label stands after its tick. */
export function axisAlong(input: AxisInput): DrawnAxis {
  const { made, madeFrom, at, today, frame, theme, measure } = input
  const { plot } = frame
  const foot = plot.y + plot.height
  const last = plot.x + plot.width
  const parentUnit = placeParent()
  const parentEnd =
    parentUnit && frame.gutter === 0 ? parentUnit.x + widthOf(parentUnit) + 8 : -Infinity
  let free = -Infinity
  const drawn = made.ticks.map(({ instant, level, label: text }): Tick => {
    const x = at(instant)
    const label = text === undefined ? undefined : placeLabel(text, level, x)
    return {
      key: `${level}:${instant}`,
      level,
      line: {
        x1: x,
        y1: foot,
        x2: x,
        y2: foot + Math.min(level === 'major' ? 22 : 6, frame.axis - 4),
      },
      grid: level === 'major' ? { x1: x, y1: plot.y, x2: x, y2: foot } : undefined,
      label: label && keepsClear(label) ? label : undefined,
    }
  })
  return { ticks: drawn, parentUnit }

  function widthOf({ text, style }: PlacedText): number {
    return measure(text, style)
  }

  function placeLabel(text: string, level: Tick['level'], x: number): PlacedText {
    const strong = level === 'major'
    const label: PlacedText = {
      text,
      x: x + beside,
      y: foot + baseline,
      anchor: 'start',
      style: strong ? 'tickStrong' : 'tick',
      color: strong ? theme.ink : theme.ink2,
    }
    // The end of deep time is what people look for: where it has no room after its tick, it stands before.
    const overhangs = text === today && label.x + widthOf(label) > last
    return overhangs ? { ...label, x: x - beside - widthOf(label) } : label
  }

  /** A tick's label yields to its neighbour before it, to the parent unit and to the edge. */
  function keepsClear(label: PlacedText): boolean {
    const end = label.x + widthOf(label)
    if (label.x < plot.x || end > last) return false
    if (label.x < free + 6 || label.x < parentEnd) return false
    free = end
    return true
  }

  /**
   * The larger unit that the view starts in, at the axis' start. Where the next one starts beneath it,
   * it would name the wrong one ("4 March" over hours of which all but one are of the 5th), so that one
   * is named, where it starts.
   */
  function placeParent(): PlacedText | undefined {
    const first = parentOf(made)
    const major = made.ticks.find(({ level, label }) => level === 'major' && label !== undefined)
    if (first === undefined || major === undefined) return first
    const x = at(major.instant)
    const begun = frame.gutter > 0 ? plot.x + sliver : first.x + widthOf(first) + 8 - beside
    if (x < plot.x || x >= begun) return first
    const next = parentOf(madeFrom(major.instant))
    if (frame.gutter === 0) return { ...(next ?? first), x: Math.max(first.x, x + beside) }
    return next?.text === major.label ? undefined : next
  }

  /** In full, with its month abbreviated, or not at all. */
  function parentOf({ parent, shortParent }: AxisTicks): PlacedText | undefined {
    const place =
      frame.gutter > 0
        ? ({ x: plot.x - 10, anchor: 'end' } as const)
        : ({ x: 8, anchor: 'start' } as const)
    const room = frame.gutter > 0 ? place.x - 4 : frame.size.width - 2 * place.x
    return [parent, shortParent]
      .filter((text) => text !== undefined)
      .map((text): PlacedText => {
        const color = theme.ink
        return { text, ...place, y: foot + baseline, style: 'tickStrong', color }
      })
      .find((placed) => widthOf(placed) <= room)
  }
}
