import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import { measureByTable } from '#core/layout/measureByTable.ts'
import type { MeasureText } from '#core/layout/measureText.ts'

/**
 * Measures with the browser's own fonts, each text once. Make a new one when fonts arrive: widths
 * change then. Falls back to the built-in table where no 2D context can be had.
 */
export function createMeasureText(): MeasureText {
  const context = document.createElement('canvas').getContext('2d')
  if (context === null) return measureByTable
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
