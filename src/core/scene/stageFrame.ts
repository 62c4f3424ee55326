import type { Size } from './frame.ts'

/** The stage is laid out in units: its height has at least this many, and text at least 11 (1/40). */
export const stageUnits = 440

/** The narrowest shape that fills its height; a narrower stage takes its units from its width. */
const narrowest = 4 / 3

/** Upright, as a phone is held, it has fewer: what is in the hand is not read from the last row. */
const upright = { shape: 0.5, units: 350 }

/** Outside of this share of each side stands nothing: old projectors cut it off. */
const stageMargin = 0.05

/**
 * The fixed lines of the stage, in units from its top left corner.
 *
 *    left                                      right
 *     ├ caption ───────────────┐   figure ┤   captionTop
 *     │                        ┘          │   captionFoot
 *     │   labels                     ┌ fan│   labelTop … fanFoot
 *     │  ───●────  ──○──  ◉──────────┤    │   liftedY (◉), threadY
 *     ├─────┬──────┬──────┬──────┬──  └   │   axisY
 *     ├ step count             sources ───┤   footY (baseline)
 */
export interface StageFrame {
  /** CSS pixels of one unit. */
  readonly scale: number
  readonly width: number
  readonly height: number
  /** Higher than wide: the figure stands under the text, since beside it there is no room. */
  readonly isTall: boolean
  readonly left: number
  readonly right: number
  readonly captionTop: number
  readonly captionFoot: number
  readonly labelTop: number
  readonly fanTop: number
  readonly fanFoot: number
  readonly liftedY: number
  readonly threadY: number
  readonly axisY: number
  readonly footY: number
}

/** The stage for a container in CSS pixels. Two of the same shape differ by `scale` only. */
export function stageFrame(size: Size): StageFrame {
  const scale = Math.min(size.height / stageUnits, size.width / unitsAcross(size))
  const width = size.width / scale
  const height = size.height / scale
  const side = Math.max(0.056 * width, 33)
  const footY = height - Math.max(stageMargin * height, 22) - 3
  const axisY = footY - 59
  // A part of what is higher than usual is for names over the axis, and the rest for the caption.
  const labelTop = axisY - 126 - 0.3 * Math.max(0, height - stageUnits)
  return {
    scale,
    width,
    height,
    isTall: height > 1.1 * width,
    left: side,
    right: width - side,
    captionTop: Math.max(stageMargin * height, 30),
    captionFoot: labelTop - 4,
    labelTop,
    fanTop: axisY - 168,
    fanFoot: axisY - 6,
    liftedY: axisY - 64,
    threadY: axisY - 28,
    axisY,
    footY,
  }
}

/** Units of a stage's width where that decides: from 4:3 to upright it loses them evenly. */
function unitsAcross({ width, height }: Size): number {
  const wide = narrowest * stageUnits
  const share = (narrowest - width / height) / (narrowest - upright.shape)
  return wide - Math.min(Math.max(share, 0), 1) * (wide - upright.units)
}
