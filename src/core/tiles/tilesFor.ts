import { overlaps, type Span } from '#core/time/instant.ts'
import { existsByRuns, type Manifest } from './readManifest.ts'
import type { Tile } from './readTile.ts'
import { cellsOfTile, deepestLevel, stretchLength, type TileAddress } from './tileGrid.ts'

/** The tile of an address where it has come already. */
export type TileAt = (address: TileAddress) => Tile | undefined

/** Cells are drawn at most this wide, and more than half of it, in pixels. */
const widestCell = 8

/**
 * The level whose cells are 4 to 8 pixels wide in a view of `pxPerMs`; the nearest one that the grid has.
 * It may lie deeper than any tile: there all events are at hand, and are counted.
 */
export function levelFor({ grid }: Manifest, pxPerMs: number): number {
  const rootCell = (grid.length / cellsOfTile) * pxPerMs
  const level = Math.ceil(Math.log2(rootCell / widestCell))
  return Number.isFinite(level) ? Math.min(Math.max(level, 0), deepestLevel(grid)) : 0
}

/**
 * The tiles that a view needs, the most important first: those of its level, for the counts, and all above
 * them, for their events. Only tiles that exist are named; what hangs on tiles that have not come yet is
 * named once they are there. At most two for each level, and one for each 512 pixels of the view.
 */
export function tilesFor(
  manifest: Manifest,
  view: Span,
  pxPerMs: number,
  tileAt: TileAt = () => undefined,
): readonly TileAddress[] {
  const deepest = Math.min(levelFor(manifest, pxPerMs), manifest.levels.length - 1)
  const found: TileAddress[] = []
  for (let z = 0; z <= deepest; z += 1) {
    const range = placesIn(manifest, view, z)
    if (range === undefined) break
    for (let x = range[0]; x <= range[1]; x += 1) {
      if (exists(manifest, { z, x }, tileAt)) found.push({ z, x })
    }
  }
  return found
}

/**
 * Tiles that lie outside of a view, and hold events that reach into it, at most `most`: as far as the tiles
 * that are there tell. Ask again when one of them has come.
 */
export function tilesReachingIn(
  manifest: Manifest,
  view: Span,
  pxPerMs: number,
  tileAt: TileAt,
  most: number,
): readonly TileAddress[] {
  const deepest = Math.min(levelFor(manifest, pxPerMs), manifest.levels.length - 1)
  const found: TileAddress[] = []
  const open: TileAddress[] = [{ z: 0, x: 0 }]
  for (const address of open) {
    if (found.length >= most) break
    const range = placesIn(manifest, view, address.z)
    const isOutside = range === undefined || address.x < range[0] || address.x > range[1]
    if (isOutside) found.push(address)
    const tile = address.z < deepest ? tileAt(address) : undefined
    for (const [half, child] of (tile?.children ?? []).entries()) {
      if (child !== undefined && overlaps(child.span, view)) {
        open.push({ z: address.z + 1, x: 2 * address.x + half })
      }
    }
  }
  return found
}

/** Whether a tile is known to exist: by the manifest, or by its parent, where that has come. */
function exists(manifest: Manifest, { z, x }: TileAddress, tileAt: TileAt): boolean {
  const told = existsByRuns(manifest, z, x)
  if (told !== undefined) return told
  const parent = tileAt({ z: z - 1, x: Math.floor(x / 2) })
  return parent?.children[x % 2 === 0 ? 0 : 1] !== undefined
}

/** The first and the last place of a level in a view; undefined where the view shows nothing of the grid. */
function placesIn(
  { grid }: Manifest,
  view: Span,
  z: number,
): readonly [first: number, last: number] | undefined {
  const length = stretchLength(grid, z)
  const first = Math.max(0, Math.floor((view.start - grid.start) / length))
  const last = Math.min(2 ** z, Math.ceil((view.end - grid.start) / length)) - 1
  return first <= last ? [first, last] : undefined
}
