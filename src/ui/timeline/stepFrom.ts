import type { EventTable } from '#core/data/eventTable.ts'
import type { Scene } from '#core/scene/scene.ts'
import type { KeyCommand } from '#input/keymap.ts'

interface Ground {
  readonly table: EventTable
  /** Matching rows in order of time. */
  readonly rows: Int32Array
  readonly scene: Scene
}

/**
 * The event that a key leads to from another one: along time among all that match, in view or not;
 * across to the nearest in time of the next lane. Undefined when the key does something else.
 */
export function stepFrom(
  command: KeyCommand,
  from: string | undefined,
  { table, rows, scene }: Ground,
): string | undefined {
  const row = table.rowOf(from)
  const idOf = (next: number | undefined): string | undefined =>
    next === undefined ? from : table.id(next)
  switch (command) {
    case 'nextEvent':
      return idOf(rows.find((next) => next > (row ?? -1)))
    case 'previousEvent':
      return idOf(rows.findLast((next) => next < (row ?? Infinity)))
    case 'firstEvent':
      return idOf(rows[0])
    case 'lastEvent':
      return idOf(rows.at(-1))
    case 'laneUp':
      return idOf(acrossFrom(row, -1))
    case 'laneDown':
      return idOf(acrossFrom(row, 1))
    default:
      return undefined
  }

  function acrossFrom(start: number | undefined, direction: 1 | -1): number | undefined {
    const own = scene.marks.find(({ event, gathered }) =>
      start === undefined ? false : event === start || gathered.has(start),
    )
    if (own === undefined) return undefined
    const lanes = [...new Set(scene.marks.map(({ lane }) => lane))].toSorted((p, q) => p - q)
    const lane = lanes[lanes.indexOf(own.lane) + direction]
    const along = scene.orientation === 'horizontal' ? 'x' : 'y'
    let nearest: { row: number; distance: number } | undefined
    for (const mark of scene.marks) {
      const distance = Math.abs(mark[along] - own[along])
      if (mark.lane === lane && distance < (nearest?.distance ?? Infinity)) {
        nearest = { row: mark.event, distance }
      }
    }
    return nearest?.row
  }
}
