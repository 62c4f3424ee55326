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
  /** Owners of all areas that share a pixel with this one, each once. */
  under(area: Area): Owner[]
  remove(is: (owner: Owner) => boolean): void
}

interface Taken<Owner> {
  readonly area: Area
  readonly owner: Owner
}

const cellSize = 160
/** A bar over a whole deep zoom would fill millions of cells: longer than this goes to a list of its own. */
const mostCells = 64

export function intersects(p: Area, q: Area): boolean {
  return p.a0 < q.a1 && q.a0 < p.a1 && p.c0 < q.c1 && q.c0 < p.c1
}

/** Which parts of the plane are taken: areas in cells along the axis, so that a look-up reads few of them. */
export function createOccupancy<Owner>(): Occupancy<Owner> {
  const cells = new Map<number, Taken<Owner>[]>()
  let long: Taken<Owner>[] = []
  const firstCell = (area: Area): number => Math.floor(area.a0 / cellSize)
  const lastCell = (area: Area): number => Math.floor(area.a1 / cellSize)
  const isLong = (area: Area): boolean => lastCell(area) - firstCell(area) > mostCells

  /** Calls `visit` for what shares a pixel with the area, until it answers true. */
  function some(area: Area, visit: (owner: Owner) => boolean): boolean {
    const hit = ({ area: other, owner }: Taken<Owner>): boolean =>
      intersects(area, other) && visit(owner)
    if (long.some(hit)) return true
    if (isLong(area)) {
      for (const cell of cells.values()) if (cell.some(hit)) return true
      return false
    }
    for (let key = firstCell(area), last = lastCell(area); key <= last; key += 1) {
      if (cells.get(key)?.some(hit) === true) return true
    }
    return false
  }

  return {
    isFree: (area, counts) => !some(area, counts ?? (() => true)),
    add(area, owner) {
      const taken = { area, owner }
      if (isLong(area)) {
        long.push(taken)
        return
      }
      for (let key = firstCell(area), last = lastCell(area); key <= last; key += 1) {
        const cell = cells.get(key)
        if (cell) cell.push(taken)
        else cells.set(key, [taken])
      }
    },
    under(area) {
      const owners = new Set<Owner>()
      some(area, (owner) => {
        owners.add(owner)
        return false
      })
      return [...owners]
    },
    remove(is) {
      long = long.filter(({ owner }) => !is(owner))
      for (const [key, cell] of cells) {
        if (cell.some(({ owner }) => is(owner))) {
          cells.set(
            key,
            cell.filter(({ owner }) => !is(owner)),
          )
        }
      }
    },
  }
}
