import { wrapText } from '#core/layout/wrapText.ts'
import { fanOf } from './stageFan.ts'
import { stageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'

/** Width of a line of text in units, at a size in units. */
export type MeasureFace = (
  text: string,
  face: { readonly family: 'serif' | 'sans'; readonly size: number; readonly weight: number },
) => number

export interface CaptionTexts {
  /** "26 July 2019 · WeBank": the first of these that fits on one line stands over the title. */
  readonly overlines: readonly string[]
  readonly title: string
  readonly text: string
  readonly figure: FigureTexts | undefined
}

/** A number to remember. */
export interface FigureTexts {
  /** "more than", small above the value. */
  readonly prefix: string
  readonly value: string
  /** Beneath. */
  readonly unit: string
  readonly label: string
}

/** Lines ready to be set, with sizes and baselines-to-baselines in units. Nothing in it is cut off. */
export interface SetText {
  readonly lines: readonly string[]
  readonly size: number
  readonly leading: number
}

export interface StageCaption {
  readonly overline: SetText
  readonly title: SetText
  /** Undefined when no whole sentence of it has room. */
  readonly text: SetText | undefined
  /** True when sentences of the text, or words of the title, had to be left out. */
  readonly shortened: boolean
  readonly figure:
    | {
        readonly prefix: SetText | undefined
        readonly value: SetText
        /** What it counts. */
        readonly unit: SetText | undefined
        readonly label: SetText | undefined
        readonly width: number
        /** At the right of the words; on a stage that is higher than wide, under them. */
        readonly place: 'beside' | 'under'
      }
    | undefined
}

const sizes = {
  overline: 13.4,
  /** 1/14 of 440 is 31.4. */
  title: { largest: 36, least: 31.6 },
  /** 1/30 of 440 is 14.67. */
  text: 14.9,
  value: { largest: 96, least: 24 },
  prefix: 13.4,
  unit: 14.9,
  label: 13.4,
}
const leading = { overline: 19, title: 1.16, text: 21, prefix: 18, unit: 21, label: 18 }
/** Between the parts of a caption. */
export const captionGaps = { afterOverline: 2, afterTitle: 8, aboveFigure: 22 }
/** Lines of a title: on a stage that is higher than wide there is room for more. */
const mostTitleLines = { wide: 3, tall: 6 }
/** The longest line that is still read at a glance. */
const longest = 450

/**
 * Sets the caption of a step above the drawing: the title on a few lines, as large as they go
 * but never under 1/14 of the height; then as many whole sentences as there is room for at 1/30.
 */
export function layoutCaption(
  texts: CaptionTexts,
  input: StageInput,
  measure: MeasureFace,
): StageCaption {
  const frame = stageFrame(input.size)
  const inner = frame.right - frame.left
  const fan = fanOf(input, frame)
  const roomBeside = (figure: StageCaption['figure']): number => {
    const besides = figure?.place === 'beside' ? figure.width + 34 : 0
    return inner - Math.max(besides, fan && !frame.isTall ? fan.width + 40 : 0)
  }
  const place = frame.isTall ? 'under' : 'beside'
  const most = frame.isTall ? mostTitleLines.tall : mostTitleLines.wide
  const wanted = texts.figure && setFigure(texts.figure, inner, place, measure)
  // A title too long for its lines takes the whole width, then the figure's place.
  const tries = [
    { figure: wanted, width: Math.min(roomBeside(wanted), longest) },
    { figure: wanted, width: roomBeside(wanted) },
    { figure: undefined, width: roomBeside(undefined) },
    { figure: undefined, width: inner },
  ].map((kept) => ({ ...kept, title: setTitle(texts.title, kept.width, most, measure) }))
  const found = tries.find(({ title }) => !title.cut)
  const figure = found?.figure
  const title = found?.title ?? setTitle(texts.title, inner, most, measure)
  const width = Math.min(roomBeside(figure), longest)
  const height = frame.captionFoot - frame.captionTop

  const overline = texts.overlines
    .map((text) =>
      wrapAt(text, roomBeside(figure), frame.isTall ? 2 : 1, sizes.overline, 'sans', 450, measure),
    )
    .find(({ cut }) => !cut)
  const used =
    leading.overline * Math.max(1, overline?.lines.length ?? 0) +
    captionGaps.afterOverline +
    title.lines.length * title.leading +
    captionGaps.afterTitle +
    (figure?.place === 'under' ? captionGaps.aboveFigure + figureHeight(figure) : 0)
  const room = Math.floor((height - used) / leading.text)
  const body = setSentences(texts.text, width, room, measure)
  return {
    overline: {
      lines: (overline?.lines ?? []).map(({ text }) => text),
      size: sizes.overline,
      leading: leading.overline,
    },
    title,
    text: body.set,
    shortened: body.shortened || title.cut,
    figure,
  }
}

function setTitle(
  title: string,
  width: number,
  most: number,
  measure: MeasureFace,
): SetText & { readonly cut: boolean } {
  const { largest, least } = sizes.title
  const set = (size: number, lines: number) =>
    wrapAt(title, width, lines, size, 'serif', 650, measure)
  const roomy = set(largest, 2)
  const size = roomy.cut ? least : largest
  const wrapped = roomy.cut ? set(least, most) : roomy
  const lines = wrapped.lines.map(({ text }) => text)
  return { lines, size, leading: size * leading.title, cut: wrapped.cut }
}

/** As many whole sentences as fit; never a part of one. */
function setSentences(
  text: string,
  width: number,
  room: number,
  measure: MeasureFace,
): { readonly set: SetText | undefined; readonly shortened: boolean } {
  const sentences = sentencesOf(text)
  for (let count = sentences.length; count > 0; count -= 1) {
    const kept = sentences.slice(0, count).join('').trim()
    const wrapped =
      room < 1 ? undefined : wrapAt(kept, width, room, sizes.text, 'sans', 400, measure)
    if (wrapped === undefined || wrapped.cut) continue
    const lines = wrapped.lines.map((line) => line.text)
    return {
      set: { lines, size: sizes.text, leading: leading.text },
      shortened: count < sentences.length,
    }
  }
  return { set: undefined, shortened: sentences.length > 0 }
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })

function sentencesOf(text: string): string[] {
  return [...sentences.segment(text.trim())].map(({ segment }) => segment)
}

/** Units from the top of a figure to its foot. */
function figureHeight({ prefix, value, unit, label }: NonNullable<StageCaption['figure']>): number {
  return [prefix, value, unit, label].reduce(
    (sum, set) => sum + (set ? set.lines.length * set.leading : 0),
    0,
  )
}

function setFigure(
  figure: FigureTexts,
  inner: number,
  place: 'beside' | 'under',
  measure: MeasureFace,
): StageCaption['figure'] {
  const widest = inner * (place === 'under' ? 1 : 0.44)
  const natural = measure(figure.value, { family: 'sans', size: 100, weight: 700 }) / 100
  const fitting = natural > 0 ? widest / natural : sizes.value.largest
  const size = Math.min(sizes.value.largest, Math.max(sizes.value.least, fitting))
  const value = wrapAt(figure.value, widest, 1, size, 'sans', 700, measure)
  if (value.cut) return undefined
  const column = place === 'under' ? widest : Math.min(widest, 190)
  const set = (text: string, part: 'prefix' | 'unit' | 'label', weight: number) => {
    if (text === '') return undefined
    const lines = part === 'prefix' ? 1 : 2
    const wrapped = wrapAt(text, column, lines, sizes[part], 'sans', weight, measure)
    return {
      lines: wrapped.lines.map((line) => line.text),
      size: sizes[part],
      leading: leading[part],
      width: wrapped.width,
    }
  }
  // A label alone says what is counted.
  const [counted, told] = figure.unit === '' ? [figure.label, ''] : [figure.unit, figure.label]
  const prefix = set(figure.prefix, 'prefix', 450)
  const unit = set(counted, 'unit', 600)
  const label = set(told, 'label', 450)
  return {
    prefix,
    value: { lines: value.lines.map(({ text }) => text), size, leading: size * 0.98 },
    unit,
    label,
    width: Math.max(value.width, ...[prefix, unit, label].map((part) => part?.width ?? 0)),
    place,
  }
}

function wrapAt(
  text: string,
  width: number,
  lines: number,
  size: number,
  family: 'serif' | 'sans',
  weight: number,
  measure: MeasureFace,
) {
  return wrapText(text, width, lines, (part) => measure(part, { family, size, weight }))
}
