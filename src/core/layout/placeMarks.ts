import type { Orientation } from '#core/viewport/viewport.ts'
import { gather } from './gather.ts'
import { makeRoom } from './makeRoom.ts'
import { byImportance, type Counts, createPlacer, everything, placementOf } from './placer.ts'
import type { Candidate, Ground, MarkWish, Placement } from './placement.ts'

/** Bands and bars of this length count as long, in pixels. */
const longExtent = 60

/** How many neighbours an important event may ask to move, and how many events may ask at all. */
const mostMoved = 6
const mostAsked = 40

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
  const { plane, places, bare, bestPlace, isMarkFree, isLabelFree } = createPlacer(
    wishes,
    ground,
    orientation,
  )
  const waiting: MarkWish[] = []
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

  return placementOf(plane)

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
    if (orientation === 'vertical' || wish.variants.length === 0) return false
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
