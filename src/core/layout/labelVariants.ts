import { fonts } from './fonts.ts'
import type { MeasureText, TextStyle } from './measureText.ts'
import { wrapText } from './wrapText.ts'

/** One way to set an event's label: its lines from the top, ready to be placed. */
export interface LabelVariant {
  readonly lines: readonly {
    readonly text: string
    readonly width: number
    readonly style: TextStyle
  }[]
  readonly width: number
  readonly height: number
  /** How much worse than the best variant; counts against a place. */
  readonly penalty: number
}

export interface LabelWish {
  readonly title: string
  readonly date: string
  /** Anchors of the story are set stronger. */
  readonly strong: boolean
}

/** A title that is longer is never set on one line, in pixels. */
const longestLine = 300

function assemble(
  titleLines: readonly { text: string; width: number }[],
  titleStyle: TextStyle,
  date: { text: string; width: number } | undefined,
  penalty: number,
): LabelVariant {
  const lines = titleLines.map((line) => ({ ...line, style: titleStyle }))
  const all = date === undefined ? lines : [...lines, { ...date, style: 'labelDate' as const }]
  return {
    lines: all,
    width: all.reduce((most, { width }) => Math.max(most, width), 0),
    height: all.reduce((sum, { style }) => sum + fonts[style].lineHeight, 0),
    penalty,
  }
}

/**
 * The ways to set a label beside a mark, best first: wrapped over two or three short lines, on one
 * line, and on one line without its date. `compact` puts the smallest first. None is ever smaller than
 * the type's own size.
 */
export function labelVariantsBeside(
  wish: LabelWish,
  measure: MeasureText,
  compact: boolean,
): LabelVariant[] {
  const style: TextStyle = wish.strong ? 'labelStrong' : 'label'
  const measureTitle = (text: string): number => measure(text, style)
  const date =
    wish.date === '' ? undefined : { text: wish.date, width: measure(wish.date, 'labelDate') }
  const short = wrapText(wish.title, wish.strong ? 150 : 132, 2, measureTitle)
  const { lines } = short.cut
    ? wrapText(wish.title, wish.strong ? 160 : 148, 3, measureTitle)
    : short
  const title = wish.title.trim().replaceAll(/\s+/g, ' ')
  // As many letters as pixels are never narrower; a canvas takes long over a page of text.
  const mayFit = lines.length > 1 && title.length <= longestLine
  const width = mayFit ? measureTitle(title) : Infinity
  const oneLine = width <= longestLine ? [{ text: title, width }] : undefined
  if (compact) {
    // Where room is short, more labels say more than their dates.
    const few = oneLine ? [assemble(oneLine, style, undefined, 0)] : []
    return [...few, assemble(lines, style, undefined, 0.6), assemble(lines, style, date, 2)]
  }
  return [
    assemble(lines, style, date, 0),
    ...(oneLine ? [assemble(oneLine, style, date, 1.5)] : []),
    assemble(lines, style, undefined, 4),
    ...(oneLine ? [assemble(oneLine, style, undefined, 5)] : []),
  ]
}

/** The one way to set a label in a column of `width` pixels (time running downwards). */
export function labelVariantsInColumn(
  wish: LabelWish,
  measure: MeasureText,
  width: number,
): LabelVariant[] {
  const style: TextStyle = wish.strong ? 'labelStrong' : 'label'
  const title = wrapText(wish.title, width, 2, (text) => measure(text, style))
  const date =
    wish.date === '' ? undefined : { text: wish.date, width: measure(wish.date, 'labelDate') }
  return [assemble(title.lines, style, date, 0)]
}

/** How labels are set in a drawing: beside their marks, or in a column of `width` pixels. */
export type LabelSetting = 'beside' | 'compact' | { readonly width: number }

/** Label variants of a row, each measured once. */
export function labelCache<Row>(
  wishOf: (row: Row) => LabelWish,
  measure: MeasureText,
  setting: LabelSetting,
): (row: Row) => readonly LabelVariant[] {
  const known = new Map<Row, readonly LabelVariant[]>()
  return (row) => {
    const found = known.get(row)
    if (found) return found
    const wish = wishOf(row)
    const made =
      typeof setting === 'object'
        ? labelVariantsInColumn(wish, measure, setting.width)
        : labelVariantsBeside(wish, measure, setting === 'compact')
    known.set(row, made)
    return made
  }
}
