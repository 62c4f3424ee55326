import { type EventTable, isUnseen } from '#core/data/eventTable.ts'
import type { LaneIndex } from '#core/data/laneIndex.ts'
import { isInView } from '#core/data/rowSet.ts'
import type { Span } from '#core/time/instant.ts'

/** More events than this in one stretch are a crowd: not each of them is asked for its wish. */
const mostAsked = 500

/** Whether any stretch of a table can be a crowd. */
export function mayBeCrowd({ length, unseen }: EventTable): boolean {
  return length > mostAsked || unseen !== undefined
}

/** True where a stretch holds more events than can be asked one by one, or some that are only counted. */
export function isCrowd(table: EventTable, indexes: readonly LaneIndex[], stretch: Span): boolean {
  const { start, end } = stretch
  const count = indexes.reduce((sum, index) => sum + index.rankAt(end) - index.rankAt(start), 0)
  if (count > mostAsked || table.unseen === undefined) return count > mostAsked
  return indexes.some(({ rows }) =>
    rows.some((row) => isUnseen(table, row) && isInView(table, row, stretch)),
  )
}
