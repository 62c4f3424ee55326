import type { EventIndex } from '#core/data/eventTable.ts'
import type { Orientation } from '#core/viewport/viewport.ts'
import { bareCandidatesAlong, candidatesAlong } from './candidatesAlong.ts'
import { bareCandidatesDown, candidatesDown } from './candidatesDown.ts'
import { countOf, gather, type Group, merged, middleOf } from './gather.ts'
import { type Area, createOccupancy } from './occupancy.ts'
import {
  type Candidate,
  clusterRadius,
  type Ground,
  type MarkWish,
  type PlacedCluster,
  type PlacedMark,
  type Placement,
} from './placement.ts'

/** Radius of the small ring that ties an event to a partner's lane, in pixels. */
export const tieRingRadius = 4

/** What lies on an area. Labels and rings give way to marks; marks and clusters to nothing. */
type Owner =
  | { readonly kind: 'mark'; readonly wish: MarkWish }
  | { readonly kind: 'label'; readonly wish: MarkWish }
  | { readonly kind: 'ring' }
  | { readonly kind: 'cluster'; readonly group: Group }

interface Spot {
  readonly across: number
  readonly areas: readonly Area[]
}

/**
 * Greedy placing by importance: each event takes the best free place for its mark with its label;
 * those that find none go on without a label, gathering with unlabelled neighbours; at the very last a
 * label gives way to a mark. Nothing is lost: every wish ends as a mark, a fan's dot, a folded child or
 * part of a cluster.
 *
 * Deterministic: ties in importance go to the earlier row. O(n · candidates) with cell look-ups.
 * `shownLane` maps a lane of the assignment to its place among the shown ones, or -1.
 */
export function placeMarks(
  wishes: readonly MarkWish[],
  ground: Ground,
  orientation: Orientation,
  shownLane: (lane: number) => number,
): Placement {
  const labelled = orientation === 'horizontal' ? candidatesAlong : candidatesDown
  const bare = orientation === 'horizontal' ? bareCandidatesAlong : bareCandidatesDown
  const occupancy = createOccupancy<Owner>()
  const marks = new Map<EventIndex, PlacedMark>()
  const labelOwners = new Map<EventIndex, Owner>()
  const clusters = new Map<Owner, PlacedCluster>()
  const waiting: MarkWish[] = []

  for (const wish of wishes.toSorted((p, q) => q.importance - p.importance || p.row - q.row)) {
    const place = labelled(wish, ground).find(
      ({ markAreas, label }) =>
        markAreas.every((area) => occupancy.isFree(area)) &&
        (label === undefined || occupancy.isFree(label.area)),
    )
    if (place === undefined) waiting.push(wish)
    else settle(wish, place)
  }
  for (const group of gather(waiting, ground.pxPerMs)) placeGroup(group)

  return {
    marks: [...marks.values()].toSorted((p, q) => p.wish.row - q.wish.row),
    clusters: [...clusters.values()].toSorted((p, q) => p.anchor - q.anchor || p.lane - q.lane),
  }

  function settle(wish: MarkWish, place: Candidate): void {
    const owner: Owner = { kind: 'mark', wish }
    for (const area of place.markAreas) occupancy.add(area, owner)
    if (place.label) {
      const labelOwner: Owner = { kind: 'label', wish }
      occupancy.add(place.label.area, labelOwner)
      labelOwners.set(wish.row, labelOwner)
    }
    marks.set(wish.row, {
      wish,
      across: place.across,
      label: place.label?.placed,
      fan: place.fan,
      folded: place.fan.length > 0 ? [] : wish.children,
      ties: orientation === 'vertical' ? [] : tieRings(wish, place.across),
    })
  }

  /** A free spot for the ring in each partner's lane, from the near edge inwards. */
  function tieRings(wish: MarkWish, across: number): PlacedMark['ties'] {
    const at = (wish.anchor - ground.origin) * ground.pxPerMs
    const reach = tieRingRadius + 2
    return wish.ties.flatMap((target) => {
      const lane = ground.lanes[shownLane(target.lane)]
      if (lane === undefined) return []
      const downwards = lane.top > across
      const near = downwards ? lane.top + ground.laneHead + 10 : lane.top + lane.height - 10
      const areaAt = (centre: number): Area => ({
        a0: at - reach,
        a1: at + reach,
        c0: centre - reach,
        c1: centre + reach,
      })
      let centre = near
      for (let step = 0; step < lane.height - 20 - ground.laneHead; step += 6) {
        const tried = downwards ? near + step : near - step
        if (occupancy.isFree(areaAt(tried))) {
          centre = tried
          break
        }
      }
      occupancy.add(areaAt(centre), { kind: 'ring' })
      return [{ target, across: centre }]
    })
  }

  function placeGroup(start: Group): void {
    let group = start
    for (;;) {
      const single = group.wishes.length === 1 ? group.wishes[0] : undefined
      const spots: Spot[] = (single ? bare(single, ground) : badges(group)).map(
        ({ across, markAreas }) => ({ across, areas: markAreas }),
      )
      const spot =
        spots.find(({ areas }) => areas.every((area) => occupancy.isFree(area))) ??
        cheapestOverLabels(spots)
      if (spot === undefined) {
        const grown = absorb(group, spots)
        if (grown === undefined) return
        group = grown
        continue
      }
      for (const area of spot.areas) clearLabels(area)
      if (single) {
        settle(single, { across: spot.across, markAreas: spot.areas, label: undefined, fan: [] })
      } else {
        addCluster(group, spot)
      }
      return
    }
  }

  function addCluster(group: Group, spot: Spot): void {
    const owner: Owner = { kind: 'cluster', group }
    for (const area of spot.areas) occupancy.add(area, owner)
    clusters.set(owner, {
      rows: group.wishes.flatMap((wish) => [wish.row, ...wish.children]).toSorted((p, q) => p - q),
      lane: group.lane,
      anchor: middleOf(group),
      across: spot.across,
    })
  }

  function badges(group: Group): Candidate[] {
    const first = group.wishes[0]
    if (first === undefined) return []
    const radius = clusterRadius(countOf(group))
    return bare({ ...first, shape: 'instant', radius, anchor: middleOf(group) }, ground)
  }

  /** The spot that costs the least important labels, if nothing but labels is in the way. */
  function cheapestOverLabels(spots: readonly Spot[]): Spot | undefined {
    let best: { spot: Spot; cost: number } | undefined
    for (const spot of spots) {
      const owners = spot.areas.flatMap((area) => occupancy.under(area))
      if (owners.some(({ kind }) => kind === 'mark' || kind === 'cluster')) continue
      const cost = owners.reduce(
        (sum, owner) => sum + (owner.kind === 'label' ? 4 ** owner.wish.importance : 0),
        0,
      )
      if (best === undefined || cost < best.cost) best = { spot, cost }
    }
    return best?.spot
  }

  function clearLabels(area: Area): void {
    for (const owner of occupancy.under(area)) {
      if (owner.kind !== 'label') continue
      occupancy.remove(owner)
      labelOwners.delete(owner.wish.row)
      const mark = marks.get(owner.wish.row)
      if (mark) marks.set(owner.wish.row, { ...mark, label: undefined })
    }
  }

  /** No room at all: the group takes in the least important mark, or a cluster, in its way. */
  function absorb(group: Group, spots: readonly Spot[]): Group | undefined {
    const blockers = spots.flatMap(({ areas }) => areas.flatMap((area) => occupancy.under(area)))
    let victim: Owner | undefined
    let least = Infinity
    for (const owner of blockers) {
      const weight =
        owner.kind === 'mark' ? owner.wish.importance : owner.kind === 'cluster' ? 0 : Infinity
      if (weight < least) {
        victim = owner
        least = weight
      }
    }
    if (victim === undefined) return undefined
    occupancy.remove(victim)
    if (victim.kind === 'cluster') {
      clusters.delete(victim)
      return merged(group, victim.group.wishes)
    }
    if (victim.kind !== 'mark') return undefined
    marks.delete(victim.wish.row)
    const labelOwner = labelOwners.get(victim.wish.row)
    if (labelOwner) occupancy.remove(labelOwner)
    labelOwners.delete(victim.wish.row)
    return merged(group, [victim.wish])
  }
}
