import type { EventIndex } from '#core/data/eventTable.ts'
import { fonts } from '#core/layout/fonts.ts'
import type { LabelVariant } from '#core/layout/labelVariants.ts'
import { createOccupancy } from '#core/layout/occupancy.ts'
import type { PlacedMark, Placement } from '#core/layout/placement.ts'
import type { Projection } from './projection.ts'
import type { Box, Label, Mark, PlacedText } from './scene.ts'
import type { Theme } from './theme.ts'

const edge = 4

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

function areaOf(box: Box): { a0: number; a1: number; c0: number; c1: number } {
  return { a0: box.x, a1: box.x + box.width, c0: box.y, c1: box.y + box.height }
}

function isWithin(box: Box, plot: Box): boolean {
  return (
    box.x >= plot.x + edge - 2 &&
    box.x + box.width <= plot.x + plot.width - 1 &&
    box.y >= plot.y - 1 &&
    box.y + box.height <= plot.y + plot.height + 1
  )
}

/**
 * Puts the layout's labels on the screen. A label that the edge of the view would cut moves along its
 * own bar, or to the other side of its dot, if that is free; else it waits until it is whole again.
 * The selected and the focused event always have theirs. No two labels of the result overlap.
 */
export function drawLabels(input: LabelsInput): Label[] {
  const { placement, marks, projection, plot, selected, focused } = input
  const markOf = new Map(marks.filter(({ dot }) => dot !== 'cluster').map((mark) => [mark.event, mark]))
  const taken = createOccupancy<Label | Mark>()
  const labels: Label[] = []

  for (const row of new Set([selected, focused])) {
    const mark = row === undefined ? undefined : (markOf.get(row) ?? holder(row))
    if (row === undefined || mark === undefined) continue
    const placed = placement.marks.find(({ wish }) => wish.row === row)
    const natural = placed && naturalLabel(placed)
    const label = natural && isWithin(natural.box, plot) ? natural : forcedLabel(row, mark)
    if (label && taken.isFree(areaOf(label.box))) accept(label)
  }

  const byImportance = placement.marks.toSorted(
    (p, q) => q.wish.importance - p.wish.importance || p.wish.row - q.wish.row,
  )
  const late: PlacedMark[] = []
  for (const placed of byImportance) {
    const { row } = placed.wish
    if (!markOf.has(row) || labels.some(({ event }) => event === row)) continue
    const label = naturalLabel(placed)
    if (label === undefined) continue
    if (!isWithin(label.box, plot)) late.push(placed)
    else if (taken.isFree(areaOf(label.box))) accept(label)
  }
  // Moved labels come last: what stands where the layout put it is never displaced by them.
  if (late.length > 0) for (const mark of marks) taken.add(areaOf(dotBox(mark)), mark)
  for (const placed of late) {
    const moved = movedLabels(placed).find(
      (label) => isWithin(label.box, plot) && onlyOver(label, markOf.get(placed.wish.row)),
    )
    if (moved) accept(moved)
  }
  return labels

  function accept(label: Label): void {
    labels.push(label)
    taken.add(areaOf(label.box), label)
  }

  function onlyOver(label: Label, own: Mark | undefined): boolean {
    return taken.under(areaOf(label.box)).every((owner) => owner === own)
  }

  function holder(row: EventIndex): Mark | undefined {
    return marks.find(({ gathered }) => gathered.includes(row))
  }

  function naturalLabel({ wish, label }: PlacedMark): Label | undefined {
    if (label === undefined) return undefined
    const box = projection.area(label.at, label.offset)
    const mark = markOf.get(wish.row)
    const leader = label.leader
    const from = leader && projection.point(wish.anchor, leader.a0, leader.c0)
    const to = leader && projection.point(wish.anchor, leader.a1, leader.c1)
    return {
      ...textLabel(wish.row, label.variant, box, label.align, mark?.selected ?? false),
      leader: from && to ? { x1: from.x, y1: from.y, x2: to.x, y2: to.y } : undefined,
    }
  }

  /** Where a label may go that the edge cuts: along its band or bar, or across its dot. */
  function movedLabels({ wish, label }: PlacedMark): Label[] {
    const mark = markOf.get(wish.row)
    if (label === undefined || mark === undefined || !projection.horizontal) return []
    const box = projection.area(label.at, label.offset)
    const left = plot.x + edge
    const right = plot.x + plot.width - edge - box.width
    if (mark.extent && label.align === 'middle') {
      const { x: from, width } = mark.extent.box
      const x = Math.min(Math.max(box.x, left), right)
      const touches = x < from + width && x + box.width > from
      return touches ? [textLabel(wish.row, label.variant, { ...box, x }, 'middle', mark.selected)] : []
    }
    const reach = mark.radius + 5
    const from = Math.min(mark.x - reach, mark.extent?.box.x ?? Infinity)
    const to = Math.max(mark.x + reach, (mark.extent?.box.x ?? 0) + (mark.extent?.box.width ?? 0))
    const flipped = label.align === 'start' ? from - box.width : to
    const align = label.align === 'start' ? 'end' : 'start'
    const visible = mark.x > plot.x && mark.x < plot.x + plot.width
    return visible ? [textLabel(wish.row, label.variant, { ...box, x: flipped }, align, mark.selected)] : []
  }

  /** Beside the mark, kept inside the plot; labels that it covers give way. */
  function forcedLabel(row: EventIndex, mark: Mark): Label | undefined {
    const variant = input.labelOf(row)[0]
    if (variant === undefined) return undefined
    const reach = mark.radius + 8
    const { width, height } = variant
    const x = projection.horizontal ? mark.x + reach : plot.x + 52
    const fitsAfter = x + width <= plot.x + plot.width - edge
    const box = {
      x: Math.max(plot.x + edge, fitsAfter ? x : mark.x - reach - width),
      y: Math.min(Math.max(mark.y - 8, plot.y + 2), plot.y + plot.height - height - 2),
      width,
      height,
    }
    return textLabel(row, variant, box, 'start', row === selected)
  }

  function textLabel(
    row: EventIndex,
    variant: LabelVariant,
    box: Box,
    align: PlacedText['anchor'],
    isSelected: boolean,
  ): Label {
    const x = align === 'start' ? box.x : align === 'end' ? box.x + box.width : box.x + box.width / 2
    let top = box.y
    const lines = variant.lines.map(({ text, style }): PlacedText => {
      const font = fonts[style]
      const y = top + font.lineHeight / 2 + font.size * 0.36
      top += font.lineHeight
      const color = style === 'labelDate' ? input.theme.ink3 : input.theme.ink
      return { text, x, y, anchor: align, style, color }
    })
    return { key: `l:${row}`, event: row, box, lines, leader: undefined, selected: isSelected, card: isSelected || row === focused }
  }
}

function dotBox({ x, y, radius }: Mark): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius }
}
