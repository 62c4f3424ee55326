import type { EventIndex } from '#core/data/eventTable.ts'
import { fonts } from '#core/layout/fonts.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import type { Box, Label, Line, PlacedText } from './scene.ts'
import { type StageFrame, stageUnits } from './stageFrame.ts'
import { fanOf, type StageFan } from './stageFan.ts'
import type { StageInput } from './stageInput.ts'
import {
  covered,
  inkedBox,
  labelX,
  markX,
  stageRadius,
  type StageScale,
  tooNear,
} from './stageMarks.ts'

/** An event beside the step's own: what was told before, or what its organisations did meanwhile. */
export interface StageCandidate {
  readonly row: EventIndex
  readonly title: string
  /** Told before: its mark stays even where its label gives way. */
  readonly told: boolean
}

/** Where a label stands to its mark, so that it can travel with it. */
export interface LabelPlace {
  readonly lines: readonly string[]
  readonly width: number
  readonly side: 'above' | 'right' | 'left'
  /** How the lines of one above stand to each other: along the edge of the stage, or centred. */
  readonly align: PlacedText['anchor']
  /** From the mark: of the middle (above) or the near end of the text, and of the last baseline. */
  readonly dx: number
  readonly dy: number
  readonly leader: boolean
}

export interface PlacedEvent extends StageCandidate {
  /** 0 is the thread; those that would lie on another event stand on the lines above. */
  readonly level: number
  readonly label: LabelPlace | undefined
}

const levels = [0, 1, 2]
const levelHeight = 25
const labelWidth = 134
const lineHeight = fonts.label.lineHeight
/** Fewest units from a label to what stands beside it: two names on one line must not read as one. */
const between = 9
/** From a mark's centre up to the baseline of a label above it. */
const rise = 11

export function levelY(frame: StageFrame, level: number): number {
  return frame.threadY - level * levelHeight
}

/** Stage of the shape 4:3 in which is decided what has room, so that all shapes show the same. */
export function narrowFrame(frame: StageFrame): StageFrame {
  const side = Math.max((0.056 * (stageUnits * 4)) / 3, 33)
  return { ...frame, left: side, right: (stageUnits * 4) / 3 - side }
}

/** Where the axis ends: before an opened fan, else at the margin. */
export function axisEndOf(frame: StageFrame, fan: StageFan | undefined): number {
  return fan === undefined ? frame.right : fan.x - 46
}

/**
 * Gives each candidate, in their order, a line and a label that touches nothing else. One that was
 * told before and finds no room for its label keeps its mark; any other gives way altogether.
 */
export function placeEvents(
  input: StageInput,
  frame: StageFrame,
  candidates: readonly StageCandidate[],
): PlacedEvent[] {
  const { table, measure } = input
  const fan = fanOf(input, frame)
  const scale: StageScale = { span: input.span, from: frame.left, to: axisEndOf(frame, fan) }
  const inked: Box[] = currentBoxes(input, frame, scale, fan)
  const placed: PlacedEvent[] = []
  for (const candidate of candidates) {
    const found = levels
      .map((level) => ({ level, box: inkedBox(table, candidate.row, scale, levelY(frame, level)) }))
      .find(({ box }) => box !== undefined && inked.every((other) => !tooNear(box, other, 2)))
    const level = found?.level ?? 0
    const box = found?.box ?? inkedBox(table, candidate.row, scale, levelY(frame, 0))
    if (box === undefined || (found === undefined && !candidate.told)) continue
    const label = placeLabel(candidate, level, box)
    if (label === undefined && !candidate.told) continue
    inked.push(box)
    if (label) {
      const x = labelX(table, candidate.row, scale)
      inked.push(labelBox(label, x, levelY(frame, level)))
      const stem = leaderOf(label, x, levelY(frame, level))
      if (stem) inked.push({ x: stem.x1 - 1, y: stem.y2, width: 2, height: stem.y1 - stem.y2 })
    }
    placed.push({ ...candidate, level, label })
  }
  return placed

  function placeLabel(
    { row, title }: StageCandidate,
    level: number,
    own: Box,
  ): LabelPlace | undefined {
    if (title === '') return undefined
    const x = labelX(table, row, scale)
    const y = levelY(frame, level)
    const measureLabel = (text: string): number => measure(text, 'label')
    const whole = measureLabel(title)
    const wrapped = wrapText(title, labelWidth, 2, measureLabel)
    if (wrapped.cut) return undefined
    const above = (raise: number): LabelPlace => {
      const { lines, width } = wrapped
      const half = width / 2
      const middle = Math.min(Math.max(x, frame.left + half), scale.to - half)
      const texts = lines.map(({ text }) => text)
      return {
        lines: texts,
        width,
        side: 'above',
        align: middle > x ? 'start' : middle < x ? 'end' : 'middle',
        dx: middle - x,
        dy: -(rise + raise),
        leader: raise > 0,
      }
    }
    const beside = (side: 'right' | 'left'): LabelPlace => {
      const away = side === 'right' ? own.x + own.width - x + 4 : own.x - x - 4
      const align = side === 'right' ? 'start' : 'end'
      return { lines: [title], width: whole, side, align, dx: away, dy: 4.4, leader: false }
    }
    const raised: LabelPlace[] = []
    const top = y - rise - lineHeight * wrapped.lines.length
    for (let raise = 10; top - raise >= frame.labelTop; raise += 6) raised.push(above(raise))
    return [above(0), beside('right'), beside('left'), ...raised].find((label) => {
      const box = labelBox(label, x, y)
      if (box.x < frame.left - 0.01 || box.x + box.width > scale.to + 0.01) return false
      if (box.y < frame.labelTop) return false
      const stem = leaderOf(label, x, y)
      const stemBox = stem && { x: x - 1, y: stem.y2, width: 2, height: stem.y1 - stem.y2 }
      // A leader may not end outside of its text.
      if (stem && Math.abs(label.dx) > label.width / 2 - 4) return false
      return inked.every(
        (other) =>
          !tooNear(box, other, 3, between) &&
          (stemBox === undefined || !tooNear(stemBox, other, 1)),
      )
    })
  }
}

/** What the step's own event keeps free: its halo, its stem, its fan. */
function currentBoxes(
  { table, row }: StageInput,
  frame: StageFrame,
  scale: StageScale,
  fan: StageFan | undefined,
): Box[] {
  if (row === undefined || covered(table, row, scale) === undefined) return []
  const x = markX(table, row, scale)
  const halo = circleBox(x, frame.liftedY, stageRadius.current + 8)
  const stem = { x: x - 2, y: frame.liftedY, width: 4, height: frame.axisY - frame.liftedY }
  const own = inkedBox(table, row, scale, frame.threadY)
  if (fan === undefined) return own ? [halo, stem, own] : [halo, stem]
  const top = Math.min(fan.top, frame.liftedY) - 8
  const open = { x: x + 10, y: top, width: frame.right - x - 10, height: fan.foot + 8 - top }
  return own ? [halo, stem, open, own] : [halo, stem, open]
}

function circleBox(x: number, y: number, r: number): Box {
  return { x: x - r, y: y - r, width: 2 * r, height: 2 * r }
}

/** The ink of a label whose mark stands at (x, y). */
export function labelBox({ side, dx, dy, width, lines }: LabelPlace, x: number, y: number): Box {
  const left = side === 'above' ? x + dx - width / 2 : side === 'right' ? x + dx : x + dx - width
  const height = lines.length * lineHeight
  return { x: left, y: y + dy + 3.4 - height, width, height }
}

export function leaderOf(label: LabelPlace, x: number, y: number): Line | undefined {
  if (!label.leader) return undefined
  return { x1: x, y1: y - stageRadius.mark - 2, x2: x, y2: y + label.dy + 5 }
}

/** The label of a mark at (x, y) as it is drawn. */
export function drawLabel(
  key: string,
  row: EventIndex,
  place: LabelPlace,
  x: number,
  y: number,
  color: string,
): Label {
  const box = labelBox(place, x, y)
  const anchor = place.align
  const edges = { start: box.x, middle: box.x + box.width / 2, end: box.x + box.width }
  const lines = place.lines.map((text, index): PlacedText => ({
    text,
    x: edges[anchor],
    y: y + place.dy - (place.lines.length - 1 - index) * lineHeight,
    anchor,
    style: 'label',
    color,
  }))
  return {
    key,
    event: row,
    box,
    lines,
    leader: leaderOf(place, x, y),
    selected: false,
    card: undefined,
  }
}
