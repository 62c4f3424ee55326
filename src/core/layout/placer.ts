import type { Orientation } from '#core/viewport/viewport.ts'
import { bareCandidatesAlong, createCandidatesAlong } from './candidatesAlong.ts'
import { bareCandidatesDown, createCandidatesDown } from './candidatesDown.ts'
import { createCrowd } from './crowd.ts'
import type { Area } from './occupancy.ts'
import type {
  Candidate,
  CandidateLabel,
  Ground,
  LabelledPlaces,
  MarkGround,
  MarkWish,
  Placement,
} from './placement.ts'
import { createPlane, type Owner, type Plane } from './plane.ts'

/** How much worse a place may be, to keep its label from being crossed by a tie. */
const tieCost = 1.6
/** How much worse, for each other event's instant that its label lies over, were it as high as the lane. */
const coverCost = 2.2

/** Which of those that lie on an area are in the way. */
export type Counts = (owner: Owner) => boolean

export const everything: Counts = () => true

export function byImportance(p: MarkWish, q: MarkWish): number {
  return q.importance - p.importance || p.row - q.row
}

/** Finds places on a plane for marks with their labels. */
export interface Placer {
  readonly plane: Plane
  readonly places: LabelledPlaces
  /** Places for a mark without its label, or for a badge. */
  readonly bare: (wish: MarkWish, ground: Ground) => readonly Candidate[]
  /**
   * The free place that costs least, counting ties that cross its label and dots that it would cover.
   * `standing`: where the mark stands already, free or not, so that only its label looks for a place.
   */
  bestPlace(wish: MarkWish, counts?: Counts, standing?: number): Candidate | undefined
  isMarkFree(mark: MarkGround, counts: Counts): boolean
  isLabelFree(label: CandidateLabel, counts: Counts): boolean
}

/** `wishes`: all that will ask, since labels avoid lying over the instants of many. */
export function createPlacer(
  wishes: readonly MarkWish[],
  ground: Ground,
  orientation: Orientation,
): Placer {
  const isAlong = orientation === 'horizontal'
  const places = isAlong ? createCandidatesAlong(ground) : createCandidatesDown(ground)
  const plane = createPlane(ground, orientation)
  const { occupancy, tieLines } = plane
  const crowd = createCrowd(wishes, ground)
  return {
    plane,
    places,
    bare: isAlong ? bareCandidatesAlong : bareCandidatesDown,
    bestPlace,
    isMarkFree,
    isLabelFree,
  }

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
}

/** What stands on a plane, marks in order of rows and badges in order of time. */
export function placementOf({ marks, clusters }: Plane): Placement {
  return {
    marks: [...marks.values()].toSorted((p, q) => p.wish.row - q.wish.row),
    clusters: [...clusters.values()].toSorted((p, q) => p.anchor - q.anchor || p.lane - q.lane),
  }
}
