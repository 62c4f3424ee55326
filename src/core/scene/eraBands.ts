import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Era } from '#core/model/document.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { type WrappedText, wrapText } from '#core/layout/wrapText.ts'
import type { Span } from '#core/time/instant.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import type { Frame } from './frame.ts'
import type { Box, EraBand, Label, PlacedText } from './scene.ts'
import type { SceneWords } from './sceneInput.ts'
import type { Theme } from './theme.ts'

/** An era as the drawing needs it: its date read and its name measured. */
export interface ReadEra {
  readonly id: string
  readonly span: Span
  readonly tone: 0 | 1
  readonly title: string
  /** The name on one line, and on two, with their widths. */
  readonly names: readonly WrappedText[]
}

/** Reads dates and measures names once. Eras whose date cannot be read are left out. */
export function readEras(
  eras: readonly Era[],
  words: SceneWords,
  measure: MeasureText,
): readonly ReadEra[] {
  const width = (text: string): number => measure(text, 'era')
  return eras.flatMap((era, index): ReadEra[] => {
    const read = parseDate(era.date)
    if (!read.ok) return []
    const title = words.text(era.title)
    const whole = wrapText(title, Infinity, 1, width)
    const broken = wrapText(title, whole.width * 0.72, 2, width)
    return [
      {
        id: era.id,
        span: drawnDate(read.date).outer,
        tone: index % 2 === 0 ? 1 : 0,
        title,
        names: broken.cut ? [whole] : [whole, broken],
      },
    ]
  })
}

/** In a chapter that is narrower a shortened name would say nothing, in pixels. */
const leastName = 46

/** Chapters as tinted paper, each with its name in the part that is visible. */
export function eraBands(
  eras: readonly ReadEra[],
  scale: TimeScale,
  frame: Frame,
  theme: Theme,
  measure: MeasureText,
  labels: readonly Label[],
): EraBand[] {
  const horizontal = frame.orientation === 'horizontal'
  const base = horizontal ? frame.plot.x : frame.plot.y
  const length = horizontal ? frame.plot.width : frame.plot.height
  let free = -Infinity
  return eras.flatMap((era): EraBand[] => {
    const start = Math.max(0, scale.x(era.span.start))
    const end = Math.min(length, scale.x(era.span.end))
    if (!(end > start)) return []
    const box: Box = horizontal
      ? { x: base + start, y: 0, width: end - start, height: frame.plot.y + frame.plot.height }
      : { x: 0, y: base + start, width: frame.size.width, height: end - start }
    const texts = horizontal ? along(era, box) : down(era, box)
    return [
      {
        key: era.id,
        tone: era.tone,
        box,
        texts,
      },
    ]
  })

  /**
   * At the start of its visible part, and inside the chapter: a name that stood beyond it would claim a time
   * that is not its own. Where none follows, its end may reach out by a third, of the chapter and of itself.
   * How it is set depends on the whole chapter, so that a pan changes no name.
   */
  function along(era: ReadEra, box: Box): PlacedText[] {
    if (frame.eraHead === 0) return []
    const next = eras.reduce(
      (least, { span }) => (span.start > era.span.start ? Math.min(least, span.start) : least),
      era.span.end + (era.span.end - era.span.start) / 3,
    )
    const room = scale.x(next) - scale.x(era.span.start)
    const fits = era.names.some(({ width }) => width <= room - 12)
    const x = box.x + (fits ? 10 : 4)
    const right = base + Math.min(length, scale.x(next)) - 2
    const reach = box.x + box.width
    const short =
      fits || room < leastName
        ? []
        : [wrapText(era.title, room - 6, 2, (text) => measure(text, 'era'))]
    const name = [...era.names, ...short].find(
      ({ width }) => width <= right - x && (width * 2) / 3 <= reach - x,
    )
    if (name === undefined || x < free) return []
    free = x + name.width + 6
    const first = name.lines.length === 1 ? 25 : 17
    return name.lines.map(({ text }, line) => ({
      text,
      x,
      y: first + line * 15,
      anchor: 'start',
      style: 'era',
      color: theme.ink2,
    }))
  }

  /** At the right edge, at the first height where no event's label stands. */
  function down({ title }: ReadEra, box: Box): PlacedText[] {
    const width = measure(title, 'era')
    const right = frame.size.width - 12
    if (right - width < frame.plot.x + 30) return []
    for (let y = box.y + 17; y < box.y + box.height - 4; y += 12) {
      if (y - 14 < free) continue
      const clear = labels.every(
        (label) =>
          label.box.y > y + 4 ||
          label.box.y + label.box.height < y - 13 ||
          label.box.x + label.box.width < right - width - 8,
      )
      if (!clear) continue
      free = y + 4
      return [{ text: title, x: right, y, anchor: 'end', style: 'era', color: theme.ink2 }]
    }
    return []
  }
}
