import type { Size } from '#core/scene/frame.ts'

/** Device pixels of a canvas, and how many of them make one CSS pixel. */
export interface Backing extends Size {
  readonly ratio: number
}

/** What every browser can hold: Safari on a phone stops at 4096 × 4096. */
export const mostPixels = 4096 * 4096
export const longestSide = 16_384

/**
 * One pixel of the canvas for each of the screen, so that it is crisp, as far as that can be held; beyond, as
 * many as can. `size` in CSS pixels.
 */
export function backingOf({ width, height }: Size, devicePixelRatio: number): Backing {
  const wanted = Math.max(width, 1) * Math.max(height, 1)
  const ratio = Math.min(
    devicePixelRatio,
    Math.sqrt(mostPixels / wanted),
    longestSide / Math.max(width, height, 1),
  )
  const whole = ratio < devicePixelRatio ? Math.floor : Math.ceil
  return {
    width: Math.max(1, whole(width * ratio)),
    height: Math.max(1, whole(height * ratio)),
    ratio,
  }
}
