import { LoadFailure } from './loadFailure.ts'

// What embeds in one file have in place of `tiles/openTiles.ts` (scripts/elementBuild.mjs): they have no room.

/** Refuses a tile set: the page itself opens it, also in a frame. */
export function openTiles(manifest: unknown, url: string): never {
  throw new LoadFailure({ kind: 'is-tiles', manifest }, url)
}
