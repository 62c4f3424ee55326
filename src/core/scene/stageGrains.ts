import type { EventIndex } from '#core/data/eventTable.ts'
import type { StageFrame } from './stageFrame.ts'
import type { StageInput } from './stageInput.ts'
import { dotOf, markX, stageRadius, type StageScale } from './stageMarks.ts'

/** An event that has no name in a step: a grain on the axis, on top of those that were there before. */
export interface Grain {
  readonly row: EventIndex
  /** 0 is the lowest. */
  readonly level: number
  readonly radius: number
}

/** Units between the centres of two grains on top of each other, and from the axis to the lowest. */
const pitch = 6.6
const foot = 5.8
/** More would reach the thread; what comes after lies on the topmost. */
const most = 3

/** Gives each of the rows, which come in order of time, its place at rest. */
export function placeGrains(
  { table }: StageInput,
  rows: readonly EventIndex[],
  scale: StageScale,
): Grain[] {
  const taken: number[] = []
  return rows.flatMap((row): Grain[] => {
    const dot = dotOf(table, row, scale)
    if (dot === 'none') return []
    const x = markX(table, row, scale)
    const free = taken.findIndex((last) => x - last >= pitch)
    const level = free >= 0 ? free : Math.min(taken.length, most - 1)
    taken[level] = x
    // Half of a ring's line lies outside of its radius.
    const radius = dot === 'open' ? stageRadius.grain - 1.3 : stageRadius.grain
    return [{ row, level, radius }]
  })
}

/** Where the grains of a level stand. */
export function grainY(frame: StageFrame, level: number): number {
  return frame.axisY - foot - level * pitch
}
