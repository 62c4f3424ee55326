import type { Area } from './occupancy.ts'
import { fonts } from './fonts.ts'
import { fanDotRadius, maxFan } from './fan.ts'
import { bandHalf } from './candidatesAlong.ts'
import type { Candidate, FanDot, Ground, MarkWish } from './placement.ts'

/** Across the plot, in pixels from its left edge, when time runs downwards. */
export const column = {
  /** The axis line, on which marks stand. */
  axis: 12,
  /** Further tracks for marks whose bands overlap. */
  trackStep: 15,
  tracks: 3,
  /** Where labels begin. */
  label: 56,
  margin: 12,
} as const

const shifts = [0, 7, -7, 14, -14, 21, -21, 28, -28, 36, -36]
const fanPitch = 12

const settings = [true, false].flatMap((wholeBand) =>
  shifts.flatMap((shift) =>
    Array.from({ length: column.tracks }, (_, track) => ({ shift, track, wholeBand })),
  ),
)

function markAreas(wish: MarkWish, ground: Ground, across: number, wholeBand: boolean): Area[] {
  const reach = wish.radius + 2
  const dots: Area[] = [wish.anchor, ...wish.others].map((instant) => {
    const at = (instant - ground.origin) * ground.pxPerMs
    return { a0: at - reach, a1: at + reach, c0: across - reach, c1: across + reach }
  })
  if (wish.shape === 'instant' || !wholeBand) return dots
  return [
    ...dots,
    {
      a0: (wish.start - ground.origin) * ground.pxPerMs,
      a1: (wish.end - ground.origin) * ground.pxPerMs,
      c0: across - bandHalf,
      c1: across + bandHalf,
    },
  ]
}

/** The fan of a mark on the phone: a row of dots under its label. */
function fanRow(wish: MarkWish, across: number, width: number, below: number): FanDot[] | undefined {
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
 * free along a whole band, bands may lie over each other: only dots and labels must stand clear.
 */
export function* candidatesDown(wish: MarkWish, ground: Ground): Iterable<Candidate> {
  const lane = ground.lanes[wish.lane]
  const variant = wish.variants[0]
  if (lane === undefined || variant === undefined) return
  const at = (wish.anchor - ground.origin) * ground.pxPerMs
  const firstLine = variant.lines[0] ? fonts[variant.lines[0].style].lineHeight : 16
  for (const [index, { shift, track, wholeBand }] of settings.entries()) {
    const across = column.axis + track * column.trackStep
    const a0 = shift - firstLine / 2
    const fan = fanRow(wish, across, lane.height - column.label, a0 + variant.height + 7)
    const height = variant.height + (fan ? 14 : 0)
    const offset: Area = { a0, a1: a0 + height, c0: column.label, c1: column.label + variant.width }
    yield {
      across,
      markAreas: markAreas(wish, ground, across, wholeBand),
      label: {
        area: { a0: at + a0 - 3, a1: at + a0 + height + 3, c0: column.label, c1: lane.height },
        placed: {
          at: wish.anchor,
          offset,
          align: 'start',
          variant,
          leader: { a0: 0, a1: shift, c0: across + wish.radius + 1, c1: column.label - 6 },
        },
      },
      fan: fan ?? [],
      cost: index,
    }
  }
}

export function bareCandidatesDown(wish: MarkWish, ground: Ground): Candidate[] {
  return [true, false].flatMap((wholeBand) =>
    Array.from({ length: column.tracks }, (_, track) => {
      const across = column.axis + track * column.trackStep
      const markAreasHere = markAreas(wish, ground, across, wholeBand)
      return { across, markAreas: markAreasHere, label: undefined, fan: [], cost: track }
    }),
  )
}
