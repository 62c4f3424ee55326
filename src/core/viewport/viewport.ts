import type { Instant, Span } from '#core/time/instant.ts'

/** Which way time runs on screen. */
export type Orientation = 'horizontal' | 'vertical'

/** What is visible: a stretch of time along the axis, and how far the lanes are scrolled across it. */
export interface Viewport {
  readonly span: Span
  /** Pixels by which the lane area is scrolled; 0 when all lanes fit. */
  readonly scroll: number
}

/** Shortest and longest visible stretch: 10 ms, and 100 billion years. */
export const minSpan = 10
export const maxSpan = 3.2e21

/** A wish to change the viewport. `at` is a fraction of the axis, 0 at its start and 1 at its end. */
export type ViewCommand =
  /** Move along time; positive shows what is later. In fractions of the axis. */
  | { readonly type: 'panBy'; readonly fraction: number }
  /** Scroll the lanes, in pixels. */
  | { readonly type: 'scrollBy'; readonly px: number }
  /** Zoom so that the instant at `at` stays where it is. `factor` > 1 comes nearer. */
  | { readonly type: 'zoomAt'; readonly at: number; readonly factor: number }
  /** Show exactly this. */
  | { readonly type: 'show'; readonly span: Span }
  /** Move only as far as needed to bring the instant inside the middle part of the view. */
  | {
      readonly type: 'reveal'
      readonly instant: Instant
      /** Fraction of what can be seen that is too near to its edges. */
      readonly margin?: number
      /** Fraction of the view, at its end, that something lies over. */
      readonly covered?: number
    }
