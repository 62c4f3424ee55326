import type { EventIndex } from '#core/data/eventTable.ts'
import { noRows } from '#core/data/rowSet.ts'
import { organizationColors } from './organizationColors.ts'
import { relationCurves } from './relationCurves.ts'
import type { Box, Label, Mark, RelationCurve, Spoke } from './scene.ts'
import { stageAxis } from './stageAxis.ts'
import { stageCard } from './stageCard.ts'
import { fanLabel, fanSpoke, type StageFan } from './stageFan.ts'
import { grainY } from './stageGrains.ts'
import type { StageFlight, StageScene } from './stageInput.ts'
import { drawLabel, labelBox, levelY, type PlacedEvent } from './stageLabels.ts'
import type { StageLayout } from './stageLayout.ts'
import {
  covered,
  dotOf,
  labelX,
  markX,
  stageExtent,
  stageRadius,
  type StageScale,
  tooNear,
} from './stageMarks.ts'
import { overviewMarks, overviewEras } from './stageOverview.ts'

/** More curves than these are no longer quiet. */
const mostRelations = 3

/** The picture of a step, at rest or in flight, `focused` being pointed at for all to see. */
export function drawStage(
  layout: StageLayout,
  focused?: EventIndex,
  flight?: StageFlight,
): StageScene {
  const { input, frame, theme, fan, placed, grains } = layout
  const { table, words, measure } = input
  const progress = flight?.progress ?? 1
  const axisEnd = flight ? mixed(flight.from.axisEnd, layout.axisEnd, progress) : layout.axisEnd
  const span = flight?.span ?? input.span
  const scale: StageScale = { span, from: frame.left, to: axisEnd }
  const colors = organizationColors(table.document, theme)
  const lit = new Set(input.organizations)
  const colorOf = (row: EventIndex): string => {
    const id = table.event(row)?.organizations[0]?.id ?? ''
    const own = colors.get(id) ?? theme.ink2
    const isLit =
      lit.size === 0 || (table.event(row)?.organizations ?? []).some((one) => lit.has(one.id))
    return isLit || row === input.row ? own : theme.ink3
  }

  const marks: Mark[] = input.overview
    ? overviewMarks(input, frame, scale, colorOf).map((mark) => ({ ...mark, ...eased(mark) }))
    : []
  const labels: Label[] = []
  const spokes: Spoke[] = []
  for (const { row, level, radius } of grains) {
    if (covered(table, row, scale) === undefined) continue
    const rest = { y: grainY(frame, level), radius }
    marks.push(markOf(row, markX(table, row, scale), rest))
  }
  for (const event of placed) drawPlaced(event)
  if (input.row !== undefined) drawCurrent(input.row)
  const pointed = focused === undefined ? undefined : marks.find(({ event }) => event === focused)
  const card = pointed && stageCard(pointed, layout, theme)
  const shown = card ? labels.filter(({ box }) => !tooNear(box, card.card ?? card.box, 1)) : labels
  const drawn = pointed ? marks.map((mark) => (mark === pointed ? grown(mark) : mark)) : marks

  return {
    size: { width: frame.width, height: frame.height },
    scale: frame.scale,
    orientation: 'horizontal',
    theme,
    plot: { x: 0, y: 0, width: frame.width, height: frame.height },
    spine: { x1: frame.left, y1: frame.axisY, x2: axisEnd, y2: frame.axisY },
    span,
    eras: input.overview ? overviewEras(input, frame, scale, theme, marks) : [],
    lanes: [],
    loading: [],
    ...stageAxis(span, [frame.left, axisEnd], frame, theme, words, measure),
    ties: [],
    spokes,
    relations: relations(),
    marks: drawn,
    labels: card ? [...shown, card] : shown,
    lanesHeight: frame.height,
    counts: layout.counts,
    hidden: layout.hidden,
    axisEnd: layout.axisEnd,
  }

  function drawPlaced({ row, level, label }: PlacedEvent): void {
    if (covered(table, row, scale) === undefined) return
    const x = markX(table, row, scale)
    const rest = levelY(frame, level)
    const mark = markOf(row, x, { y: rest, radius: stageRadius.mark })
    const { y } = mark
    marks.push({ ...mark, extent: stageExtent(table, row, scale, rest) })
    // A name waits until its mark has come.
    if (label === undefined || Math.abs(y - rest) > 1) return
    const over = labelX(table, row, scale)
    const box = labelBox(label, over, y)
    const away = box.x < frame.left - 4 || box.x + box.width > frame.right + 4
    // In flight labels may meet that part at rest: the later one waits.
    if (flight && (away || labels.some((other) => tooNear(other.box, box, 2)))) return
    const color = colorOf(row) === theme.ink3 ? theme.ink2 : theme.ink
    labels.push(drawLabel(`l:${idOf(row)}`, row, label, over, y, color))
  }

  function drawCurrent(row: EventIndex): void {
    if (covered(table, row, scale) === undefined) return
    const x = markX(table, row, scale)
    const rest = { y: frame.liftedY, radius: stageRadius.current }
    const begin = { y: frame.threadY, radius: stageRadius.mark }
    const { y, radius } = eased({ event: row, ...rest }, begin)
    const extent = stageExtent(table, row, scale, frame.threadY)
    const color = colorOf(row)
    // Known to the day it points at the axis; else at the band in which it lies.
    const foot = extent === undefined ? frame.axisY : frame.threadY - extent.box.height / 2
    const path = `M${x} ${y}V${foot}`
    const line = { x1: x, y1: y, x2: x, y2: foot }
    if (dotOf(table, row, scale) !== 'none')
      spokes.push({ key: `stem:${idOf(row)}`, line, path, color })
    if (fan) drawFan(fan, { x, y }, Math.max(0, (progress - 0.4) / 0.6))
    marks.push({ ...markOf(row, x, rest), y, radius, extent, selected: true })
  }

  function drawFan(column: StageFan, centre: { x: number; y: number }, open: number): void {
    if (open <= 0) return
    for (const child of column.children) {
      const to = { x: mixed(centre.x, column.x, open), y: mixed(centre.y, child.y, open) }
      const color = colors.get(table.event(child.row)?.organizations[0]?.id ?? '') ?? theme.ink2
      spokes.push(fanSpoke(`s:${idOf(child.row)}`, centre, to, color))
      const mark = markOf(child.row, to.x, { y: to.y, radius: stageRadius.child })
      marks.push({ ...mark, y: to.y, radius: stageRadius.child, dot: 'solid', color })
      if (open < 1) continue
      const key = `l:${idOf(child.row)}`
      labels.push(fanLabel(key, child.row, child.name, to.x, to.y, column.width - 10, theme.ink))
    }
    if (column.more > 0 && open === 1) {
      const row = input.row ?? 0
      labels.push(fanLabel('l:more', row, `+${column.more}`, column.x, column.foot, 40, theme.ink2))
    }
  }

  /** On the way from where it was in the picture that is left; what comes from nowhere is there at once. */
  function eased(
    { event, y, radius }: Pick<Mark, 'event' | 'y' | 'radius'>,
    begin?: { readonly y: number; readonly radius: number },
  ): { readonly y: number; readonly radius: number } {
    const before = flight && (flight.from.marks.get(event) ?? begin)
    if (before === undefined) return { y, radius }
    return { y: mixed(before.y, y, progress), radius: mixed(before.radius, radius, progress) }
  }

  function markOf(
    row: EventIndex,
    x: number,
    rest: { readonly y: number; readonly radius: number },
  ): Mark {
    return {
      key: `e:${idOf(row)}`,
      event: row,
      gathered: noRows,
      lane: -1,
      x,
      ...eased({ event: row, ...rest }),
      dot: dotOf(table, row, scale),
      extent: undefined,
      color: colorOf(row),
      count: 0,
      selected: false,
    }
  }

  function relations(): RelationCurve[] {
    if (input.row === undefined || flight !== undefined) return []
    const told = marks.filter(({ event }) => placed.some(({ row, told }) => told && row === event))
    const own = marks.filter(({ event }) => event === input.row)
    const curves = relationCurves(table, [...own, ...told], input.row, true, theme.ink3, labels)
    // A curve through a name is not calm.
    const crossed = told.some((mark) =>
      labels.some(({ box }) => own.some((from) => tooNear(box, bowOf(from, mark), 0))),
    )
    return crossed || curves.length > mostRelations ? [] : curves
  }

  function idOf(row: EventIndex): string {
    return table.id(row) ?? String(row)
  }
}

/** Where a relation's curve may run between two marks. */
function bowOf(a: Mark, b: Mark): Box {
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x]
  const top = Math.min(a.y, b.y) - 20
  return { x: left, y: top, width: right - left, height: Math.max(a.y, b.y) - top }
}

function mixed(from: number, to: number, share: number): number {
  return from + (to - from) * share
}

function grown(mark: Mark): Mark {
  return { ...mark, selected: true, radius: mark.radius * 1.25 }
}
