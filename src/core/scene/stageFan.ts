import type { EventIndex } from '#core/data/eventTable.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import type { Label, Spoke } from './scene.ts'
import type { StageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'
import { stageRadius } from './stageMarks.ts'

/** Least and usual distance of two children, in units. */
const pitches = { least: 15, usual: 16.4 }
/** The longest name of a child, in units. */
const nameWidth = 150

/** The parts of the step's event, as a column at the right. */
export interface StageFan {
  /** Of the dots. */
  readonly x: number
  readonly top: number
  readonly foot: number
  readonly width: number
  readonly children: readonly {
    readonly row: EventIndex
    readonly name: string
    readonly y: number
  }[]
  /** Children for whom there is no room: "+12" at the foot of the column. */
  readonly more: number
}

/** The column of an event's matching parts; undefined when it has none. */
export function fanOf(input: StageInput, frame: StageFrame): StageFan | undefined {
  const { table, matching, row, words, measure } = input
  const rows = (row === undefined ? [] : (table.children.get(row) ?? [])).filter(
    (child) => matching[child] === 1,
  )
  if (rows.length === 0) return undefined
  const room = Math.floor((frame.fanFoot - frame.fanTop) / pitches.least) + 1
  const shown = rows.length > room ? rows.slice(0, room - 1) : rows
  const more = rows.length - shown.length
  const places = shown.length + (more > 0 ? 1 : 0)
  const pitch = Math.min(
    pitches.usual,
    places > 1 ? (frame.fanFoot - frame.fanTop) / (places - 1) : pitches.usual,
  )
  const height = pitch * (places - 1)
  const foot = Math.min(frame.fanFoot, frame.liftedY + height / 2)
  const top = foot - height
  const names = shown.map((child) => {
    const title = words.text(table.event(child)?.title)
    return wrapText(title, nameWidth, 1, (text) => measure(text, 'label'))
  })
  const width = names.reduce((most, name) => Math.max(most, name.width), 0) + 10
  return {
    x: frame.right - width,
    top,
    foot,
    width,
    children: shown.map((child, index) => ({
      row: child,
      name: names[index]?.lines[0]?.text ?? '',
      y: top + index * pitch,
    })),
    more,
  }
}

/** A curve from the centre of a fan to a dot of its column, which leaves and arrives level. */
export function fanSpoke(
  key: string,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  color: string,
): Spoke {
  const number = (value: number): string => String(Math.round(value * 100) / 100)
  const end = to.x - stageRadius.child
  const middle = from.x + (end - from.x) * 0.5
  const start = from.x + stageRadius.current
  const path = `M${number(start)} ${number(from.y)}C${number(middle)} ${number(from.y)} ${number(middle)} ${number(to.y)} ${number(end)} ${number(to.y)}`
  return { key, line: { x1: from.x, y1: from.y, x2: end, y2: to.y }, path, color }
}

/** The name beside a child's dot. */
export function fanLabel(
  key: string,
  row: EventIndex,
  text: string,
  x: number,
  y: number,
  width: number,
  color: string,
): Label {
  const at = x + stageRadius.child + 6.2
  return {
    key,
    event: row,
    box: { x: at, y: y - 8, width, height: 16 },
    lines: [{ text, x: at, y: y + 4.4, anchor: 'start', style: 'label', color }],
    leader: undefined,
    selected: false,
    card: undefined,
  }
}
