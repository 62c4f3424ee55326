import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Era } from '#core/model/document.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import { wrapText } from '#core/layout/wrapText.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import type { Frame } from './frame.ts'
import type { Box, EraBand, Label, PlacedText } from './scene.ts'
import type { SceneWords } from './sceneInput.ts'
import type { Theme } from './theme.ts'

/** Chapters as tinted paper, each with its name in the part that is visible. Unreadable dates draw nothing. */
export function eraBands(
  eras: readonly Era[],
  scale: TimeScale,
  frame: Frame,
  theme: Theme,
  words: SceneWords,
  measure: MeasureText,
  labels: readonly Label[],
): EraBand[] {
  const horizontal = frame.orientation === 'horizontal'
  const base = horizontal ? frame.plot.x : frame.plot.y
  const length = horizontal ? frame.plot.width : frame.plot.height
  return eras.flatMap((era, index) => {
    const read = parseDate(era.date)
    if (!read.ok) return []
    const { outer } = drawnDate(read.date)
    const start = Math.max(0, scale.x(outer.start))
    const end = Math.min(length, scale.x(outer.end))
    if (end <= start) return []
    const box: Box = horizontal
      ? { x: base + start, y: 0, width: end - start, height: frame.plot.y + frame.plot.height }
      : { x: 0, y: base + start, width: frame.size.width, height: end - start }
    const title = words.text(era.title)
    const texts = horizontal ? along(title, box) : down(title, box)
    return [{ key: era.id, tone: index % 2 === 0 ? 1 : 0, box, texts } satisfies EraBand]
  })

  function along(title: string, box: Box): PlacedText[] {
    if (frame.eraHead === 0) return []
    const name = wrapText(title, box.width - 14, 2, (text) => measure(text, 'era'))
    if (name.cut) return []
    const first = name.lines.length === 1 ? 25 : 17
    return name.lines.map(({ text }, line) => ({
      text,
      x: box.x + 10,
      y: first + line * 15,
      anchor: 'start',
      style: 'era',
      color: theme.ink2,
    }))
  }

  /** At the right edge, at the first height where no event's label stands. */
  function down(title: string, box: Box): PlacedText[] {
    const width = measure(title, 'era')
    const right = frame.size.width - 12
    for (const y of [box.y + 17, box.y + box.height - 8]) {
      if (y - 14 < box.y || y > box.y + box.height) continue
      const clear = labels.every(
        (label) =>
          label.box.y > y + 4 ||
          label.box.y + label.box.height < y - 13 ||
          label.box.x + label.box.width < right - width - 8,
      )
      if (clear) return [{ text: title, x: right, y, anchor: 'end', style: 'era', color: theme.ink2 }]
    }
    return []
  }
}
