import { joinTilesInSteps } from '#core/tiles/joinTiles.ts'
import { readManifest } from '#core/tiles/readManifest.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
import { inSlices } from '#loading/parseInSlices.ts'
import type { Parsed } from '#loading/parseInSteps.ts'
import { bringCrowds } from '#loading/readyToDraw.ts'
import { fetchTile } from './fetchTile.ts'
import { followTiles } from './followTiles.ts'
import type { TileSource } from './tileSource.ts'

/**
 * Opens a tile set, by the JSON and the absolute address of its manifest, with its topmost tile, which holds
 * what matters most and counts all others. Throws a `LoadFailure` for what is none, or where that tile
 * cannot be had.
 */
export async function openTiles(
  json: unknown,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Parsed & { readonly tiles: TileSource }> {
  // More events than there are pixels, always.
  bringCrowds().catch(() => undefined)
  const { manifest, fault } = readManifest(json)
  if (manifest === undefined) throw new LoadFailure({ kind: 'broken-tiles', fault }, url)
  const fetched =
    manifest.count === 0 ? undefined : await fetchTile(manifest, url, { z: 0, x: 0 }, signal)
  const top = fetched?.tile
  const steps = joinTilesInSteps(manifest, top ? [top] : [], manifest.span, [])
  return {
    table: await inSlices(steps, signal),
    problems: fetched?.problems ?? [],
    tiles: {
      span: manifest.span,
      follow: (queries, listeners) => followTiles({ manifest, url, top }, queries, listeners),
    },
  }
}
