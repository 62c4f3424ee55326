import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { indexLanes } from '#core/data/laneIndex.ts'
import { assignLanes, type LaneAssignment } from '#core/layout/assignLanes.ts'
import { column } from '#core/layout/candidatesDown.ts'
import { fanHeight, maxFan } from '#core/layout/fan.ts'
import { laneHeights } from '#core/layout/laneHeights.ts'
import { labelCache, type LabelVariant } from '#core/layout/labelVariants.ts'
import type { MeasureText } from '#core/layout/measureText.ts'
import type { Ground, Placement } from '#core/layout/placement.ts'
import { isCrowd } from '#core/layout/isCrowd.ts'
import { placeMarks } from '#core/layout/placeMarks.ts'
import { createWishFor, markWishes } from '#core/layout/wishes.ts'
import { formatDate } from '#core/time/formatDate.ts'
import type { Span } from '#core/time/instant.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import { clusterFacts } from './clusterFacts.ts'
import { acrossLength, axisLength, type Frame, frameOf } from './frame.ts'
import { readEras } from './eraBands.ts'
import { laneBands } from './laneBands.ts'
import { organizationsShown } from './organizationsShown.ts'
import { organizationColors } from './organizationColors.ts'
import type { SceneInput, SceneWords } from './sceneInput.ts'
import type { ShownLanes } from './shownLanes.ts'
import { tallyOf } from './tally.ts'

/** A zoom level: layout is decided at the coarser end, and holds until the next. */
export interface ZoomLevel {
  readonly pxPerMs: number
  /** The stretch that is laid out at once; a pan within it lays out nothing. */
  readonly stretch: Span
}

/** In a short drawing, lanes lower than this become one, in pixels. */
const lowestOfSeveral = 52
const shortDrawing = 320
/** At the foot of the only lane of a short drawing, for what has no label, in pixels. */
const badgeStrip = 26

/** Beyond this many events only what is near the view is laid out. */
const mostAtOnce = 400
/** Layout pixels counted from the epoch keep a hundredth of a pixel below this (float64). */
const exactPixels = 4e13

/** Each stage depends on its arguments alone, so that `scenePipeline` can keep the last result. */
export const stages = {
  frame(
    width: number,
    height: number,
    orientation: Frame['orientation'],
    table: EventTable,
  ): Frame {
    const laneNames = table.document.organizations.length + table.document.topics.length > 0
    return frameOf({ width, height }, orientation, {
      eras: table.document.eras.length > 0,
      laneNames,
    })
  },

  /** Where lanes would be too low to read, events share one; colour tells them apart. */
  assignment(table: EventTable, mode: SceneInput['laneMode'], frame: Frame): LaneAssignment {
    if (frame.orientation === 'vertical') return assignLanes(table, 'none')
    const assignment = assignLanes(table, mode)
    const crowded = assignment.lanes.length * lowestOfSeveral > acrossLength(frame)
    return crowded && frame.size.height < shortDrawing ? assignLanes(table, 'none') : assignment
  },

  lanes(
    table: EventTable,
    matching: Uint8Array,
    assignment: LaneAssignment,
    frame: Frame,
  ): ShownLanes {
    const indexes = indexLanes(table, matching, assignment.laneOf, assignment.lanes.length)
    const wanted = assignment.lanes.map(() => 0)
    for (const [row, { length: children }] of table.children) {
      const lane = assignment.laneOf[row] ?? -1
      if (matching[row] !== 1 || children > maxFan) continue
      wanted[lane] = Math.max(wanted[lane] ?? 0, fanHeight(children) + 60)
    }
    const room = acrossLength(frame)
    const extents = laneHeights(
      indexes.map(({ rows, count }, lane) => ({
        lane,
        count: count([0, rows.length]),
        wanted: wanted[lane] ?? 0,
      })),
      room,
    )
    const places = new Map(extents.map(({ lane }, index) => [lane, index]))
    const last = extents.at(-1)
    const organizations = organizationsShown(table, matching, assignment)
    return {
      assignment,
      extents,
      organizations: extents.map(({ lane }) => organizations[lane] ?? []),
      indexes: extents.flatMap(({ lane }) => indexes[lane] ?? []),
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
      const event = table.event(row)
      const date = table.date(row)
      return {
        title: words.text(event?.title),
        date: date ? formatDate(date, words.dateWords, 'short') : '',
        strong: (event?.importance ?? 3) >= 5,
      }
    }
    if (frame.orientation === 'vertical') {
      return labelCache(wishOf, measure, { width: frame.plot.width - column.label - column.margin })
    }
    return labelCache(wishOf, measure, frame.size.height < shortDrawing ? 'compact' : 'beside')
  },

  /**
   * Quarter octaves counted from the view of everything, so that this view uses its room in full.
   * Up to 400 events are laid out whole; beyond, and where pixels are too fine to be told apart that far
   * from the view, in stretches of two and a half screens on a fixed grid.
   */
  level(table: EventTable, frame: Frame, pxPerMs: number, viewStart: number): ZoomLevel {
    const length = axisLength(frame)
    const fit = fitSpan(table.span)
    const fitPxPerMs = length / (fit.end - fit.start)
    const level = pxPerMs > 0 ? Math.floor(4 * Math.log2(pxPerMs / fitPxPerMs) + 1e-6) : 0
    const levelPxPerMs = fitPxPerMs * 2 ** (level / 4)
    const farthest = Math.max(Math.abs(fit.start), Math.abs(fit.end))
    const isSmall = table.length <= mostAtOnce && table.unseen === undefined
    if (isSmall && farthest * levelPxPerMs < exactPixels) {
      return { pxPerMs: levelPxPerMs, stretch: { start: -Infinity, end: Infinity } }
    }
    const half = length / levelPxPerMs / 2
    const start = (Math.floor(viewStart / half) - 1) * half
    return { pxPerMs: levelPxPerMs, stretch: { start, end: start + 5 * half } }
  },

  placement(
    table: EventTable,
    lanes: ShownLanes,
    frame: Frame,
    labelOf: (row: EventIndex) => readonly LabelVariant[],
    pxPerMs: number,
    stretchStart: number,
    stretchEnd: number,
    placeCrowd: SceneInput['placeCrowd'],
  ): Placement {
    const { indexes, extents, shown, assignment } = lanes
    const foot = sharesLane(frame, lanes) ? badgeStrip : 0
    const stretch: Span = { start: stretchStart, end: stretchEnd }
    const ground: Ground = {
      table,
      pxPerMs,
      origin: Number.isFinite(stretchStart) ? stretchStart : table.span.start,
      lanes: extents.map(({ top, height }) => ({ top, height, foot })),
      shownLane: shown,
      laneHead: frame.laneHead,
      limits: fitSpan(table.span),
    }
    const wishFor = createWishFor(table, assignment, labelOf)
    const { orientation } = frame
    if (placeCrowd && isCrowd(table, indexes, stretch)) {
      return placeCrowd({ table, indexes, stretch, ground, orientation, wishFor })
    }
    const wishes = markWishes({ table, indexes, stretch, pxPerMs, wishFor })
    return placeMarks(wishes, ground, orientation)
  },

  facts: clusterFacts,
  tally: tallyOf,
  colors: organizationColors,
  eras: readEras,
  laneBands,
}

function sharesLane({ orientation, size }: Frame, { extents }: ShownLanes): boolean {
  return orientation === 'horizontal' && size.height < shortDrawing && extents.length === 1
}

export type Stages = typeof stages
