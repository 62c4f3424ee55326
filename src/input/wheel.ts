import type { Box } from '#core/scene/scene.ts'
import type { Orientation, ViewCommand } from '#core/viewport/viewport.ts'

/** Whose the plain wheel is: it travels along time, zooms, or is left to the page. */
export type WheelManner = 'pan' | 'zoom' | 'page'

/** The parts of a WheelEvent that count, with the pointer in pixels of the drawing. */
export interface WheelTurn {
  readonly x: number
  readonly y: number
  readonly deltaX: number
  readonly deltaY: number
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export interface WheelPlace {
  readonly manner: WheelManner
  readonly orientation: Orientation
  readonly plot: Box
  /** The lanes are higher than the plot: over their names the wheel scrolls them. */
  readonly lanesScroll: boolean
}

/** Firefox turns a mouse wheel by three lines where others turn it by 100 pixels. */
const pxPerLine = 100 / 3

/** Exponent of 2 per pixel. A pinch on a trackpad comes as Ctrl with small steps, so it counts more. */
const zoomPerPx = { plain: 0.003, pinch: 0.01 }

/** No single turn zooms by more than this exponent, however coarse the wheel. */
const zoomAtMost = 0.5

/** The command for a turn of the wheel; undefined where it is the page's. */
export function commandForWheel(turn: WheelTurn, place: WheelPlace): ViewCommand | undefined {
  const { manner, orientation, plot } = place
  const isHorizontal = orientation === 'horizontal'
  const length = Math.max(1, isHorizontal ? plot.width : plot.height)
  const unit = turn.deltaMode === 1 ? pxPerLine : turn.deltaMode === 2 ? length : 1
  const across = turn.deltaX * unit
  const down = turn.deltaY * unit
  const isZoomKey = turn.ctrlKey || turn.metaKey

  if (isZoomKey || (manner === 'zoom' && !turn.shiftKey && Math.abs(down) >= Math.abs(across))) {
    const exponent = -down * (isZoomKey ? zoomPerPx.pinch : zoomPerPx.plain)
    const factor = 2 ** Math.min(Math.max(exponent, -zoomAtMost), zoomAtMost)
    return { type: 'zoomAt', at: fractionOf(turn, place), factor }
  }
  if (manner === 'page' && !turn.shiftKey) return undefined
  const isOverNames = isHorizontal ? turn.x < plot.x : turn.y < plot.y
  if (place.lanesScroll && isOverNames && !turn.shiftKey) {
    return { type: 'scrollBy', px: isHorizontal ? down : across }
  }
  // A trackpad moves in both directions at once; the one that it means is the larger.
  const along = Math.abs(across) > Math.abs(down) ? across : down
  return { type: 'panBy', fraction: along / length }
}

/** Where a point lies along the axis, from 0 at its start to 1 at its end. */
export function fractionOf(
  point: { readonly x: number; readonly y: number },
  { orientation, plot }: Pick<WheelPlace, 'orientation' | 'plot'>,
): number {
  const part =
    orientation === 'horizontal'
      ? (point.x - plot.x) / Math.max(1, plot.width)
      : (point.y - plot.y) / Math.max(1, plot.height)
  return Math.min(Math.max(part, 0), 1)
}
