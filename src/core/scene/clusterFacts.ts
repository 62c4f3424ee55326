import type { EventTable } from '#core/data/eventTable.ts'
import type { PlacedCluster, Placement } from '#core/layout/placement.ts'

/** What a frame needs to know of a cluster without going through its events. */
export interface ClusterFacts {
  /** From the first start to the last end of its events. */
  readonly start: number
  readonly end: number
  /** The colour of the organisation that owns all of them; undefined where they differ. */
  readonly color: string | undefined
}

/** Sums up the clusters of a placement, once a zoom level. */
export function clusterFacts(
  { document }: EventTable,
  { clusters }: Placement,
  colors: ReadonlyMap<string, string>,
): ReadonlyMap<PlacedCluster, ClusterFacts> {
  return new Map(
    clusters.map((cluster) => {
      const owner = document.organizations[cluster.rows.owner()]
      return [cluster, { ...cluster.rows.extent(), color: colors.get(owner?.id ?? '') }]
    }),
  )
}
