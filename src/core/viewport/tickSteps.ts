import {
  addUnits,
  type CalendarUnit,
  fieldsOf,
  startOfUnit,
  startOfYear,
} from '#core/time/calendar.ts'
import { type Instant, MS, type Span } from '#core/time/instant.ts'

/** A distance between ticks: so many units, on multiples that people count by. */
export interface TickStep {
  readonly unit: Exclude<CalendarUnit, 'quarter'>
  readonly count: number
  /** Its length in milliseconds; of months and years the mean. */
  readonly length: number
}

/** No list of ticks is longer. */
export const mostTicks = 400

const month = MS.year / 12

/** All steps, from a millisecond to a hundred billion years. */
export const tickSteps: readonly TickStep[] = [
  ...steps('millisecond', 1, [1, 2, 5, 10, 20, 50, 100, 200, 500]),
  ...steps('second', MS.second, [1, 2, 5, 10, 15, 30]),
  ...steps('minute', MS.minute, [1, 2, 5, 10, 15, 30]),
  ...steps('hour', MS.hour, [1, 2, 3, 6, 12]),
  ...steps('day', MS.day, [1]),
  ...steps('week', 7 * MS.day, [1]),
  ...steps('month', month, [1, 3, 6]),
  ...steps(
    'year',
    MS.year,
    Array.from(
      { length: 34 },
      (_, at) => (([1, 2, 5] as const)[at % 3] ?? 1) * 10 ** Math.floor(at / 3),
    ),
  ),
]

function steps(unit: TickStep['unit'], length: number, counts: readonly number[]): TickStep[] {
  return counts.map((count) => ({ unit, count, length: count * length }))
}

/** The finest step that is at least `length` long, else the coarsest. */
export function stepOf(length: number): TickStep {
  return tickSteps.find((step) => step.length >= length) ?? longest
}

const longest: TickStep = { unit: 'year', count: 1e11, length: 1e11 * MS.year }

/** True when every boundary of `coarse` is one of `fine` too. */
export function divides(fine: TickStep, coarse: TickStep): boolean {
  if (fine.unit === 'week' || coarse.unit === 'week') {
    return fine.unit === coarse.unit || (coarse.unit === 'week' && fine.length <= MS.day)
  }
  if (fine.unit === 'year') return coarse.unit === 'year' && coarse.count % fine.count === 0
  if (fine.unit === 'month') {
    return coarse.unit === 'year' || (coarse.unit === 'month' && coarse.count % fine.count === 0)
  }
  return coarse.length >= month || coarse.length % fine.length === 0
}

/** The step's boundaries inside the span, ends included, in order; never more than `mostTicks`. */
export function boundaries(span: Span, step: TickStep): Instant[] {
  const at = boundaryAt(span.start, step)
  const found: Instant[] = []
  let last = -Infinity
  // Two more turns than ticks: the first boundary may lie before the span, and a year 0 is skipped.
  for (let turn = 0; turn < mostTicks + 2 && found.length < mostTicks; turn += 1) {
    const instant = at(turn)
    if (instant > span.end) break
    if (instant >= span.start && instant > last) found.push(instant)
    last = Math.max(last, instant)
  }
  return found
}

/** The boundary `turn` steps after the one at or just before `start`. */
function boundaryAt(start: Instant, step: TickStep): (turn: number) => Instant {
  const { unit, count } = step
  if (unit === 'year') {
    const { year } = fieldsOf(start)
    const first = Math.floor(year >= 1 ? year / count : (year - 1) / count)
    return (turn) => startOfYear(count === 1 ? year + turn : roundYear(first + turn, count))
  }
  if (unit === 'month') {
    const { month: current } = fieldsOf(start)
    const first = addUnits(start, 'month', -((current - 1) % count))
    return (turn) => addUnits(first, 'month', turn * count)
  }
  if (unit === 'week') {
    const first = startOfUnit(start, 'week')
    return (turn) => first + turn * step.length
  }
  const first = Math.floor(start / step.length) * step.length
  return (turn) => first + turn * step.length
}

/**
 * The n-th round year. People count both ways from an era that has no year 0:
 *
 *     n            -2        -1        0       1        2
 *     count 500    1000 BCE  500 BCE   1 CE    500 CE   1000 CE
 *
 * Steps of two years would set 1 and 2 CE side by side, so they leave 1 CE out.
 */
function roundYear(n: number, count: number): number {
  if (n > 0) return n * count
  if (n < 0) return 1 + n * count
  return count === 2 ? 2 : 1
}
