import { type Area, areaAround } from './occupancy.ts'
import { fonts } from './fonts.ts'
import { fanDotRadius, maxFan } from './fan.ts'
import { bandHalf } from './candidatesAlong.ts'
import {
  type Candidate,
  type FanDot,
  type Ground,
  type LabelledPlaces,
  type MarkGround,
  type MarkWish,
  pixelOf,
} from './placement.ts'

/** Across the plot, in pixels from its left edge, when time runs downwards. */
export const column = {
  /** The axis line, on which marks stand. */
  axis: 12,
  /** Further tracks for marks whose bands overlap. */
  trackStep: 15,
  tracks: 3,
  /** Where labels begin. */
  label: 60,
  margin: 12,
} as const

const shifts = [0, 7, -7, 14, -14, 21, -21, 28, -28, 36, -36]
const fanPitch = 12

const settings = [true, false].flatMap((wholeBand) =>
  shifts.flatMap((shift) =>
    Array.from({ length: column.tracks }, (_, track) => ({ shift, track, wholeBand })),
  ),
)

function groundOf(wish: MarkWish, ground: Ground, across: number, wholeBand: boolean): MarkGround {
  const reach = wish.radius + 2
  const solid = [wish.anchor, ...wish.others].map((instant) =>
    areaAround(pixelOf(instant, ground), across, reach),
  )
  if (wish.shape === 'instant' || !wholeBand) return { across, solid, extent: undefined }
  const extent: Area = {
    a0: pixelOf(wish.start, ground),
    a1: pixelOf(wish.end, ground),
    c0: across - bandHalf,
    c1: across + bandHalf,
  }
  return { across, solid, extent }
}

/** The fan of a mark on the phone: a row of dots under its label. */
function fanRow(
  wish: MarkWish,
  across: number,
  width: number,
  below: number,
): FanDot[] | undefined {
  const count = wish.children.length
  if (count === 0 || count > maxFan || count * fanPitch > width) return undefined
  return wish.children.map((row, index) => ({
    row,
    along: below,
    across: column.label - across + fanDotRadius + index * fanPitch,
  }))
}

/**
 * Places for a mark and its label beside a vertical axis, nearest to the mark first. Where no track is
 * free along a whole band, bands may lie over each other: only dots, leaders and labels must stand clear.
 */
export function createCandidatesDown(ground: Ground): LabelledPlaces {
  const begin = pixelOf(ground.limits.start, ground)
  const end = pixelOf(ground.limits.end, ground)

  return function* candidates(wish, isFree) {
    const lane = ground.lanes[wish.lane]
    const variant = wish.variants[0]
    if (lane === undefined || variant === undefined) return
    const at = pixelOf(wish.anchor, ground)
    const firstLine = variant.lines[0] ? fonts[variant.lines[0].style].lineHeight : 16
    /** Per track, with its whole band and without; `null` where the mark itself cannot stand. */
    const grounds: (MarkGround | null)[] = []
    // A dot has no band to give up.
    const last = wish.shape === 'instant' ? settings.length / 2 : settings.length
    for (let index = 0; index < last; index += 1) {
      const setting = settings[index]
      if (setting === undefined) continue
      const { shift, track, wholeBand } = setting
      const across = column.axis + track * column.trackStep
      const stand = wholeBand ? track : column.tracks + track
      let mark = grounds[stand]
      if (mark === undefined) {
        const made = groundOf(wish, ground, across, wholeBand)
        mark = isFree(made) ? made : null
        grounds[stand] = mark
      }
      if (mark === null) continue
      const a0 = shift - firstLine / 2
      const fan = fanRow(wish, across, lane.height - column.label, a0 + variant.height + 7)
      const height = variant.height + (fan ? 14 : 0)
      if (at + a0 < begin || at + a0 + height > end) continue
      const offset: Area = {
        a0,
        a1: a0 + height,
        c0: column.label,
        c1: column.label + variant.width,
      }
      const from = across + wish.radius + 1
      const to = column.label - 6
      yield {
        mark,
        label: {
          area: {
            a0: at + a0 - 3,
            a1: at + a0 + height + 3,
            c0: column.label - 3,
            c1: lane.height,
          },
          leaderArea: {
            a0: at + Math.min(0, shift) - 1,
            a1: at + Math.max(0, shift) + 1,
            c0: from,
            c1: to,
          },
          placed: {
            at: wish.anchor,
            offset,
            align: 'start',
            variant,
            leader: { a0: 0, a1: shift, c0: from, c1: to },
          },
        },
        fan: fan ?? [],
        cost: index,
      }
    }
  }
}

/** Places for the mark alone, or for a badge: a large one stands further in, where the edge cuts none of it. */
export function bareCandidatesDown(wish: MarkWish, ground: Ground): Candidate[] {
  const both = wish.shape === 'instant' ? [true] : [true, false]
  const acrossOf = (track: number): number =>
    Math.max(column.axis + track * column.trackStep, wish.radius + 1)
  return both.flatMap((wholeBand) =>
    Array.from({ length: column.tracks }, (_, track) => ({
      mark: groundOf(wish, ground, acrossOf(track), wholeBand),
      label: undefined,
      fan: [],
      cost: track,
    })),
  )
}
