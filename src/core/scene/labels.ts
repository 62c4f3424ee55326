import type { EventIndex } from '#core/data/eventTable.ts'
import { column } from '#core/layout/candidatesDown.ts'
import { fonts } from '#core/layout/fonts.ts'
import type { LabelVariant } from '#core/layout/labelVariants.ts'
import { type Area, createOccupancy } from '#core/layout/occupancy.ts'
import type { PlacedMark, Placement } from '#core/layout/placement.ts'
import { cardAround, dotBox, isInside, movedBoxes, placesAround, resizedBox } from './labelBoxes.ts'
import type { Projection } from './projection.ts'
import type { Box, Label, LaneBand, Mark, PlacedText } from './scene.ts'
import type { Theme } from './theme.ts'

interface LabelsInput {
  readonly placement: Placement
  readonly marks: readonly Mark[]
  readonly projection: Projection
  readonly plot: Box
  /** The lanes on the screen, and how much of the top of each its name takes; none when time runs downwards. */
  readonly lanes: readonly LaneBand[]
  readonly laneHead: number
  readonly theme: Theme
  readonly labelOf: (row: EventIndex) => readonly LabelVariant[]
  readonly selected: EventIndex | undefined
  readonly focused: EventIndex | undefined
}

function overlap(p: Box, q: Box): boolean {
  return p.x < q.x + q.width && q.x < p.x + p.width && p.y < q.y + q.height && q.y < p.y + p.height
}

function areaOf({ x, y, width, height }: Box): Area {
  return { a0: x, a1: x + width, c0: y, c1: y + height }
}

/** With the space that keeps two labels on one line from being read as one. */
function apart({ x, y, width, height }: Box): Area {
  return areaOf({ x: x - 5, y, width: width + 10, height })
}

/** A place for a label that the edge would cut where the layout has it. */
interface LatePlace {
  readonly label: Label
  readonly mark: Mark
}

/** What matters so much that it may take the place of what does not, at the edge of the view. */
function isImportant({ wish }: PlacedMark): boolean {
  return wish.importance >= 4
}

/**
 * Puts the layout's labels on the screen. A label that the edge of the view would cut gives up its date,
 * moves along its own bar, or to the other side of its dot, if that is free; one that matters takes the
 * place of one that matters less; else it waits until it is whole again.
 * The selected and the focused event always have theirs, on a card, unless the plot is too small for
 * it. No two labels of the result overlap, and none leaves its lane but a card that its lane cannot hold.
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
    const mark = row === undefined ? undefined : markOf.get(row)
    if (row === undefined || mark === undefined) continue
    const placed = placedMark(row)
    const natural = placed && naturalLabel(placed)
    const tried = [
      ...(natural ? [natural] : []),
      ...forcedLabels(row, mark, laneOf(mark)),
      ...forcedLabels(row, mark, plot),
    ].filter(
      (label) =>
        isInside(inked(label), plot, projection.horizontal) && taken.isFree(areaOf(inked(label))),
    )
    const inLane = tried.filter((label) => isInLane(inked(label), mark))
    // A card may touch its own dot, as every label nearly does.
    const hides = (label: Label): boolean =>
      marks.some(
        (other) =>
          other.dot !== 'none' && overlap(dotBox(other), other === mark ? label.box : inked(label)),
      )
    const label = inLane.find((label) => !hides(label)) ?? inLane[0] ?? tried[0]
    if (label) accept(label)
    if (mark.key.startsWith('p:')) take(mark)
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
    if (!isInside(label.box, plot, projection.horizontal)) late.push(placed)
    else if (taken.isFree(areaOf(label.box))) accept(label)
  }
  if (late.length > 0) for (const mark of marks) take(mark)
  const displaced: PlacedMark[] = []
  for (const placed of late) {
    const places = placesOf(placed)
    const found =
      places.find(isFree) ?? (isImportant(placed) ? leastLoss(places, placed) : undefined)
    if (found) accept(found.label)
  }
  for (const placed of displaced) {
    const found = placesOf(placed).find(isFree)
    if (found) accept(found.label)
  }
  return [...labels.values()]

  function placedMark(row: EventIndex): PlacedMark | undefined {
    return placement.marks.find(({ wish }) => wish.row === row)
  }

  function accept(label: Label): void {
    labels.set(label.event, label)
    taken.add(areaOf(inked(label)), label)
  }

  function take(mark: Mark): void {
    if (mark.dot !== 'none') taken.add(areaOf(dotBox(mark)), mark)
    if (mark.extent) taken.add(areaOf(mark.extent.box), mark)
  }

  /**
   * Where a label may stand that the edge cuts: in fewer words, along its own bar, at the other side of
   * its dot; one that matters, anywhere around its mark.
   */
  function placesOf(placed: PlacedMark): LatePlace[] {
    const { label, wish } = placed
    const mark = markOf.get(wish.row)
    if (label === undefined || mark === undefined) return []
    const natural = projection.area(label.at, label.offset)
    const leader = naturalLabel(placed)?.leader
    const variants = new Set([label.variant, ...input.labelOf(wish.row)])
    const near = [...variants].flatMap((variant) => {
      const box = resizedBox(natural, label.align, mark, variant)
      return [
        { box, align: label.align },
        ...movedBoxes(box, label.align, mark, plot, projection.horizontal),
      ].map(({ box: at, align }) => ({
        ...textLabel(wish.row, variant, at, align),
        leader: leader && { ...leader, y2: leader.y2 + at.y - natural.y },
      }))
    })
    const seesAround = isImportant(placed) && projection.horizontal
    const around = seesAround
      ? [mark, ...fanOf(placed, mark)].flatMap((centre) =>
          forcedLabels(wish.row, centre, laneOf(mark)),
        )
      : []
    return [...near, ...around.filter(({ box }) => !overlap(box, dotBox(mark)))]
      .filter(({ box }) => isInside(box, plot, projection.horizontal) && isInLane(box, mark))
      .map((tried) => ({ label: tried, mark }))
  }

  function isFree({ label, mark }: LatePlace): boolean {
    return taken.under(apart(label.box)).every((owner) => owner === mark)
  }

  /** The place whose labels matter least, and less than this one; they are taken away, and try again. */
  function leastLoss(places: readonly LatePlace[], { wish }: PlacedMark): LatePlace | undefined {
    let least = 4 ** wish.importance
    let best: { readonly place: LatePlace; readonly inWay: readonly PlacedMark[] } | undefined
    for (const place of places) {
      const inWay = taken
        .under(apart(place.label.box))
        .filter((owner) => owner !== place.mark)
        .map((owner) => ('dot' in owner || owner.card ? undefined : placedMark(owner.event)))
      const loss = inWay.reduce(
        (sum, other) => sum + (other ? 4 ** other.wish.importance : Infinity),
        0,
      )
      if (loss >= least) continue
      least = loss
      best = { place, inWay: inWay.filter((other) => other !== undefined) }
    }
    for (const other of best?.inWay ?? []) {
      const label = labels.get(other.wish.row)
      if (label) taken.remove(label)
      labels.delete(other.wish.row)
      displaced.push(other)
    }
    return best?.place
  }

  /** Of a mark's lane what its name leaves free; the plot where there are no lanes. */
  function laneOf({ lane }: Mark): Box {
    const box = input.lanes[lane]?.box
    if (box === undefined) return plot
    return { ...plot, y: box.y + input.laneHead, height: box.height - input.laneHead }
  }

  function isInLane({ y, height }: Box, mark: Mark): boolean {
    const lane = laneOf(mark)
    return y >= lane.y && y + height <= lane.y + lane.height
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

  /** Where the layout had no label, or one that the edge cuts: near the mark, inside a box. */
  function forcedLabels(row: EventIndex, mark: Mark, room: Box): Label[] {
    const start = projection.horizontal ? undefined : plot.x + column.label
    return input
      .labelOf(row)
      .flatMap((variant) =>
        placesAround(mark, variant, room, start).map((box) =>
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

/** A mark as large as its opened fan, to find places around it; none without a fan. */
function fanOf({ fan }: PlacedMark, mark: Mark): Mark[] {
  const reach = Math.max(0, ...fan.map(({ along, across }) => Math.hypot(along, across)))
  return reach === 0 ? [] : [{ ...mark, radius: reach }]
}
