import { fonts } from './fonts.ts'
import type { MeasureText, TextStyle } from './measureText.ts'
import { wrapText } from './wrapText.ts'

/** One way to set an event's label: its lines from the top, ready to be placed. */
export interface LabelVariant {
  readonly lines: readonly { readonly text: string; readonly width: number; readonly style: TextStyle }[]
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
 * line, and on one line without its date. None is ever smaller than the type's own size.
 */
export function labelVariantsBeside(wish: LabelWish, measure: MeasureText): LabelVariant[] {
  const style: TextStyle = wish.strong ? 'labelStrong' : 'label'
  const measureTitle = (text: string): number => measure(text, style)
  const date = wish.date === '' ? undefined : { text: wish.date, width: measure(wish.date, 'labelDate') }
  const short = wrapText(wish.title, wish.strong ? 150 : 132, 2, measureTitle)
  const wrapped = short.cut ? wrapText(wish.title, wish.strong ? 160 : 148, 3, measureTitle) : short
  const oneLine = wrapText(wish.title, 300, 1, measureTitle)
  const variants = [assemble(wrapped.lines, style, date, 0)]
  if (wrapped.lines.length > 1 && !oneLine.cut) {
    variants.push(assemble(oneLine.lines, style, date, 1.5))
  }
  variants.push(assemble(wrapped.lines, style, undefined, 4))
  if (!oneLine.cut) variants.push(assemble(oneLine.lines, style, undefined, 5))
  return variants
}

/** The one way to set a label in a column of `width` pixels (time running downwards). */
export function labelVariantsInColumn(wish: LabelWish, measure: MeasureText, width: number): LabelVariant[] {
  const style: TextStyle = wish.strong ? 'labelStrong' : 'label'
  const title = wrapText(wish.title, width, 2, (text) => measure(text, style))
  const date = wish.date === '' ? undefined : { text: wish.date, width: measure(wish.date, 'labelDate') }
  return [assemble(title.lines, style, date, 0)]
}
