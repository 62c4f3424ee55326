import { type Area, areaAround, intersects } from './occupancy.ts'
import { fanDotRadius, fanDots, fanHeight, fanRadius, maxFan } from './fan.ts'
import {
  type Candidate,
  type FanDot,
  type Ground,
  type LabelledPlaces,
  type MarkGround,
  type MarkWish,
  pixelOf,
  type PlacedLabel,
} from './placement.ts'
import type { LabelVariant } from './labelVariants.ts'
import { fonts } from './fonts.ts'

/** Half the thickness of a band, and of a bar, across the axis, in pixels. */
export const bandHalf = 7
const barHalf = 4
/** Length in pixels over which an open end fades out. */
export const openFade = 40
const markGap = 3
const labelGap = 5
const laneMargin = 4

type Side = 'after' | 'before' | 'below' | 'above'

const instantSides: readonly (readonly [Side, number])[] = [
  ['after', 0],
  ['before', 0.9],
  ['below', 2],
  ['above', 2.2],
]
const bandSides: readonly (readonly [Side, number])[] = [
  ['below', 0],
  ['above', 0.3],
  ['after', 2],
  ['before', 2.2],
]

/** Rows between two heights for a mark, from the middle outwards. */
function rowsBetween(top: number, bottom: number, half: number): number[] {
  const first = top + laneMargin + half
  const last = bottom - laneMargin - half
  const middle = (first + last) / 2
  if (last < first) return [middle]
  const rowStep = last - first < 60 ? 4 : 8
  const rows = [middle]
  for (let step = rowStep; middle + step <= last; step += rowStep)
    rows.push(middle + step, middle - step)
  return rows
}

/** Half of how thick a band or a bar is drawn. */
export function inkedHalf({ shape }: Pick<MarkWish, 'shape'>): number {
  return shape === 'bar' ? barHalf : bandHalf
}

/** What the mark itself inks when its dot stands at `across`. */
function groundOf(wish: MarkWish, ground: Ground, across: number): MarkGround {
  const reach = wish.radius + markGap
  const areaAt = (instant: number): Area => areaAround(pixelOf(instant, ground), across, reach)
  const solid = [areaAt(wish.anchor)]
  for (const other of wish.others) solid.push(areaAt(other))
  if (wish.shape === 'instant') return { across, solid, extent: undefined }
  const extent: Area = {
    a0: pixelOf(wish.start, ground) - (wish.drawn.openStart ? openFade : 1),
    a1: pixelOf(wish.end, ground) + (wish.drawn.openEnd ? openFade : 1),
    c0: across - bandHalf - 2,
    c1: across + bandHalf + 2,
  }
  return { across, solid, extent }
}

function labelAt(
  wish: MarkWish,
  ground: Ground,
  across: number,
  side: Side,
  variant: LabelVariant,
): { area: Area; placed: PlacedLabel } {
  const start = pixelOf(wish.start, ground)
  const end = pixelOf(wish.end, ground)
  const at = pixelOf(wish.anchor, ground)
  const firstLine = variant.lines[0] ? fonts[variant.lines[0].style].lineHeight : 16
  const isBand = wish.shape !== 'instant'
  const reach = wish.radius + labelGap
  // Beside a dot the first line's middle stands level with the dot, as a reader's eye expects.
  const beside = across - firstLine / 2 - (variant.lines.length === 1 ? 0 : 1)
  let fixed = wish.anchor
  let a0 = 0
  let c0 = beside
  let align: PlacedLabel['align'] = 'middle'
  switch (side) {
    case 'after': {
      const beyondBand = isBand && end > at + reach
      fixed = beyondBand ? wish.end : wish.anchor
      a0 = beyondBand ? labelGap : reach
      align = 'start'
      break
    }
    case 'before': {
      const beyondBand = isBand && start < at - reach
      fixed = beyondBand ? wish.start : wish.anchor
      a0 = -(beyondBand ? labelGap : reach) - variant.width
      align = 'end'
      break
    }
    case 'below':
      c0 = across + (isBand ? bandHalf : wish.radius) + 3
      break
    case 'above':
      c0 = across - (isBand ? bandHalf : wish.radius) - 3 - variant.height
      break
  }
  if (side === 'below' || side === 'above') {
    // What lasts is read from its start; anything else from its middle.
    const fromStart = wish.shape === 'bar'
    fixed = fromStart ? wish.start : wish.anchor
    a0 = fromStart ? 0 : -variant.width / 2
    align = fromStart ? 'start' : 'middle'
  }
  const offset: Area = { a0, a1: a0 + variant.width, c0, c1: c0 + variant.height }
  const base = pixelOf(fixed, ground)
  return {
    area: {
      a0: base + offset.a0 - 5,
      a1: base + offset.a1 + 5,
      c0: offset.c0 - 1,
      c1: offset.c1 + 1,
    },
    placed: { at: fixed, offset, align, variant, leader: undefined },
  }
}

function fanArea(wish: MarkWish, ground: Ground, across: number, direction: 1 | -1): Area {
  const at = pixelOf(wish.anchor, ground)
  const reach = fanRadius(wish.children.length) + fanDotRadius + 3
  const half = fanHeight(wish.children.length) / 2
  const edge = wish.radius + markGap
  return direction === 1
    ? { a0: at - edge, a1: at + reach, c0: across - half, c1: across + half }
    : { a0: at - reach, a1: at + edge, c0: across - half, c1: across + half }
}

function dotArea(dot: FanDot, wish: MarkWish, ground: Ground, across: number): Area {
  return areaAround(pixelOf(wish.anchor, ground) + dot.along, across + dot.across, fanDotRadius)
}

/** True when the children of this mark can open as a fan in its lane. */
export function canFan(wish: MarkWish, ground: Ground): boolean {
  const lane = ground.lanes[wish.lane]
  return (
    lane !== undefined &&
    wish.children.length > 0 &&
    wish.children.length <= maxFan &&
    fanHeight(wish.children.length) <= lane.height - ground.laneHead - lane.foot - 2 * laneMargin
  )
}

/** A way to set a mark and its label, before its geometry is worked out. */
interface Setting {
  readonly across: number
  readonly direction: 1 | -1
  /** Counts the ways to set the mark: the same for all settings that differ in their label only. */
  readonly stand: number
  readonly side: Side
  readonly variant: number
  readonly cost: number
}

/** All ways for one kind of mark, best first. */
interface Settings {
  readonly list: readonly Setting[]
  /** How many ways there are to set the mark alone. */
  readonly stands: number
}

/**
 * Places for marks with their labels in the lanes of a horizontal axis, best first: near the middle of
 * the lane, then by side, then by variant. Labels lie wholly within their lane. Geometry is worked out
 * only as far as the caller looks, since most events take one of their first places.
 */
export function createCandidatesAlong(ground: Ground): LabelledPlaces {
  const known = new Map<string, Settings>()
  const knownOf = new WeakMap<MarkWish, Settings>()
  const first = pixelOf(ground.limits.start, ground)
  const last = pixelOf(ground.limits.end, ground)

  return function* candidates(wish, isFree, standing) {
    const lane = ground.lanes[wish.lane]
    if (lane === undefined) return
    const top = lane.top + ground.laneHead + 1
    const bottom = lane.top + lane.height - lane.foot - 1
    const fans = canFan(wish, ground)
    /** `null` where the mark itself cannot stand. */
    const grounds: (MarkGround | null)[] = []
    const { list, stands } = settingsOf(wish, standing)
    let left = stands
    for (const { across, direction, stand, side, variant: index, cost } of list) {
      const variant = wish.variants[index]
      let mark = grounds[stand]
      if (mark === undefined) {
        const made = markWithFan(wish, across, fans ? direction : undefined)
        mark = isFree(made) ? made : null
        grounds[stand] = mark
        if (mark === null) left -= 1
      }
      // Most that find no place find none for their mark.
      if (left === 0) return
      if (variant === undefined || mark === null) continue
      const { area, placed } = labelAt(wish, ground, across, side, variant)
      if (placed.offset.c0 < top || placed.offset.c1 > bottom) continue
      if (area.a0 < first || area.a1 > last) continue
      const fan = fans ? fanDots(wish.children, direction) : []
      if (fan.some((dot) => intersects(area, dotArea(dot, wish, ground, across)))) continue
      yield { mark, label: { area, leaderArea: undefined, placed }, fan, cost }
    }
  }

  function markWithFan(wish: MarkWish, across: number, direction: 1 | -1 | undefined): MarkGround {
    const mark = groundOf(wish, ground, across)
    if (direction === undefined) return mark
    return { ...mark, solid: [...mark.solid, fanArea(wish, ground, across, direction)] }
  }

  function settingsOf(wish: MarkWish, standing: number | undefined): Settings {
    const own = standing === undefined ? knownOf.get(wish) : undefined
    if (own) return own
    const fans = canFan(wish, ground)
    const kind = wish.shape === 'instant' ? 'dot' : 'band'
    const penalties = wish.variants.map(({ penalty }) => penalty)
    const tied = tieDirection(wish, ground)
    if (standing !== undefined) return settings(wish, fans, tied, [standing])
    const key = [
      wish.lane,
      kind,
      wish.radius,
      fans ? wish.children.length : 0,
      tied,
      ...penalties,
    ].join()
    const made = known.get(key) ?? settings(wish, fans, tied, rowsFor(wish, fans))
    known.set(key, made)
    knownOf.set(wish, made)
    return made
  }

  function boundsOf({ lane }: MarkWish): { readonly top: number; readonly bottom: number } {
    const { top, height, foot } = ground.lanes[lane] ?? { top: 0, height: 0, foot: 0 }
    return { top: top + ground.laneHead, bottom: top + height - foot }
  }

  function rowsFor(wish: MarkWish, fans: boolean): readonly number[] {
    const { top, bottom } = boundsOf(wish)
    return rowsBetween(top, bottom, fans ? fanHeight(wish.children.length) / 2 : wish.radius)
  }

  function settings(wish: MarkWish, fans: boolean, tied: Tied, rows: readonly number[]): Settings {
    const result: Setting[] = []
    const { top, bottom } = boundsOf(wish)
    let stands = 0
    for (const across of rows) {
      const away = (Math.abs(across - (top + bottom) / 2) / 8) * 0.22
      for (const direction of fans ? ([1, -1] as const) : ([1] as const)) {
        const stand = stands
        stands += 1
        for (const [side, sideCost] of wish.shape === 'instant' ? instantSides : bandSides) {
          // The side on which the fan opens is taken.
          if (fans && side === (direction === 1 ? 'after' : 'before')) continue
          const crossed =
            (side === 'below' && tied.includes('v')) || (side === 'above' && tied.includes('^'))
          for (const [variant, { penalty }] of wish.variants.entries()) {
            const cost =
              away + sideCost + penalty + (direction === 1 ? 0 : 0.5) + (crossed ? 1.8 : 0)
            result.push({ across, direction, stand, side, variant, cost })
          }
        }
      }
    }
    return { list: result.toSorted((p, q) => p.cost - q.cost), stands }
  }
}

/** Towards which sides a mark's own ties leave it: a label there would be crossed by them. */
type Tied = '' | '^' | 'v' | '^v'

function tieDirection(wish: MarkWish, ground: Ground): Tied {
  const own = ground.lanes[wish.lane]?.top ?? 0
  const tops = wish.ties.flatMap(({ lane }) => ground.lanes[ground.shownLane(lane)]?.top ?? [])
  const up = tops.some((top) => top < own)
  const down = tops.some((top) => top > own)
  return up && down ? '^v' : up ? '^' : down ? 'v' : ''
}

/** Places for the mark alone. */
export function bareCandidatesAlong(wish: MarkWish, ground: Ground): Candidate[] {
  const lane = ground.lanes[wish.lane]
  if (lane === undefined) return []
  const bottom = lane.top + lane.height
  const top = lane.foot > 0 ? bottom - lane.foot : lane.top + ground.laneHead
  const rows = rowsBetween(top, bottom, wish.radius)
  // A bar is thin, and may fit where no row is: between the rows, if it fits on none.
  const between =
    wish.shape === 'bar' ? [2, -2, 4].flatMap((by) => rows.map((row) => row + by)) : []
  const within = between.filter((row) => row - wish.radius >= top && row + wish.radius <= bottom)
  return [...rows, ...within].map((across, index) => ({
    mark: groundOf(wish, ground, across),
    label: undefined,
    fan: [],
    cost: index,
  }))
}
