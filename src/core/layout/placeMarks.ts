import type { EventIndex } from '#core/data/eventTable.ts'
import type { Orientation } from '#core/viewport/viewport.ts'
import { bareCandidatesAlong, createCandidatesAlong } from './candidatesAlong.ts'
import { bareCandidatesDown, candidatesDown } from './candidatesDown.ts'
import { createCrowd } from './crowd.ts'
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

/** How much worse a place may be, to keep its label from being crossed by a tie. */
const tieCost = 1.6
/** How much worse, for each other event's instant that its label lies over, were it as high as the lane. */
const coverCost = 2.2

/** What lies on an area. Labels and rings give way to marks; marks and clusters to nothing. */
type Owner =
  | { readonly kind: 'mark'; readonly wish: MarkWish }
  | { readonly kind: 'label'; readonly wish: MarkWish }
  | { readonly kind: 'ring'; readonly wish: MarkWish }
  | { readonly kind: 'cluster'; readonly wish: undefined; readonly group: Group }

function byImportance(p: MarkWish, q: MarkWish): number {
  return q.importance - p.importance || p.row - q.row
}

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
 * Deterministic: equal importance goes to the earlier row. O(n · candidates) with cell look-ups.
 */
export function placeMarks(
  wishes: readonly MarkWish[],
  ground: Ground,
  orientation: Orientation,
): Placement {
  const labelled =
    orientation === 'horizontal'
      ? createCandidatesAlong(ground)
      : (wish: MarkWish): Iterable<Candidate> => candidatesDown(wish, ground)
  const bare = orientation === 'horizontal' ? bareCandidatesAlong : bareCandidatesDown
  const occupancy = createOccupancy<Owner>()
  const tieLines = createOccupancy<EventIndex>()
  const marks = new Map<EventIndex, PlacedMark>()
  const markOwners = new Map<EventIndex, Owner>()
  const labelOwners = new Map<EventIndex, Owner>()
  const clusters = new Map<Owner, PlacedCluster>()
  const waiting: MarkWish[] = []
  const crowd = createCrowd(wishes, ground)

  for (const wish of wishes.toSorted(byImportance)) {
    const place = bestPlace(labelled(wish), wish.lane)
    if (place === undefined) waiting.push(wish)
    else settle(wish, place)
  }
  for (const group of gather(waiting, ground.pxPerMs)) placeGroup(group)
  secondChance()

  return {
    marks: [...marks.values()].toSorted((p, q) => p.wish.row - q.wish.row),
    clusters: [...clusters.values()].toSorted((p, q) => p.anchor - q.anchor || p.lane - q.lane),
  }

  /** The free place that costs least, counting ties that cross its label and dots that it would cover. */
  function bestPlace(
    candidates: Iterable<Candidate>,
    lane: number,
    counts?: (owner: Owner) => boolean,
  ): Candidate | undefined {
    let best: Candidate | undefined
    let least = Infinity
    for (const candidate of candidates) {
      if (candidate.cost >= least) break
      const { markAreas, label } = candidate
      if (!markAreas.every((area) => occupancy.isFree(area, counts))) continue
      if (label && !occupancy.isFree(label.area, counts)) continue
      const total = candidate.cost + (label ? labelCost(label.area, lane) : 0)
      if (total >= least) continue
      best = candidate
      least = total
    }
    return best
  }

  function labelCost(area: Area, lane: number): number {
    if (orientation === 'vertical') return 0
    const covered = crowd.between(lane, area.a0, area.a1)
    const share = (area.c1 - area.c0) / (ground.lanes[lane]?.height ?? Infinity)
    return (tieLines.isFree(area) ? 0 : tieCost) + Math.min(coverCost * share * covered, 3)
  }

  /** Marks that came late without a label get one after all where the dust has left room for it. */
  function secondChance(): void {
    const unlabelled = [...marks.values()].flatMap(({ wish, label }) => (label ? [] : [wish]))
    for (const wish of unlabelled.toSorted(byImportance)) {
      const owner = markOwners.get(wish.row)
      if (owner === undefined) continue
      const isOther = (found: Owner): boolean => found !== owner && found.wish !== wish
      const place = bestPlace(labelled(wish), wish.lane, isOther)
      if (place === undefined) continue
      occupancy.remove((found) => found.wish === wish)
      settle(wish, place)
    }
  }

  function settle(wish: MarkWish, place: Candidate): void {
    const owner: Owner = { kind: 'mark', wish }
    markOwners.set(wish.row, owner)
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
      const lane = ground.lanes[ground.shownLane(target.lane)]
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
      occupancy.add(areaAt(centre), { kind: 'ring', wish })
      tieLines.add(
        { a0: at - 1, a1: at + 1, c0: Math.min(across, centre), c1: Math.max(across, centre) },
        wish.row,
      )
      return [{ target, across: centre }]
    })
  }

  function placeGroup(start: Group): void {
    let group = start
    for (;;) {
      const single = group.wishes.length === 1 ? group.wishes[0] : undefined
      const again = single && bestPlace(labelled(single), group.lane)
      if (single && again) {
        settle(single, again)
        return
      }
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
        settle(single, { across: spot.across, markAreas: spot.areas, label: undefined, fan: [], cost: 0 })
      } else {
        addCluster(group, spot)
      }
      return
    }
  }

  function addCluster(group: Group, spot: Spot): void {
    const owner: Owner = { kind: 'cluster', wish: undefined, group }
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
      occupancy.remove((found) => found === owner)
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
    occupancy.remove((found) => found === victim)
    if (victim.kind === 'cluster') {
      clusters.delete(victim)
      return merged(group, victim.group.wishes)
    }
    if (victim.kind !== 'mark') return undefined
    marks.delete(victim.wish.row)
    const labelOwner = labelOwners.get(victim.wish.row)
    if (labelOwner) occupancy.remove((found) => found === labelOwner)
    labelOwners.delete(victim.wish.row)
    return merged(group, [victim.wish])
  }
}
