import { fonts } from '#core/layout/fonts.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import { formatDate } from '#core/time/formatDate.ts'
import type { Label, Mark, PlacedText } from './scene.ts'
import type { StageLayout } from './stageLayout.ts'
import type { Theme } from './theme.ts'

const widest = 210
const padding = 8

/** The name and date of the mark that is pointed at, on a card above it that all can read. */
export function stageCard(mark: Mark, { input, frame }: StageLayout, theme: Theme): Label {
  const { table, words, measure } = input
  const title = words.text(table.event(mark.event)?.title)
  const date = table.date(mark.event)
  const when = date ? formatDate(date, words.dateWords, 'long') : ''
  const name = wrapText(title, widest, 3, (text) => measure(text, 'labelStrong'))
  const told = wrapText(when, widest, 2, (text) => measure(text, 'label'))
  const width = Math.max(name.width, told.width)
  const nameHeight = name.lines.length * fonts.labelStrong.lineHeight
  const height = nameHeight + told.lines.length * fonts.label.lineHeight
  const x = Math.min(
    Math.max(mark.x - width / 2, frame.left + padding),
    frame.right - padding - width,
  )
  const wanted = mark.y - mark.radius - 10 - padding - height
  const y = Math.max(wanted, frame.captionTop + padding)
  const line = (
    text: string,
    at: number,
    style: PlacedText['style'],
    color: string,
  ): PlacedText => ({
    text,
    x,
    y: at,
    anchor: 'start',
    style,
    color,
  })
  return {
    key: `card:${table.id(mark.event) ?? mark.event}`,
    event: mark.event,
    box: { x, y, width, height },
    lines: [
      ...name.lines.map(({ text }, index) =>
        line(text, y + 13 + index * fonts.labelStrong.lineHeight, 'labelStrong', theme.ink),
      ),
      ...told.lines.map(({ text }, index) =>
        line(text, y + nameHeight + 13 + index * fonts.label.lineHeight, 'label', theme.ink2),
      ),
    ],
    leader: undefined,
    selected: false,
    card: {
      x: x - padding,
      y: y - padding + 2,
      width: width + 2 * padding,
      height: height + 2 * padding - 2,
    },
  }
}
