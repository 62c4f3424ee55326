import type { EventTable } from '#core/data/eventTable.ts'
import type { PlacedCluster, Placement } from '#core/layout/placement.ts'

/** What a frame needs to know of a cluster without going through its events. */
export interface ClusterFacts {
  /** From the first start to the last end of its events. */
  readonly start: number
  readonly end: number
  /** The colour of all of them; undefined where they differ. */
  readonly color: string | undefined
}

/** Sums up the clusters of a placement. O(events in clusters), once a zoom level. */
export function clusterFacts(
  table: EventTable,
  { clusters }: Placement,
  colors: ReadonlyMap<string, string>,
): ReadonlyMap<PlacedCluster, ClusterFacts> {
  return new Map(clusters.map((cluster) => [cluster, factsOf(table, cluster, colors)]))
}

function factsOf(
  table: EventTable,
  { rows }: PlacedCluster,
  colors: ReadonlyMap<string, string>,
): ClusterFacts {
  const colorOf = (row: number): string | undefined =>
    colors.get(table.event(row)?.organizations[0]?.id ?? '')
  const first = colorOf(rows[0] ?? 0)
  let [start, end] = [Infinity, -Infinity]
  let isOne = true
  for (const row of rows) {
    start = Math.min(start, table.start[row] ?? Infinity)
    end = Math.max(end, table.end[row] ?? -Infinity)
    isOne &&= colorOf(row) === first
  }
  return { start, end, color: isOne ? first : undefined }
}
