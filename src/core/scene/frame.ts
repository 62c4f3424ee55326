import type { Orientation } from '#core/viewport/viewport.ts'
import type { Box } from './scene.ts'

/** Size of the drawing's container in CSS pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** The drawing's fixed boxes: everything else is placed inside them. */
export interface Frame {
  readonly size: Size
  readonly orientation: Orientation
  readonly plot: Box
  /** Height of the chapter names above the plot; 0 when there is no room. */
  readonly eraHead: number
  /** Width of the lane names; 0 when they stand inside their lanes. */
  readonly gutter: number
  /** Height (horizontal) or width (vertical) of the axis. */
  readonly axis: number
  /** Room for a lane's name at the top of its lane when there is no gutter. */
  readonly laneHead: number
}

/** Time runs downwards in narrow, tall containers. By container, never by window. */
export function orientationFor({ width, height }: Size): Orientation {
  return width < 640 && height >= 300 && height > width * 0.7 ? 'vertical' : 'horizontal'
}

/** Horizontal: gutter left, chapters on top, axis at the foot. Vertical: axis left, chapters inside. */
export function frameOf(
  size: Size,
  orientation: Orientation,
  has: { readonly eras: boolean; readonly laneNames: boolean },
): Frame {
  if (orientation === 'vertical') {
    const axis = 52
    return {
      size,
      orientation,
      plot: {
        x: axis,
        y: 0,
        width: Math.max(1, size.width - axis),
        height: Math.max(1, size.height),
      },
      eraHead: 0,
      gutter: 0,
      axis,
      laneHead: 0,
    }
  }
  const eraHead = has.eras && size.height >= 260 ? 40 : 0
  const axis = size.height >= 200 ? 38 : 24
  const gutter = !has.laneNames || size.width < 720 ? 0 : size.width < 980 ? 124 : 148
  return {
    size,
    orientation,
    plot: {
      x: gutter,
      y: eraHead,
      width: Math.max(1, size.width - gutter),
      height: Math.max(1, size.height - eraHead - axis),
    },
    eraHead,
    gutter,
    axis,
    laneHead: has.laneNames && gutter === 0 && size.height >= 260 ? 16 : 0,
  }
}

/** Length of the time axis in pixels. */
export function axisLength(frame: Frame): number {
  return frame.orientation === 'horizontal' ? frame.plot.width : frame.plot.height
}

/** Room for lanes across the axis in pixels. */
export function acrossLength(frame: Frame): number {
  return frame.orientation === 'horizontal' ? frame.plot.height : frame.plot.width
}
