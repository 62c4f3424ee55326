import type { QueryClient } from '@tanstack/react-query'
import type { EventTable } from '#core/data/eventTable.ts'
import type { Problem } from '#core/model/problem.ts'
import type { FirstLook } from '#core/scene/prepareInSteps.ts'
import type { Instant, Span } from '#core/time/instant.ts'

/** A tile set that is open, with what fetches the rest of it. */
export interface TileSource {
  /** From the first start to the last end of all events. */
  readonly span: Span
  follow(queries: QueryClient, listeners: TileListeners): TileFollower
}

export interface TileListeners {
  readonly onTiles: (here: TilesHere) => void
  /** Nothing is on its way any more. */
  readonly onRest: () => void
  /** What is shown: what that asks of a table is worked out before it is told. */
  readonly look: () => FirstLook
}

/** What somebody looks at. */
export interface Sight {
  readonly view: Span
  /** Length of the view in CSS pixels. */
  readonly length: number
  /** Where something stands that must not go while it is looked at: a chosen event. */
  readonly pinned: Instant | undefined
}

/** What has come for it. */
export interface TilesHere {
  readonly table: EventTable
  /** Tiles that could not be had. */
  readonly failed: number
  readonly problems: readonly Problem[]
}

export interface TileFollower {
  look(sight: Sight): void
  /** Asks again for what could not be had. */
  retry(): void
  /** True while anything is on its way, or has come and is not told yet. */
  isBusy(): boolean
  dispose(): void
}
