import type { Box, Mark, PlacedText } from './scene.ts'

/** Labels keep this far from the plot's ends, in pixels. */
const edge = 4
const gap = 5

/** The card behind the label of the selected and of the focused event. */
export function cardAround({ x, y, width, height }: Box): Box {
  return { x: x - 7, y: y - 5, width: width + 14, height: height + 9 }
}

/**
 * True when the box can be read whole in the plot. Lanes leave their labels room above and below; when
 * time runs downwards nothing but the edge does, and no line of letters may touch it.
 */
export function isInside(box: Box, plot: Box, horizontal: boolean): boolean {
  const room = horizontal ? -1 : 3
  return (
    box.x >= plot.x + 1 &&
    box.x + box.width <= plot.x + plot.width - 1 &&
    box.y >= plot.y + room &&
    box.y + box.height <= plot.y + plot.height - room
  )
}

/** Around a dot or a ring. */
export function dotBox({ x, y, radius }: Pick<Mark, 'x' | 'y' | 'radius'>): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high))
}

/**
 * Where a label may go that the edge of the plot cuts.
 *
 *     │━━━━━━━━━━━━━━━━      over or under a band or bar: along it
 *     │ Label
 *     │     Label ●  │       beside a dot: across it, or along the edge when time runs downwards
 */
export function movedBoxes(
  natural: Box,
  align: PlacedText['anchor'],
  mark: Mark,
  plot: Box,
  horizontal: boolean,
): { readonly box: Box; readonly align: PlacedText['anchor'] }[] {
  const extent = mark.extent?.box
  if (!horizontal) {
    const y = clamp(natural.y, plot.y + edge, plot.y + plot.height - edge - natural.height)
    const [from, to] = extent ? [extent.y, extent.y + extent.height] : [mark.y, mark.y]
    const isSeen = to >= plot.y && from <= plot.y + plot.height
    const touches = y <= to && y + natural.height >= from
    return isSeen && touches ? [{ box: { ...natural, y }, align }] : []
  }
  const isBeside = mark.y > natural.y && mark.y < natural.y + natural.height
  if (extent && !isBeside) {
    const x = clamp(natural.x, plot.x + edge, plot.x + plot.width - edge - natural.width)
    const touches = x < extent.x + extent.width && x + natural.width > extent.x
    return touches ? [{ box: { ...natural, x }, align }] : []
  }
  if (mark.x <= plot.x || mark.x >= plot.x + plot.width) return []
  const reach = mark.radius + gap
  const from = Math.min(mark.x - reach, extent ? extent.x - gap : Infinity)
  const to = Math.max(mark.x + reach, extent ? extent.x + extent.width + gap : -Infinity)
  return align === 'start'
    ? [{ box: { ...natural, x: from - natural.width }, align: 'end' }]
    : [{ box: { ...natural, x: to }, align: 'start' }]
}

/** The box of another way to set the same label: fixed where the first one is, level, under or over its mark. */
export function resizedBox(
  natural: Box,
  align: PlacedText['anchor'],
  mark: Mark,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  const spare = natural.width - width
  const x = natural.x + (align === 'start' ? 0 : align === 'end' ? spare : spare / 2)
  const isOver = natural.y + natural.height <= mark.y
  return { x, y: isOver ? natural.y + natural.height - height : natural.y, width, height }
}

/**
 * Boxes for a label that must be shown: after its mark, before, under and over it, each moved into
 * `plot`, or a part of it. `start` is where labels begin in a column; they then stand level, under or over.
 */
export function placesAround(
  mark: Mark,
  { width, height }: { readonly width: number; readonly height: number },
  plot: Box,
  start: number | undefined,
): Box[] {
  const reach = mark.radius + 12
  const level = mark.y - 8
  const under = mark.y + reach
  const over = mark.y - reach - height
  const places: readonly (readonly [number, number])[] =
    start === undefined
      ? [
          [mark.x + reach, level],
          [mark.x - reach - width, level],
          [mark.x - width / 2, under],
          [mark.x - width / 2, over],
        ]
      : [
          [start, level],
          [start, under],
          [start, over],
        ]
  return places.map(([x, y]) => ({
    x: clamp(x, plot.x + edge + 4, plot.x + plot.width - edge - 4 - width),
    y: clamp(y, plot.y + 5, plot.y + plot.height - 5 - height),
    width,
    height,
  }))
}
