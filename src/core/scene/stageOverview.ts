import { type EventIndex, isUnseen } from '#core/data/eventTable.ts'
import { noRows } from '#core/data/rowSet.ts'
import { fonts } from '#core/layout/fonts.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { EraBand, Mark } from './scene.ts'
import { freeLevel, mostOnOthers } from './stageGrains.ts'
import type { StageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'
import { dotOf, markX, stageRadius, type StageScale, stageX, tooNear } from './stageMarks.ts'
import type { Theme } from './theme.ts'

/** Units between the centres of two dots on top of each other. */
const pitch = 2 * stageRadius.dot + 1.6

/**
 * Everything at once: each event a dot at its time, on top of those that were there before; of very many as far
 * as there is room, and the rest is counted. A ring where the day is not known.
 *
 *        o
 *      o o    o
 *     oo oo  oo   o
 *   ──┬────┬────┬────
 */
export function overviewMarks(
  { table, matching }: StageInput,
  frame: StageFrame,
  scale: StageScale,
  colorOf: (row: EventIndex) => string,
): Mark[] {
  const marks: Mark[] = []
  // Last place taken at each height: rows come in order of time.
  const taken: number[] = []
  const floor = frame.axisY - pitch
  const most = Math.max(1, Math.floor((floor - frame.labelTop) / pitch) + 1)
  const onTop = table.length > mostOnOthers ? undefined : most - 1
  for (let row = 0; row < table.length; row += 1) {
    if (matching[row] !== 1 || isUnseen(table, row)) continue
    const x = markX(table, row, scale)
    const height = freeLevel(taken, x, pitch, most) ?? onTop
    const dot = height === undefined ? 'none' : dotOf(table, row, scale)
    if (height === undefined || dot === 'none') continue
    taken[height] = x
    marks.push({
      key: `e:${table.id(row) ?? row}`,
      event: row,
      gathered: noRows,
      lane: -1,
      x,
      y: floor - height * pitch,
      dot,
      radius: dot === 'open' ? stageRadius.dot - 1 : stageRadius.dot,
      extent: undefined,
      color: colorOf(row),
      count: 0,
      selected: false,
    })
  }
  return marks
}

/** The chapters as papers behind the dots; a name that has no room on two lines is left out. */
export function overviewEras(
  { table, words, measure }: StageInput,
  frame: StageFrame,
  scale: StageScale,
  theme: Theme,
  marks: readonly Mark[],
): EraBand[] {
  return table.document.eras.flatMap((era, index): EraBand[] => {
    const reading = parseDate(era.date)
    if (!reading.ok) return []
    const { outer } = drawnDate(reading.date)
    const from = Math.max(scale.from, stageX(scale, outer.start))
    const to = Math.min(scale.to, stageX(scale, outer.end))
    if (to <= from) return []
    const top = frame.labelTop - 6
    const box = { x: from, y: top, width: to - from, height: frame.axisY - top }
    const name = wrapText(words.text(era.title), box.width - 14, 2, (text) => measure(text, 'era'))
    const named = { x: from + 8, y: top, width: name.width, height: 8 + name.lines.length * 16 }
    const isTaken = marks.some(({ x, y }) => tooNear({ x, y, width: 0, height: 0 }, named, 6))
    const texts =
      name.cut || isTaken
        ? []
        : name.lines.map(({ text }, line) => ({
            text,
            x: from + 8,
            y: top + 17 + line * fonts.era.lineHeight,
            anchor: 'start' as const,
            style: 'era' as const,
            color: theme.ink2,
          }))
    return [{ key: `era:${era.id}`, box, tone: index % 2 === 0 ? 0 : 1, texts }]
  })
}
