import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import type { MeasureText } from '#core/layout/measureText.ts'

/**
 * Measures with the browser's own fonts, each text once. Make a new one when fonts arrive: widths
 * change then. Where no 2D context can be had, every letter is taken as of average width: the table
 * that goldens are measured with is not worth its weight there.
 */
export function createMeasureText(): MeasureText {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return (text, style) => text.length * fonts[style].size * 0.6
  const known = new Map<string, number>()
  return (text, style) => {
    const key = `${style}\n${text}`
    const found = known.get(key)
    if (found !== undefined) return found
    const font = fonts[style]
    context.font = `${font.weight} ${font.size}px ${fontFamilies[font.family]}`
    const { width } = context.measureText(text)
    known.set(key, width)
    return width
  }
}
