import type { EventIndex } from '#core/data/eventTable.ts'
import type { RowSet } from '#core/data/rowSet.ts'
import type { TextStyle } from '#core/layout/measureText.ts'
import type { Span } from '#core/time/instant.ts'
import type { Orientation } from '#core/viewport/viewport.ts'
import type { Theme } from './theme.ts'

/**
 * The narrow waist: everything that is drawn, in CSS pixels from the top left corner of the drawing,
 * and nothing else. Renderers, exporters, golden tests and the hit test read only this. All colours
 * are `#rrggbb`. Order in a list is drawing order.
 *
 *    ┌─────────┬───────────────── eras ───────────────┐
 *    │ lanes   │  plot: marks, labels, ties, relations │
 *    │ (names) │                                       │
 *    ├─────────┴───────────── axis (ticks) ────────────┤     horizontal; vertical puts the axis on the left
 */
export interface Scene {
  readonly size: { readonly width: number; readonly height: number }
  /** CSS pixels of one unit of everything here; 1 when left out. The stage sizes all by its height. */
  readonly scale?: number
  readonly orientation: Orientation
  readonly theme: Theme
  /** The time area. Marks, labels, ties and relations are clipped to it. */
  readonly plot: Box
  /** Where the line of the axis runs, when it is not the edge of the plot. */
  readonly spine?: Line
  /** The visible stretch of time. */
  readonly span: Span
  readonly eras: readonly EraBand[]
  readonly lanes: readonly LaneBand[]
  /** Parts of the plot whose events are still on their way, and are only counted. */
  readonly loading: readonly Box[]
  readonly ticks: readonly Tick[]
  /** The next larger unit at the start of the axis ("2019" above days), always in sight. */
  readonly parentUnit: PlacedText | undefined
  /** Its second line, where it is too wide for one. */
  readonly parentSecondLine?: PlacedText
  readonly ties: readonly Tie[]
  readonly spokes: readonly Spoke[]
  readonly relations: readonly RelationCurve[]
  readonly marks: readonly Mark[]
  readonly labels: readonly Label[]
  /** Full height of all lanes in pixels; larger than the plot when the lanes scroll. */
  readonly lanesHeight: number
  readonly counts: SceneCounts
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedText {
  readonly text: string
  readonly x: number
  /** Baseline. */
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  readonly style: TextStyle
  readonly color: string
}

export interface EraBand {
  readonly key: string
  readonly box: Box
  /** 0 or 1: the two alternating papers. */
  readonly tone: 0 | 1
  /** Its name, on one or two lines; empty where it does not fit. */
  readonly texts: readonly PlacedText[]
}

export interface LaneBand {
  readonly key: string
  /** Its whole name, which `texts` may have to cut. */
  readonly name: string
  /** Whole width of the drawing, gutter included. */
  readonly box: Box
  readonly color: string
  /** Name and note in the gutter; empty when there is no gutter. */
  readonly texts: readonly PlacedText[]
  readonly swatch: { readonly x: number; readonly y: number; readonly radius: number } | undefined
}

export interface Tick {
  readonly key: string
  /** Line on the axis; `grid` runs on through the plot. */
  readonly line: Line
  readonly grid: Line | undefined
  readonly level: 'major' | 'minor'
  readonly label: PlacedText | undefined
  /** The label's second line, where it is too wide for one. */
  readonly secondLine?: PlacedText
}

export interface Line {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** A soft band (somewhere in here) or a solid bar (all of this) under or instead of a dot. */
export interface Extent {
  readonly box: Box
  readonly shape: 'band' | 'bar'
  /** Pixels along the axis over which each end fades out. */
  readonly fade: readonly [start: number, end: number]
  /** `?`: a dashed outline. */
  readonly dashed: boolean
}

export interface Mark {
  /**
   * Stable from frame to frame: `e:ID`, `e2:ID` for a further mark of a set, `c:LANE:ID` for a cluster, `p:ID`
   * for what the reader asks for out of a cluster, which goes on holding and counting it.
   */
  readonly key: string
  /** The event, or the first of a cluster. */
  readonly event: EventIndex
  /** All events of a cluster that are in view; empty for an event drawn alone. */
  readonly gathered: RowSet
  /** Index into `lanes` of the layout, -1 without lanes. */
  readonly lane: number
  /** Centre of the dot, ring or counted badge. */
  readonly x: number
  readonly y: number
  /** `none` for a bar. */
  readonly dot: 'solid' | 'open' | 'cluster' | 'none'
  readonly radius: number
  readonly extent: Extent | undefined
  readonly color: string
  /** The count in a cluster's badge. */
  readonly count: number
  readonly selected: boolean
}

/** From an event to the small ring in the lane of a partner. */
export interface Tie {
  readonly key: string
  readonly event: EventIndex
  /** From mark to ring, with gaps where labels and other events' marks stand. */
  readonly lines: readonly Line[]
  readonly ring: { readonly x: number; readonly y: number; readonly radius: number }
  readonly color: string
}

/** From an opened fan's centre to one of its dots. */
export interface Spoke {
  readonly key: string
  readonly line: Line
  /** The same way as a curve, as SVG path data: drawn instead of the line, in full colour. */
  readonly path?: string
  readonly color: string
}

export interface RelationCurve {
  readonly key: string
  /** SVG path data, also understood by `Path2D`. */
  readonly path: string
  readonly color: string
}

export interface Label {
  readonly key: string
  readonly event: EventIndex
  /** The text. No two labels share a pixel, their cards included. */
  readonly box: Box
  readonly lines: readonly PlacedText[]
  /** Hairline from mark to label where they do not touch. */
  readonly leader: Line | undefined
  readonly selected: boolean
  /** Set on a small card, which covers what lies under it. */
  readonly card: Box | undefined
}

/** marks + gathered + outside = matching, always. */
export interface SceneCounts {
  /** Events that pass the filter. */
  readonly matching: number
  /** Of these drawn alone. */
  readonly marks: number
  /** Of these held in clusters, or folded into an unopened parent. */
  readonly gathered: number
  /** Of these wholly before or after the view. */
  readonly outside: number
  /** Wholly before, and wholly after, the view: `before + after = outside`. */
  readonly before: number
  readonly after: number
  readonly labels: number
}
