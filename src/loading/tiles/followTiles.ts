import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { joinTilesInSteps } from '#core/tiles/joinTiles.ts'
import type { Manifest } from '#core/tiles/readManifest.ts'
import type { Tile } from '#core/tiles/readTile.ts'
import { stretchLength, stretchOf, type TileAddress, tilePath } from '#core/tiles/tileGrid.ts'
import { levelFor, tilesFor, tilesReachingIn } from '#core/tiles/tilesFor.ts'
import { prepareInSteps } from '#core/scene/prepareInSteps.ts'
import type { Instant, Span } from '#core/time/instant.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
import { inSlices } from '#loading/parseInSlices.ts'
import { type FetchedTile, fetchTile } from './fetchTile.ts'
import type { Sight, TileFollower, TileListeners } from './tileSource.ts'

/** Tiles that come soon after each other make one table. */
const gatherMs = 40
/** While the view moves a new table costs frames: there are so many milliseconds between two of them. */
const movingMs = 300
/** Tiles outside of the view whose bars reach into it. */
const mostReaching = 8
const retries = 2
/** Pixels per millisecond at which a view is at the bottom of every set. */
const deepest = 1e100

/** A tile set that is open. */
interface OpenTileSet {
  readonly manifest: Manifest
  /** The absolute address of its manifest: tiles lie beside it. */
  readonly url: string
  /** The topmost tile; undefined where there are no events. */
  readonly top: Tile | undefined
}

/**
 * Fetches the tiles that views need, and calls `onTiles` with tables of them, of which each stands for all
 * events. Those of the last view that are still on their way and no longer needed are given up.
 */
export function followTiles(
  { manifest, url, top }: OpenTileSet,
  queries: QueryClient,
  { onTiles, onRest, look }: TileListeners,
): TileFollower {
  const { grid } = manifest
  const coming = new Map<string, TileAddress>()
  const failed = new Set<string>()
  let sight: Sight | undefined
  let shown = ''
  let isTelling = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let lookedAt = 0
  let toldAt = 0
  if (top) queries.setQueryData(queryOf(top).queryKey, { tile: top, problems: [] })

  return {
    look(next) {
      sight = next
      lookedAt = performance.now()
      fetchFor(next)
      tellSoon()
    },
    retry() {
      failed.clear()
      if (sight) fetchFor(sight)
      tellSoon()
    },
    isBusy: () => coming.size > 0 || timer !== undefined || isTelling,
    dispose() {
      sight = undefined
      clearTimeout(timer)
      for (const address of coming.values()) giveUp(address)
      coming.clear()
    },
  }

  function queryOf(address: TileAddress) {
    return queryOptions<FetchedTile>({
      queryKey: ['tile', url, tilePath(address)],
      queryFn: ({ signal }) => fetchTile(manifest, url, address, signal),
      staleTime: Infinity,
      networkMode: 'always',
      retry: (failures, error) =>
        failures < retries && error instanceof LoadFailure && error.reason.kind !== 'not-found',
      retryDelay: (attempt) => 300 * 2 ** attempt,
      structuralSharing: false,
    })
  }

  function fetchedAt(address: TileAddress): FetchedTile | undefined {
    return queries.getQueryData(queryOf(address).queryKey)
  }

  function tileAt(address: TileAddress): Tile | undefined {
    return fetchedAt(address)?.tile
  }

  /** As much again on either side is fetched before it is asked for, in whole tiles of its level. */
  function around({ view, length }: Sight): { readonly ahead: Span; readonly pxPerMs: number } {
    const pxPerMs = length / (view.end - view.start)
    const step = stretchLength(grid, levelFor(manifest, pxPerMs))
    const margin = (view.end - view.start) / 2
    const at = (instant: Instant): number => (instant - grid.start) / step
    const start = grid.start + Math.floor(at(view.start - margin)) * step
    const end = grid.start + Math.ceil(at(view.end + margin)) * step
    return { ahead: { start, end }, pxPerMs }
  }

  /** Tiles that a view needs, and those beside it whose bars reach into it. */
  function wantedFor(seen: Sight) {
    const { ahead, pxPerMs } = around(seen)
    const inView = tilesFor(manifest, ahead, pxPerMs, tileAt)
    const reaching = tilesReachingIn(manifest, seen.view, pxPerMs, tileAt, mostReaching)
    return { ahead, inView, all: [...inView, ...reaching] }
  }

  function fetchFor(seen: Sight): void {
    const wanted = new Map(wantedFor(seen).all.map((address) => [tilePath(address), address]))
    for (const [path, address] of coming) {
      if (wanted.has(path)) continue
      coming.delete(path)
      giveUp(address)
    }
    for (const [path, address] of wanted) {
      if (coming.has(path) || failed.has(path) || tileAt(address) !== undefined) continue
      coming.set(path, address)
      void bring(path, address)
    }
  }

  async function bring(path: string, address: TileAddress): Promise<void> {
    try {
      await queries.fetchQuery(queryOf(address))
    } catch {
      // Given up on purpose, it is no longer among those that are on their way.
      if (coming.get(path) === address) failed.add(path)
    }
    if (coming.get(path) !== address) return
    coming.delete(path)
    // What hangs on this tile is known now.
    if (sight) fetchFor(sight)
    tellSoon()
  }

  function giveUp(address: TileAddress): void {
    void queries.cancelQueries({ queryKey: queryOf(address).queryKey, exact: true })
  }

  function tellSoon(): void {
    const isMoving = performance.now() - lookedAt < movingMs
    const wait = isMoving ? toldAt + movingMs - performance.now() : 0
    timer ??= setTimeout(() => void tell(), Math.max(gatherMs, wait))
  }

  async function tell(): Promise<void> {
    timer = undefined
    if (isTelling) {
      tellSoon()
      return
    }
    isTelling = true
    try {
      if (sight !== undefined) await tellOf(sight)
    } finally {
      isTelling = false
    }
    if (coming.size === 0) onRest()
  }

  /** In slices: a view that moves while a new table is made goes on moving. */
  async function tellOf(seen: Sight): Promise<void> {
    toldAt = performance.now()
    const { ahead, inView, all } = wantedFor(seen)
    const loading = inView
      .filter((address) => tileAt(address) === undefined)
      .map((address) => stretchOf(grid, address))
    const here = [...all, ...pinnedBy(seen)].flatMap((address) => fetchedAt(address) ?? [])
    const tiles = new Map(here.map(({ tile }) => [tilePath(tile), tile]))
    const next = [ahead.start, ahead.end, failed.size, loading.length, ...tiles.keys()].join()
    if (next === shown) return
    shown = next
    const steps = joinTilesInSteps(manifest, [...tiles.values()], ahead, loading)
    const table = await inSlices(steps, undefined)
    await inSlices(prepareInSteps(table, look()), undefined)
    // Nobody looks any more: another set of tiles may have taken the place of this one.
    if (sight === undefined) return
    onTiles({ table, failed: failed.size, problems: here.flatMap(({ problems }) => problems) })
  }

  /** The tiles around a chosen event, of those that have come. */
  function pinnedBy({ pinned }: Sight): readonly TileAddress[] {
    if (pinned === undefined) return []
    return tilesFor(manifest, { start: pinned, end: pinned + 1 }, deepest, tileAt)
  }
}
