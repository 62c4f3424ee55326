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
  /** Takes away all areas of one owner. */
  remove(owner: Owner): void
}

interface Taken<Owner> {
  readonly area: Area
  readonly owner: Owner
}

/** Cells are about as large as a label. */
const cellAlong = 96
const cellAcross = 48
/** Cells across are folded into so many, which costs a look-up nothing but a few more comparisons. */
const cellsAcross = 1024
/** A bar over a whole deep zoom would fill millions of cells: longer than this goes to a list of its own. */
const mostCells = 64

/** As far as `reach` around a point, in each direction. */
export function areaAround(a: number, c: number, reach: number): Area {
  return { a0: a - reach, a1: a + reach, c0: c - reach, c1: c + reach }
}

export function intersects(p: Area, q: Area): boolean {
  return p.a0 < q.a1 && q.a0 < p.a1 && p.c0 < q.c1 && q.c0 < p.c1
}

function someOf<Owner>(
  list: readonly Taken<Owner>[],
  area: Area,
  visit: (owner: Owner) => boolean,
): boolean {
  for (const taken of list) if (intersects(area, taken.area) && visit(taken.owner)) return true
  return false
}

/** Which parts of the plane are taken: areas in cells, so that a look-up reads few of them. */
export function createOccupancy<Owner>(): Occupancy<Owner> {
  const cells = new Map<number, Taken<Owner>[]>()
  const owned = new Map<Owner, Taken<Owner>[]>()
  let long: Taken<Owner>[] = []

  function row(c: number): number {
    return Math.min(Math.max(Math.floor(c / cellAcross), 0), cellsAcross - 1)
  }

  function isLong(area: Area): boolean {
    return area.a1 - area.a0 > mostCells * cellAlong
  }

  /** Calls `visit` with the key of each cell under the area. */
  function eachCell(area: Area, visit: (key: number) => void): void {
    const first = Math.floor(area.a0 / cellAlong)
    // Counted, not compared: so far out that the next number is the same one, this must end too.
    const steps = Math.floor(area.a1 / cellAlong) - first
    const top = row(area.c0)
    const bottom = row(area.c1)
    for (let step = 0; step <= steps; step += 1) {
      for (let across = top; across <= bottom; across += 1) {
        visit((first + step) * cellsAcross + across)
      }
    }
  }

  /**
   * Calls `visit` for what shares a pixel with the area, until it answers true. Asked a million times a
   * layout, and so written out without a closure.
   */
  function some(area: Area, visit: (owner: Owner) => boolean): boolean {
    if (long.length > 0 && someOf(long, area, visit)) return true
    if (isLong(area)) {
      for (const cell of cells.values()) if (someOf(cell, area, visit)) return true
      return false
    }
    const first = Math.floor(area.a0 / cellAlong)
    const steps = Math.floor(area.a1 / cellAlong) - first
    const top = row(area.c0)
    const bottom = row(area.c1)
    for (let step = 0; step <= steps; step += 1) {
      for (let across = top; across <= bottom; across += 1) {
        const cell = cells.get((first + step) * cellsAcross + across)
        if (cell !== undefined && someOf(cell, area, visit)) return true
      }
    }
    return false
  }

  return {
    isFree: (area, counts) => !some(area, counts ?? (() => true)),
    add(area, owner) {
      const taken = { area, owner }
      const known = owned.get(owner)
      if (known) known.push(taken)
      else owned.set(owner, [taken])
      if (isLong(area)) {
        long.push(taken)
        return
      }
      eachCell(area, (key) => {
        const cell = cells.get(key)
        if (cell) cell.push(taken)
        else cells.set(key, [taken])
      })
    },
    under(area) {
      const owners = new Set<Owner>()
      some(area, (owner) => {
        owners.add(owner)
        return false
      })
      return [...owners]
    },
    remove(owner) {
      for (const taken of owned.get(owner) ?? []) {
        if (isLong(taken.area)) {
          long = long.filter((other) => other !== taken)
          continue
        }
        eachCell(taken.area, (key) => {
          cells.set(key, cells.get(key)?.filter((other) => other !== taken) ?? [])
        })
      }
      owned.delete(owner)
    },
  }
}
