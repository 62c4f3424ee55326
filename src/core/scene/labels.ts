import type { EventIndex } from '#core/data/eventTable.ts'
import { column } from '#core/layout/candidatesDown.ts'
import { fonts } from '#core/layout/fonts.ts'
import type { LabelVariant } from '#core/layout/labelVariants.ts'
import { type Area, createOccupancy } from '#core/layout/occupancy.ts'
import type { PlacedMark, Placement } from '#core/layout/placement.ts'
import { cardAround, isInside, movedBoxes, placesAround } from './labelBoxes.ts'
import type { Projection } from './projection.ts'
import type { Box, Label, Mark, PlacedText } from './scene.ts'
import type { Theme } from './theme.ts'

interface LabelsInput {
  readonly placement: Placement
  readonly marks: readonly Mark[]
  readonly projection: Projection
  readonly plot: Box
  readonly theme: Theme
  readonly labelOf: (row: EventIndex) => readonly LabelVariant[]
  readonly selected: EventIndex | undefined
  readonly focused: EventIndex | undefined
}

function areaOf({ x, y, width, height }: Box): Area {
  return { a0: x, a1: x + width, c0: y, c1: y + height }
}

/**
 * Puts the layout's labels on the screen. A label that the edge of the view would cut moves along its
 * own bar, or to the other side of its dot, if that is free; else it waits until it is whole again.
 * The selected and the focused event always have theirs, on a card, unless the plot is too small for
 * it. No two labels of the result overlap.
 */
export function drawLabels(input: LabelsInput): Label[] {
  const { placement, marks, projection, plot, selected, focused } = input
  const markOf = new Map<EventIndex, Mark>()
  for (const mark of marks) {
    if (mark.dot !== 'cluster' && !markOf.has(mark.event)) markOf.set(mark.event, mark)
  }
  const taken = createOccupancy<Label | Mark>()
  const labels = new Map<EventIndex, Label>()

  for (const row of new Set([selected, focused])) {
    const mark = row === undefined ? undefined : (markOf.get(row) ?? holder(row))
    if (row === undefined || mark === undefined) continue
    const placed = placement.marks.find(({ wish }) => wish.row === row)
    const natural = placed && naturalLabel(placed)
    const label = [...(natural ? [natural] : []), ...forcedLabels(row, mark)].find(
      (tried) => isInside(inked(tried), plot) && taken.isFree(areaOf(inked(tried))),
    )
    if (label) accept(label)
  }

  const byImportance = placement.marks.toSorted(
    (p, q) => q.wish.importance - p.wish.importance || p.wish.row - q.wish.row,
  )
  const late: PlacedMark[] = []
  for (const placed of byImportance) {
    const { row } = placed.wish
    if (!markOf.has(row) || labels.has(row)) continue
    const label = naturalLabel(placed)
    if (label === undefined) continue
    if (!isInside(label.box, plot)) late.push(placed)
    else if (taken.isFree(areaOf(label.box))) accept(label)
  }
  // Moved labels come last: what stands where the layout put it is never displaced by them.
  if (late.length > 0) for (const mark of marks) taken.add(areaOf(dotBox(mark)), mark)
  for (const placed of late) {
    const { label, wish } = placed
    const mark = markOf.get(wish.row)
    if (label === undefined || mark === undefined) continue
    const natural = projection.area(label.at, label.offset)
    const moved = movedBoxes(natural, label.align, mark, plot, projection.horizontal)
      .map(({ box, align }) => textLabel(wish.row, label.variant, box, align))
      .find(({ box }) => isInside(box, plot) && onlyOver(box, mark))
    if (moved) accept(moved)
  }
  return [...labels.values()]

  function accept(label: Label): void {
    labels.set(label.event, label)
    taken.add(areaOf(inked(label)), label)
  }

  function onlyOver(box: Box, own: Mark): boolean {
    return taken.under(areaOf(box)).every((owner) => owner === own)
  }

  function holder(row: EventIndex): Mark | undefined {
    return marks.find(({ gathered }) => gathered.includes(row))
  }

  function naturalLabel({ wish, label }: PlacedMark): Label | undefined {
    if (label === undefined) return undefined
    const box = projection.area(label.at, label.offset)
    const leader = label.leader
    const from = leader && projection.point(wish.anchor, leader.a0, leader.c0)
    const to = leader && projection.point(wish.anchor, leader.a1, leader.c1)
    return {
      ...textLabel(wish.row, label.variant, box, label.align),
      leader: from && to ? { x1: from.x, y1: from.y, x2: to.x, y2: to.y } : undefined,
    }
  }

  /** Where the layout had no label, or one that the edge cuts: near the mark, inside the plot. */
  function forcedLabels(row: EventIndex, mark: Mark): Label[] {
    const start = projection.horizontal ? undefined : plot.x + column.label
    return input
      .labelOf(row)
      .flatMap((variant) =>
        placesAround(mark, variant, plot, start).map((box) =>
          textLabel(row, variant, box, 'start'),
        ),
      )
  }

  function textLabel(
    row: EventIndex,
    variant: LabelVariant,
    box: Box,
    align: PlacedText['anchor'],
  ): Label {
    const x =
      align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2
    let top = box.y
    const lines = variant.lines.map(({ text, style }): PlacedText => {
      const font = fonts[style]
      const y = top + font.lineHeight / 2 + font.size * 0.36
      top += font.lineHeight
      const color = style === 'labelDate' ? input.theme.ink3 : input.theme.ink
      return { text, x, y, anchor: align, style, color }
    })
    return {
      key: `l:${row}`,
      event: row,
      box,
      lines,
      leader: undefined,
      selected: row === selected,
      card: row === selected || row === focused ? cardAround(box) : undefined,
    }
  }
}

/** Everything that a label covers. */
function inked({ box, card }: Label): Box {
  return card ?? box
}

function dotBox({ x, y, radius }: Mark): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}
