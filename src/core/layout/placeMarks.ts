import type { Orientation } from '#core/viewport/viewport.ts'
import { bareCandidatesAlong, createCandidatesAlong } from './candidatesAlong.ts'
import { bareCandidatesDown, createCandidatesDown } from './candidatesDown.ts'
import { createCrowd } from './crowd.ts'
import { gather } from './gather.ts'
import { makeRoom } from './makeRoom.ts'
import type { Area } from './occupancy.ts'
import type {
  Candidate,
  CandidateLabel,
  Ground,
  MarkGround,
  MarkWish,
  Placement,
} from './placement.ts'
import { createPlane, type Owner } from './plane.ts'

/** How much worse a place may be, to keep its label from being crossed by a tie. */
const tieCost = 1.6
/** How much worse, for each other event's instant that its label lies over, were it as high as the lane. */
const coverCost = 2.2

/** Which of those that lie on an area are in the way. */
type Counts = (owner: Owner) => boolean

const everything: Counts = () => true

/** Bands and bars of this length count as long, in pixels. */
const longExtent = 60

/** How many neighbours an important event may ask to move, and how many events may ask at all. */
const mostMoved = 6
const mostAsked = 40

function byImportance(p: MarkWish, q: MarkWish): number {
  return q.importance - p.importance || p.row - q.row
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
  const isAlong = orientation === 'horizontal'
  const places = isAlong ? createCandidatesAlong(ground) : createCandidatesDown(ground)
  const bare = isAlong ? bareCandidatesAlong : bareCandidatesDown
  const plane = createPlane(ground, orientation)
  const { occupancy, tieLines } = plane
  const waiting: MarkWish[] = []
  const crowd = createCrowd(wishes, ground)
  let asked = 0

  for (const wish of wishes.toSorted(byImportance)) {
    const place = bestPlace(wish)
    if (place) plane.settle(wish, place)
    else if (!makesWay(wish) && !standsBare(wish)) waiting.push(wish)
  }
  for (const group of gather(waiting, ground.pxPerMs)) {
    makeRoom(group, plane, ground, bare, bestPlace)
  }
  secondChance()

  return {
    marks: [...plane.marks.values()].toSorted((p, q) => p.wish.row - q.wish.row),
    clusters: [...plane.clusters.values()].toSorted(
      (p, q) => p.anchor - q.anchor || p.lane - q.lane,
    ),
  }

  /**
   * The free place that costs least, counting ties that cross its label and dots that it would cover.
   * `standing`: where the mark stands already, free or not, so that only its label looks for a place.
   */
  function bestPlace(
    wish: MarkWish,
    counts: Counts = everything,
    standing?: number,
  ): Candidate | undefined {
    let best: Candidate | undefined
    let least = Infinity
    const canStand = (mark: MarkGround): boolean =>
      standing === undefined ? isMarkFree(mark, counts) : mark.across === standing
    for (const candidate of places(wish, canStand, standing)) {
      if (candidate.cost >= least) break
      const { label } = candidate
      if (label && !isLabelFree(label, counts)) continue
      const total = candidate.cost + (label ? labelCost(label.area, wish.lane) : 0)
      if (total >= least) continue
      best = candidate
      least = total
    }
    return best
  }

  function isMarkFree({ solid, extent }: MarkGround, counts: Counts): boolean {
    return (
      solid.every((area) => occupancy.isFree(area, counts)) &&
      (extent === undefined ||
        occupancy.isFree(extent, (owner) => owner.kind !== 'leader' && counts(owner)))
    )
  }

  function isLabelFree({ area, leaderArea }: CandidateLabel, counts: Counts): boolean {
    return (
      occupancy.isFree(area, counts) &&
      (leaderArea === undefined ||
        occupancy.isFree(leaderArea, (owner) => owner.kind !== 'extent' && counts(owner)))
    )
  }

  function labelCost(area: Area, lane: number): number {
    if (!isAlong) return 0
    const covered = crowd.between(lane, area.a0, area.a1)
    const share = (area.c1 - area.c0) / (ground.lanes[lane]?.height ?? Infinity)
    return (tieLines.isFree(area) ? 0 : tieCost) + Math.min(coverCost * share * covered, 3)
  }

  /** Seats an important event by moving one that stands in its way, if that finds another place. */
  function makesWay(wish: MarkWish): boolean {
    if (wish.importance < 4 || asked >= mostAsked) return false
    asked += 1
    const tried = new Set<MarkWish>()
    for (const place of places(wish, () => true)) {
      if (tried.size >= mostMoved) break
      const inWay = soleBlocker(place)
      if (inWay === undefined || tried.has(inWay)) continue
      tried.add(inWay)
      const before = plane.placeOf(inWay)
      if (before === undefined) continue
      plane.unsettle(inWay)
      plane.settle(wish, place)
      const elsewhere = bestPlace(inWay)
      if (elsewhere) {
        plane.settle(inWay, elsewhere)
        return true
      }
      plane.unsettle(wish)
      plane.settle(inWay, before)
    }
    return false
  }

  /** A long band or bar stands early even without a label: later it would push labels out. */
  function standsBare(wish: MarkWish): boolean {
    if (!isAlong || wish.variants.length === 0) return false
    if ((wish.end - wish.start) * ground.pxPerMs < longExtent) return false
    const place = bare(wish, ground).find(({ mark }) => isMarkFree(mark, everything))
    if (place) plane.settle(wish, place)
    return place !== undefined
  }

  /** The one event that keeps a place from being free. */
  function soleBlocker({ mark, label }: Candidate): MarkWish | undefined {
    let found: MarkWish | undefined
    let others = false
    const isOther: Counts = (owner) => {
      found ??= owner.wish
      others ||= owner.wish === undefined || owner.wish !== found
      return others
    }
    const free = isMarkFree(mark, isOther) && (label === undefined || isLabelFree(label, isOther))
    return free ? found : undefined
  }

  /**
   * Marks that came late without a label get one after all where the dust has left room for it: wherever
   * they are free to stand, or else where they stand, even if that is behind something.
   */
  function secondChance(): void {
    const unlabelled = [...plane.marks.values()].filter(({ label }) => label === undefined)
    for (const { wish, across } of unlabelled.toSorted((p, q) => byImportance(p.wish, q.wish))) {
      const isOther: Counts = (owner) => owner.wish !== wish
      const place = bestPlace(wish, isOther) ?? bestPlace(wish, isOther, across)
      if (place === undefined) continue
      plane.unsettle(wish)
      plane.settle(wish, place)
    }
  }
}
