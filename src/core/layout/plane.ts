import type { EventIndex } from '#core/data/eventTable.ts'
import { rowsOfList } from '#core/data/rowSet.ts'
import type { Orientation } from '#core/viewport/viewport.ts'
import type { Group } from './gather.ts'
import { type Area, areaAround, createOccupancy, type Occupancy } from './occupancy.ts'
import {
  type Candidate,
  type Ground,
  type MarkWish,
  pixelOf,
  type PlacedCluster,
  type PlacedMark,
} from './placement.ts'

/** Radius of the small ring that ties an event to a partner's lane, in pixels. */
export const tieRingRadius = 4

type PartKind = 'mark' | 'extent' | 'label' | 'leader' | 'ring'

/** What lies on an area. */
export type Owner =
  | { readonly kind: PartKind; readonly wish: MarkWish }
  | { readonly kind: 'cluster'; readonly wish: undefined; readonly group: Group }

/** Where a group's badge may stand. */
export interface BadgeSpot {
  readonly anchor: number
  readonly across: number
  readonly area: Area
}

/** The plane on which marks, labels, rings and badges are set, and from which they can be taken. */
export interface Plane {
  readonly occupancy: Occupancy<Owner>
  /** Lines from marks to their rings. */
  readonly tieLines: Occupancy<EventIndex>
  readonly marks: ReadonlyMap<EventIndex, PlacedMark>
  readonly clusters: ReadonlyMap<Owner, PlacedCluster>
  /** Sets a mark, its label if the place has one, and the rings of its ties. */
  settle(wish: MarkWish, place: Candidate): void
  /** Where a settled wish stands; undefined when its label has been cleared since. */
  placeOf(wish: MarkWish): Candidate | undefined
  /** Takes a mark away again, with all that belongs to it. */
  unsettle(wish: MarkWish): void
  clearLabel(wish: MarkWish): void
  addCluster(group: Group, spot: BadgeSpot): void
  removeCluster(owner: Owner): void
}

export function createPlane(ground: Ground, orientation: Orientation): Plane {
  const occupancy = createOccupancy<Owner>()
  const tieLines = createOccupancy<EventIndex>()
  const marks = new Map<EventIndex, PlacedMark>()
  const owners = new Map<EventIndex, Owner[]>()
  const places = new Map<EventIndex, Candidate>()
  const clusters = new Map<Owner, PlacedCluster>()

  return {
    occupancy,
    tieLines,
    marks,
    clusters,
    settle(wish, place) {
      const { mark, label, fan } = place
      places.set(wish.row, place)
      owners.set(wish.row, [])
      take(wish, 'mark', mark.solid)
      if (mark.extent) take(wish, 'extent', [mark.extent])
      if (label) take(wish, 'label', [label.area])
      if (label?.leaderArea) take(wish, 'leader', [label.leaderArea])
      marks.set(wish.row, {
        wish,
        across: mark.across,
        label: label?.placed,
        fan,
        folded: fan.length > 0 ? [] : wish.children,
        ties: orientation === 'vertical' ? [] : tieRings(wish, mark.across),
      })
    },
    placeOf: ({ row }) => (marks.get(row)?.label ? places.get(row) : undefined),
    unsettle(wish) {
      for (const owner of owners.get(wish.row) ?? []) occupancy.remove(owner)
      tieLines.remove(wish.row)
      owners.delete(wish.row)
      marks.delete(wish.row)
    },
    clearLabel(wish) {
      const mark = marks.get(wish.row)
      if (mark?.label === undefined) return
      for (const owner of owners.get(wish.row) ?? []) {
        if (owner.kind === 'label' || owner.kind === 'leader') occupancy.remove(owner)
      }
      // On the phone the fan is a row of dots under the label, and goes with it.
      const folds = orientation === 'vertical' && mark.fan.length > 0
      marks.set(wish.row, {
        ...mark,
        label: undefined,
        ...(folds ? { fan: [], folded: wish.children } : {}),
      })
    },
    addCluster(group, { anchor, across, area }) {
      const owner: Owner = { kind: 'cluster', wish: undefined, group }
      occupancy.add(area, owner)
      const rows = group.wishes.flatMap(({ row, children }) => [row, ...children])
      clusters.set(owner, {
        rows: rowsOfList(
          ground.table,
          rows.toSorted((p, q) => p - q),
        ),
        lane: group.lane,
        anchor,
        across,
      })
    },
    removeCluster(owner) {
      occupancy.remove(owner)
      clusters.delete(owner)
    },
  }

  function take(wish: MarkWish, kind: PartKind, areas: readonly Area[]): void {
    const owner: Owner = { kind, wish }
    owners.get(wish.row)?.push(owner)
    for (const area of areas) occupancy.add(area, owner)
  }

  /** A free spot for the ring in each partner's lane, from the near edge inwards. */
  function tieRings(wish: MarkWish, across: number): PlacedMark['ties'] {
    const at = pixelOf(wish.anchor, ground)
    const reach = tieRingRadius + 2
    return wish.ties.flatMap((target) => {
      const lane = ground.lanes[ground.shownLane(target.lane)]
      if (lane === undefined) return []
      const downwards = lane.top > across
      const near = downwards ? lane.top + ground.laneHead + 10 : lane.top + lane.height - 10
      const areaAt = (centre: number): Area => areaAround(at, centre, reach)
      let centre = near
      for (let step = 0; step < lane.height - 20 - ground.laneHead; step += 6) {
        const tried = downwards ? near + step : near - step
        if (occupancy.isFree(areaAt(tried))) {
          centre = tried
          break
        }
      }
      take(wish, 'ring', [areaAt(centre)])
      const line = { c0: Math.min(across, centre), c1: Math.max(across, centre) }
      tieLines.add({ a0: at - 1, a1: at + 1, ...line }, wish.row)
      return [{ target, across: centre }]
    })
  }
}
