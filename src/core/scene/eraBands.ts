import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Era } from '#core/model/document.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { TimeScale } from '#core/viewport/timeScale.ts'
import type { Frame } from './frame.ts'
import type { EraBand } from './scene.ts'
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
    const title = words.text(era.title)
    const width = measure(title, 'era')
    const fits = horizontal
      ? frame.eraHead > 0 && width + 18 <= end - start
      : end - start > 26
    return [
      {
        key: era.id,
        tone: index % 2 === 0 ? 1 : 0,
        box: horizontal
          ? { x: base + start, y: 0, width: end - start, height: frame.plot.y + frame.plot.height }
          : { x: 0, y: base + start, width: frame.size.width, height: end - start },
        label: !fits
          ? undefined
          : horizontal
            ? { text: title, x: base + start + 10, y: 25, anchor: 'start', style: 'era', color: theme.ink2 }
            : {
                text: title,
                x: frame.size.width - 12,
                y: base + start + 17,
                anchor: 'end',
                style: 'era',
                color: theme.ink2,
              },
      } satisfies EraBand,
    ]
  })
}
