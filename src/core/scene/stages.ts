import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { assignLanes, type LaneAssignment } from '#core/layout/assignLanes.ts'
import { column } from '#core/layout/candidatesDown.ts'
import { fanHeight, maxFan } from '#core/layout/fan.ts'
import { type LaneExtent, laneHeights } from '#core/layout/laneHeights.ts'
import type { LabelVariant } from '#core/layout/labelVariants.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { Ground, Placement } from '#core/layout/placement.ts'
import { placeMarks } from '#core/layout/placeMarks.ts'
import { labelCache, markWishes } from '#core/layout/wishes.ts'
import { formatDate } from '#core/time/formatDate.ts'
import type { Span } from '#core/time/instant.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { acrossLength, axisLength, type Frame, frameOf } from './frame.ts'
import type { SceneInput, SceneWords } from './sceneInput.ts'

/** Lanes with matching events, and where they stand. */
export interface ShownLanes {
  readonly assignment: LaneAssignment
  readonly extents: readonly LaneExtent[]
  /** From a lane of the assignment to its place in `extents`, or -1. */
  readonly shown: (lane: number) => number
  readonly height: number
}

/** A zoom level: layout is decided at the coarser end, and holds until the next. */
export interface ZoomLevel {
  readonly pxPerMs: number
  /** The stretch that is laid out at once; a pan within it lays out nothing. */
  readonly stretch: Span
}

/** Each stage depends on its arguments alone, so that `scenePipeline` can keep the last result. */
export const stages = {
  frame(width: number, height: number, orientation: Frame['orientation'], table: EventTable): Frame {
    const laneNames = table.document.organizations.length + table.document.topics.length > 0
    return frameOf({ width, height }, orientation, { eras: table.document.eras.length > 0, laneNames })
  },

  assignment(table: EventTable, mode: SceneInput['laneMode'], frame: Frame): LaneAssignment {
    return assignLanes(table, frame.orientation === 'vertical' ? 'none' : mode)
  },

  lanes(table: EventTable, matching: Uint8Array, assignment: LaneAssignment, frame: Frame): ShownLanes {
    const counts = assignment.lanes.map(() => 0)
    const wanted = assignment.lanes.map(() => 0)
    for (let row = 0; row < table.length; row += 1) {
      const lane = assignment.laneOf[row] ?? -1
      if (matching[row] !== 1 || lane < 0) continue
      counts[lane] = (counts[lane] ?? 0) + 1
      const children = table.children.get(row)?.length ?? 0
      if (children > 0 && children <= maxFan) {
        wanted[lane] = Math.max(wanted[lane] ?? 0, fanHeight(children) + 60)
      }
    }
    const room = acrossLength(frame)
    const extents = laneHeights(
      counts.map((count, lane) => ({ lane, count, wanted: wanted[lane] ?? 0 })),
      room,
    )
    const places = new Map(extents.map(({ lane }, index) => [lane, index]))
    const last = extents.at(-1)
    return {
      assignment,
      extents,
      shown: (lane) => places.get(lane) ?? -1,
      height: last ? last.top + last.height : room,
    }
  },

  labels(
    table: EventTable,
    words: SceneWords,
    measure: MeasureText,
    frame: Frame,
  ): (row: EventIndex) => readonly LabelVariant[] {
    const wishOf = (row: EventIndex): { title: string; date: string; strong: boolean } => {
      const event = table.events[row]
      const date = table.dates[row]
      return {
        title: words.text(event?.title),
        date: date ? formatDate(date, words.locale, words.dateWords, 'short') : '',
        strong: (event?.importance ?? 3) >= 5,
      }
    }
    const columnWidth =
      frame.orientation === 'vertical' ? frame.plot.width - column.label - column.margin : undefined
    return labelCache(wishOf, measure, columnWidth)
  },

  /**
   * Quarter octaves counted from the view of everything, so that this view uses its room in full.
   * Up to 1,500 events are laid out whole; beyond, in stretches of six screens on a fixed grid.
   */
  level(table: EventTable, frame: Frame, pxPerMs: number, viewStart: number): ZoomLevel {
    const length = axisLength(frame)
    const fit = fitSpan(table.span)
    const fitPxPerMs = length / (fit.end - fit.start)
    const level = Math.floor(4 * Math.log2(pxPerMs / fitPxPerMs) + 1e-6)
    const levelPxPerMs = fitPxPerMs * 2 ** (level / 4)
    if (table.length <= 1500) return { pxPerMs: levelPxPerMs, stretch: { start: -Infinity, end: Infinity } }
    const screen = length / levelPxPerMs
    const grid = Math.floor((viewStart - table.span.start) / (2 * screen))
    const start = table.span.start + (grid * 2 - 1) * screen
    return { pxPerMs: levelPxPerMs, stretch: { start, end: start + 6 * screen } }
  },

  placement(
    table: EventTable,
    matching: Uint8Array,
    lanes: ShownLanes,
    frame: Frame,
    labelOf: (row: EventIndex) => readonly LabelVariant[],
    pxPerMs: number,
    stretchStart: number,
    stretchEnd: number,
  ): Placement {
    const wishes = markWishes({
      table,
      matching,
      assignment: lanes.assignment,
      shownLane: lanes.shown,
      stretch: { start: stretchStart, end: stretchEnd },
      pxPerMs,
      labelOf,
    })
    const ground: Ground = {
      pxPerMs,
      origin: table.span.start,
      lanes: lanes.extents,
      shownLane: lanes.shown,
      laneHead: frame.laneHead,
      limits: fitSpan(table.span),
    }
    return placeMarks(wishes, ground, frame.orientation)
  },
}

export type Stages = typeof stages
