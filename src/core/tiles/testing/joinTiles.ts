import type { EventTable } from '#core/data/eventTable.ts'
import { lastOf } from '#core/data/lastOf.ts'
import { joinTilesInSteps } from '#core/tiles/joinTiles.ts'

/** A table of tiles, made in one go. */
export function joinTiles(...all: Parameters<typeof joinTilesInSteps>): EventTable {
  return lastOf(joinTilesInSteps(...all))
}
