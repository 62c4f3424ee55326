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
/** Of more events than this, what finds no place of its own is not drawn, and counted. */
export const mostOnOthers = 300

/** Gives each of the rows, which come in order of time, its place at rest. */
export function placeGrains(
  { table }: StageInput,
  rows: readonly EventIndex[],
  scale: StageScale,
): Grain[] {
  const taken: number[] = []
  const onTop = rows.length > mostOnOthers ? undefined : most - 1
  return rows.flatMap((row): Grain[] => {
    const x = markX(table, row, scale)
    const level = freeLevel(taken, x, pitch, most) ?? onTop
    const dot = level === undefined ? 'none' : dotOf(table, row, scale)
    if (level === undefined || dot === 'none') return []
    taken[level] = x
    // Half of a ring's line lies outside of its radius.
    const radius = dot === 'open' ? stageRadius.grain - 1.3 : stageRadius.grain
    return [{ row, level, radius }]
  })
}

/**
 * The lowest level on which a dot at `x` lies on no other, `taken` being where the last one of each stands;
 * undefined where all are full.
 */
export function freeLevel(
  taken: readonly number[],
  x: number,
  apart: number,
  levels: number,
): number | undefined {
  const free = taken.findIndex((last) => x - last >= apart)
  if (free >= 0) return free
  return taken.length < levels ? taken.length : undefined
}

/** Where the grains of a level stand. */
export function grainY(frame: StageFrame, level: number): number {
  return frame.axisY - foot - level * pitch
}
