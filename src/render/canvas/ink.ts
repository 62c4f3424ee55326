import { fontFamilies, fonts } from '#core/layout/fonts.ts'
import type { PlacedText } from '#core/scene/scene.ts'

/** On screen, or not. */
export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** The settings of a context. Lengths are the scene's pixels. */
export interface Ink {
  fill(style: string | CanvasGradient): void
  stroke(color: string, width: number): void
  dots(pattern: readonly number[], cap: CanvasLineCap): void
  /** 0 to 1. */
  opacity(value: number): void
  letters(style: PlacedText['style'], anchor: PlacedText['anchor']): void
  /** Back to what nothing is known about, as after a `restore`. */
  reset(): void
}

const alignments = { start: 'left', middle: 'center', end: 'right' } as const

/**
 * Sets a context only where something changes: reading a colour or a font costs it more than a small
 * shape. `scale`: device pixels of one pixel of the scene.
 */
export function inkOf(context: Context, scale: number): Ink {
  let filled: string | CanvasGradient | undefined
  let drawn: string | undefined
  let width: number | undefined
  let dotted: readonly number[] | undefined
  let opaque: number | undefined
  let font: PlacedText['style'] | undefined
  let anchor: PlacedText['anchor'] | undefined
  const written = new Map<PlacedText['style'], string>()

  return {
    fill(style) {
      if (filled === style) return
      filled = style
      context.fillStyle = style
    },
    stroke(color, wide) {
      if (drawn !== color) {
        drawn = color
        context.strokeStyle = color
      }
      if (width !== wide) {
        width = wide
        context.lineWidth = wide * scale
      }
    },
    dots(pattern, cap) {
      if (dotted !== pattern) {
        dotted = pattern
        context.setLineDash(pattern.map((part) => part * scale))
      }
      context.lineCap = cap
    },
    opacity(value) {
      if (opaque === value) return
      opaque = value
      context.globalAlpha = value
    },
    letters(style, at) {
      if (font !== style) {
        font = style
        context.font = written.get(style) ?? write(style)
      }
      if (anchor !== at) {
        anchor = at
        context.textAlign = alignments[at]
      }
    },
    reset() {
      filled = undefined
      drawn = undefined
      width = undefined
      dotted = undefined
      opaque = undefined
      font = undefined
      anchor = undefined
      context.lineJoin = 'round'
      context.direction = 'ltr'
      context.textBaseline = 'alphabetic'
    },
  }

  /** As CSS writes it. */
  function write(style: PlacedText['style']): string {
    const { weight, size, family } = fonts[style]
    const text = `${weight} ${size * scale}px ${fontFamilies[family]}`
    written.set(style, text)
    return text
  }
}
