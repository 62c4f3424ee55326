import { fontFamilies } from '#core/layout/fonts.ts'
import type { MeasureFace } from '#core/scene/stageCaption.ts'

/** Measures large text as the browser sets it, each once. Make a new one when fonts arrive. */
export function createMeasureFace(): MeasureFace {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, { family, size, weight }) => {
    // Without a canvas: wider than any text is, so that nothing overflows.
    if (context === null) return text.length * size
    const key = `${family} ${weight}\n${text}`
    let width = known.get(key)
    if (width === undefined) {
      // At one large size: what is set in units scales from there.
      context.font = `${weight} 100px ${fontFamilies[family]}`
      width = context.measureText(text).width
      known.set(key, width)
    }
    return (width * size) / 100
  }
}
