import { clusterRadius, type Candidate, type Ground, type MarkWish, pixelOf } from './placement.ts'
import { inkedHalf } from './candidatesAlong.ts'
import { countOf, type Group, merged, middleOf } from './gather.ts'
import { type Area, areaAround } from './occupancy.ts'
import type { BadgeSpot, Owner, Plane } from './plane.ts'

/** How far a badge may stand from the middle of its events, in pixels along the axis. */
const badgeShifts = [0, 8, -8, 16, -16] as const
const badgeGap = 3
/** Least paper between two inks that are told apart, and how much worse a seam is than none, in pixels. */
const paper = 1.5
const seam = 15
/** So much of a label may lie over the end of a band, in pixels: at most half of the band. */
const corner = 32

/** Where a mark or a badge may stand, if what lies there gives way. */
interface Spot {
  readonly solid: readonly Area[]
  readonly extent: Area | undefined
  /** What is inked of a bar across the axis, without the room that it likes to have. */
  readonly ink: Ink | undefined
  /** What is inked of the ring of a band. */
  readonly ring: Ink | undefined
  readonly settle: () => void
}

type Ink = Pick<Area, 'c0' | 'c1'>

/**
 * Sets what found no place with a label: alone as a bare mark, or together as a counted badge. Where
 * nothing is free, what matters least gives way: labels are cleared; badges and marks join the group;
 * a band passes behind what is there.
 * Ends, since every round but the last takes a mark or a badge off the plane; and loses nothing.
 */
export function makeRoom(
  start: Group,
  plane: Plane,
  ground: Ground,
  bare: (wish: MarkWish, ground: Ground) => readonly Candidate[],
  labelledPlace: (wish: MarkWish) => Candidate | undefined,
): void {
  let group = start
  for (;;) {
    const single = group.wishes.length === 1 ? group.wishes[0] : undefined
    const again = single && labelledPlace(single)
    if (single && again) {
      plane.settle(single, again)
      return
    }
    const spots = single ? markSpots(single) : badgeSpots(group)
    const spot = spots.find(isFree)
    if (spot) {
      spot.settle()
      return
    }
    const { best, blockers } = cheapest(spots, single?.shape === 'bar' ? 6 : 1)
    const more = blockers.flatMap((owner) => absorb(owner))
    if (more.length === 0) {
      for (const { kind, wish } of blockers) if (kind === 'label' && wish) plane.clearLabel(wish)
      best?.settle()
      return
    }
    group = merged(group, more)
  }

  function isFree({ solid, extent }: Spot): boolean {
    return [...solid, ...(extent ? [extent] : [])].every((area) => plane.occupancy.isFree(area))
  }

  function markSpots(wish: MarkWish): Spot[] {
    return bare(wish, ground).map((place) => ({
      solid: place.mark.solid,
      extent: place.mark.extent,
      ink: wish.shape === 'instant' ? undefined : inkOf(wish, place.mark.across),
      ring: wish.shape === 'band' ? ringOf(wish, place.mark.across) : undefined,
      settle: () => plane.settle(wish, place),
    }))
  }

  function badgeSpots(badged: Group): Spot[] {
    const wish = badged.wishes[0]
    if (wish === undefined) return []
    const radius = clusterRadius(countOf(badged))
    const reach = radius + badgeGap
    const middle = middleOf(badged)
    const centre = pixelOf(middle, ground)
    // Whole in the view of everything, like labels.
    const first = pixelOf(ground.limits.start, ground) + reach
    const last = pixelOf(ground.limits.end, ground) - reach
    // As high or low as a mark of this size could stand.
    const rows = bare({ ...wish, shape: 'instant', radius, anchor: middle, others: [] }, ground)
    return badgeShifts.flatMap((shift) => {
      const at = Math.max(first, Math.min(centre + shift, last))
      return rows.map(({ mark: { across } }): Spot => {
        const area = areaAround(at, across, reach)
        const spot: BadgeSpot = { anchor: middle + (at - centre) / ground.pxPerMs, across, area }
        const settle = (): void => plane.addCluster(badged, spot)
        return { solid: [area], extent: undefined, ink: undefined, ring: undefined, settle }
      })
    })
  }

  /** `weight`: how dark what passes behind others is. */
  function cheapest(
    spots: readonly Spot[],
    weight: number,
  ): {
    readonly best: Spot | undefined
    readonly blockers: readonly Owner[]
  } {
    let best: Spot | undefined
    let blockers: readonly Owner[] = []
    let least = Infinity
    for (const spot of spots) {
      const touched = spot.solid.flatMap((area) => plane.occupancy.under(area))
      const solid = new Set(
        touched.filter((owner) => isCovered(owner, spot) || !isClear(owner, spot)),
      )
      const crossed = spot.extent ? plane.occupancy.under(spot.extent) : []
      const behind = crossed.filter((owner) => owner.kind === 'extent' || !solid.has(owner))
      const price = (owner: Owner): number => crossing(owner, spot) * weight
      // Read over a band a label would name that one, and seem to cut it: rather it goes.
      const cleared = behind.filter((owner) => owner.kind === 'label' && !isClear(owner, spot))
      const giving = [...solid, ...cleared]
      const cost =
        giving.reduce((sum, owner) => sum + loss(owner), 0) +
        behind.reduce((sum, owner) => sum + (cleared.includes(owner) ? 0 : price(owner)), 0)
      if (cost >= least) continue
      best = spot
      blockers = giving
      least = cost
    }
    return { best, blockers }
  }

  /** What it costs the reader that a band passes behind this. */
  function crossing(owner: Owner, spot: Spot): number {
    switch (owner.kind) {
      case 'ring':
      case 'leader':
      case 'label':
        return 1
      case 'cluster':
        return 8
      case 'mark':
        return 10
      case 'extent': {
        // The longer two bands lie over each other, the harder they are to tell apart; side by side they
        // are only a little too near.
        const start = Math.max(pixelOf(owner.wish.start, ground), spot.extent?.a0 ?? 0)
        const end = Math.min(pixelOf(owner.wish.end, ground), spot.extent?.a1 ?? 0)
        const shared = Math.max(end - start, 0)
        if (isClear(owner, spot)) return Math.min(shared / 60, 2)
        // Two bars that touch end to end look like one.
        return Math.min((shared + (owner.wish.shape === 'bar' ? seam : 0)) / 6, 20)
      }
    }
  }

  /** True when the ring in the middle of a band would stand on the letters of this label. */
  function isCovered(owner: Owner, { ring }: Spot): boolean {
    const label = owner.kind === 'label' ? plane.marks.get(owner.wish.row)?.label : undefined
    return ring !== undefined && label !== undefined && !isApart(lettersOf(label.offset), ring)
  }

  /**
   * True when a bar has paper between itself and a band or a label that is only nearer than it likes, or meets
   * but the corner of the label: lines are of different lengths, and bars begin softly.
   */
  function isClear(owner: Owner, { ink, extent }: Spot): boolean {
    if (ink === undefined || owner.kind === 'cluster') return false
    const mark = plane.marks.get(owner.wish.row)
    if (owner.kind === 'extent')
      return mark !== undefined && isApart(inkOf(mark.wish, mark.across), ink)
    const label = owner.kind === 'label' ? mark?.label : undefined
    if (label === undefined || extent === undefined) return false
    const at = pixelOf(label.at, ground)
    const shared =
      Math.min(at + label.offset.a1, extent.a1) - Math.max(at + label.offset.a0, extent.a0)
    const isCorner = shared < Math.min(corner, (extent.a1 - extent.a0) / 2)
    return isCorner || isApart(lettersOf(label.offset), ink)
  }

  /** Takes a mark or badge off the plane and gives what it stood for; labels, bands, rings stay. */
  function absorb(owner: Owner): readonly MarkWish[] {
    if (owner.kind === 'cluster') {
      plane.removeCluster(owner)
      return owner.group.wishes
    }
    if (owner.kind !== 'mark') return []
    plane.unsettle(owner.wish)
    return [owner.wish]
  }
}

/** What it costs the reader that this gives way. A badge loses nothing by counting more. */
function loss(owner: Owner): number {
  switch (owner.kind) {
    case 'ring':
      return 1
    case 'leader':
      return 3
    case 'extent':
      return 6
    case 'cluster':
      return 8
    case 'label':
      return 4 ** owner.wish.importance
    case 'mark':
      return 2 * 4 ** owner.wish.importance
  }
}

function inkOf(wish: MarkWish, across: number): Ink {
  const half = inkedHalf(wish)
  return { c0: across - half, c1: across + half }
}

function ringOf({ radius }: MarkWish, across: number): Ink {
  return { c0: across - radius, c1: across + radius }
}

/** The lines of a label are a little higher than its letters. */
function lettersOf({ c0, c1 }: Ink): Ink {
  return { c0: c0 + 3, c1: c1 - 3 }
}

/** True when there is paper between two, across the axis. */
function isApart(p: Ink, q: Ink): boolean {
  return p.c1 + paper <= q.c0 || q.c1 + paper <= p.c0
}
