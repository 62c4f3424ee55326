import type { Box, Line, Mark, PlacedText } from '#core/scene/scene.ts'

/** How an outline is drawn; `width` in the scene's pixels. */
export interface Stroke {
  readonly color: string
  readonly width: number
  /** Dots of one pixel, four apart; `round` ones on curves. Solid when left out. */
  readonly dots?: 'square' | 'round'
  /** 0 to 1; 1 when left out. */
  readonly opacity?: number
}

/**
 * What a scene is painted with: the few shapes that it is made of. `paintScene` says what is drawn in which
 * order; a pen says how that is done in SVG or on a canvas. A `key` is unique among the shapes of one kind in
 * a group, and stable from frame to frame. All lengths are the scene's pixels.
 */
export interface Pen {
  /**
   * What follows until `close` belongs together. `rides`: all of it stands at instants, so that a pan moves it
   * as one.
   */
  open(key: string, rides?: boolean): void
  /** The same, and is seen inside the box only. */
  clip(key: string, box: Box): void
  close(): void
  area(key: string, box: Box, color: string): void
  /** An area with an outline and round corners, of 6 when left out. */
  card(key: string, box: Box, color: string, stroke: Stroke, corner?: number): void
  circle(
    key: string,
    x: number,
    y: number,
    radius: number,
    color: string,
    stroke?: Stroke,
    opacity?: number,
  ): void
  /** The band or bar of a mark, which may fade out at its ends. */
  extent(mark: Mark): void
  lines(key: string, lines: readonly Line[], stroke: Stroke): void
  /** `path` is SVG path data. */
  curve(key: string, path: string, stroke: Stroke): void
  /** `halo`: the paper around the letters, so that a hairline behind them never cuts one. */
  text(key: string, placed: PlacedText, halo: string | undefined): void
}
