/** A rectangle along and across the time axis, in pixels of the layout's own (unscrolled) plane. */
export interface Area {
  readonly a0: number
  readonly a1: number
  readonly c0: number
  readonly c1: number
}

export interface Occupancy<Owner> {
  /** True when nothing that `counts` lies under the area. */
  isFree(area: Area, counts?: (owner: Owner) => boolean): boolean
  add(area: Area, owner: Owner): void
  /** Owners of all areas that share a pixel with this one. */
  under(area: Area): Owner[]
  remove(owner: Owner): void
}

const cellSize = 160

export function intersects(p: Area, q: Area): boolean {
  return p.a0 < q.a1 && q.a0 < p.a1 && p.c0 < q.c1 && q.c0 < p.c1
}

/** Which parts of the plane are taken: areas in cells along the axis, so that a look-up reads few of them. */
export function createOccupancy<Owner>(): Occupancy<Owner> {
  const cells = new Map<number, { area: Area; owner: Owner }[]>()
  const range = (area: Area): [number, number] => [
    Math.floor(area.a0 / cellSize),
    // A bar over a whole deep zoom would fill millions of cells: it is kept in the coarse cell list.
    Math.floor(area.a1 / cellSize),
  ]
  const longAreas: { area: Area; owner: Owner }[] = []
  const isLong = ([first, last]: [number, number]): boolean => last - first > 64

  function* candidates(area: Area): Generator<{ area: Area; owner: Owner }> {
    yield* longAreas
    const [first, last] = range(area)
    if (isLong([first, last])) {
      for (const cell of cells.values()) yield* cell
      return
    }
    for (let key = first; key <= last; key += 1) yield* cells.get(key) ?? []
  }

  return {
    isFree(area, counts) {
      for (const taken of candidates(area)) {
        if (intersects(area, taken.area) && (counts === undefined || counts(taken.owner))) return false
      }
      return true
    },
    add(area, owner) {
      const [first, last] = range(area)
      if (isLong([first, last])) {
        longAreas.push({ area, owner })
        return
      }
      for (let key = first; key <= last; key += 1) {
        const cell = cells.get(key)
        if (cell) cell.push({ area, owner })
        else cells.set(key, [{ area, owner }])
      }
    },
    under(area) {
      const owners = new Set<Owner>()
      for (const taken of candidates(area)) if (intersects(area, taken.area)) owners.add(taken.owner)
      return [...owners]
    },
    remove(owner) {
      for (const [key, cell] of cells) {
        if (cell.some((taken) => taken.owner === owner)) {
          cells.set(
            key,
            cell.filter((taken) => taken.owner !== owner),
          )
        }
      }
      for (let index = longAreas.length - 1; index >= 0; index -= 1) {
        if (longAreas[index]?.owner === owner) longAreas.splice(index, 1)
      }
    },
  }
}
