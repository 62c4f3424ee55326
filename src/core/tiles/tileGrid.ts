import type { Instant, Span } from '#core/time/instant.ts'

/**
 * How time is cut: level `z` into `2 ** z` equal stretches, each of 256 cells. The length is a power of two
 * of milliseconds, so that halving it is exact, in every language and every database.
 */
export interface TileGrid {
  /** Where level 0 begins, in epoch milliseconds. */
  readonly start: Instant
  /** How long level 0 is, in milliseconds: a power of two, at least 256. */
  readonly length: number
}

/** One stretch: `x` counts from 0 to `2 ** z - 1`. */
export interface TileAddress {
  readonly z: number
  readonly x: number
}

/** Cells of a tile. */
export const cellsOfTile = 256
/** Deeper than this nothing is cut: places and cells stay whole numbers that a float64 holds. */
const deepestEver = 40

/** The smallest grid that holds all anchors. */
export function gridOver(first: Instant, last: Instant): TileGrid {
  const cell = finestExact(first, last)
  const start = Math.floor(first / cell) * cell
  let length = cellsOfTile * cell
  while (length <= last - start) length *= 2
  return { start, length }
}

/** The level whose cells are the finest. */
export function deepestLevel({ start, length }: TileGrid): number {
  const level = Math.log2(length / cellsOfTile / finestExact(start, start + length))
  return Math.min(deepestEver, Math.max(0, level))
}

/**
 * The finest cell, in milliseconds, whose edges are exact so far from 1970: one millisecond within 140,000
 * years, and some minutes at the beginning of the universe.
 */
function finestExact(first: Instant, last: Instant): number {
  const farthest = Math.max(Math.abs(first), Math.abs(last))
  let cell = 1
  while (farthest >= cell * 2 ** 52) cell *= 2
  return cell
}

/** The place of an instant on the finest cells, counted from the start of the grid. */
export function finestCell(grid: TileGrid, instant: Instant): number {
  return Math.floor((instant - grid.start) / finestLength(grid))
}

/** Length of the finest cells, in milliseconds. */
export function finestLength(grid: TileGrid): number {
  return grid.length / finestInCell(grid, 0) / cellsOfTile
}

/** How many of the finest cells are one cell of a level. */
export function finestInCell(grid: TileGrid, z: number): number {
  return 2 ** (deepestLevel(grid) - z)
}

/** Whether a finest cell lies in the stretch of a tile. */
export function holdsCell(grid: TileGrid, { z, x }: TileAddress, cell: number): boolean {
  return Math.floor(cell / (finestInCell(grid, z) * cellsOfTile)) === x
}

/** Length of the stretches of a level, in milliseconds. */
export function stretchLength({ length }: TileGrid, z: number): number {
  return length / 2 ** z
}

/** What a tile covers. */
export function stretchOf(grid: TileGrid, { z, x }: TileAddress): Span {
  const length = stretchLength(grid, z)
  return { start: grid.start + x * length, end: grid.start + (x + 1) * length }
}

/** Where a tile lies beside its manifest. What a tile cannot hold goes on in pages, counted from 1. */
export function tilePath({ z, x }: TileAddress, page = 0): string {
  return page === 0 ? `${z}/${x}.json` : `${z}/${x}.${page}.json`
}
