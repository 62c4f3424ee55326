import { type CalendarFields, fieldsOf } from '#core/time/calendar.ts'
import {
  calendarText,
  deepFrom,
  timeText,
  wholeYearText,
  yearlessText,
} from '#core/time/calendarText.ts'
import type { DateStyle, DateWords } from '#core/time/dateWords.ts'
import type { Instant } from '#core/time/instant.ts'
import type { TickStep } from './tickSteps.ts'

/** From this step on years are told as ages: "500 ka", "66 Ma", "13.8 Ga". */
const ageStep = 100_000

type Unit = TickStep['unit']

/** The larger unit that gives its name to what the labels of a step leave out. */
export function parentUnit(unit: Unit): Unit | undefined {
  switch (unit) {
    case 'year':
      return undefined
    case 'month':
      return 'year'
    case 'week':
    case 'day':
      return 'month'
    case 'hour':
    case 'minute':
      return 'day'
    case 'second':
      return 'minute'
    case 'millisecond':
      return 'second'
  }
}

/**
 * A tick's label, by its instant and its step alone, so that it never changes while panning. At the
 * start of a year it names the year as well.
 */
export function tickLabel(
  instant: Instant,
  { unit, count }: Pick<TickStep, 'unit' | 'count'>,
  words: DateWords,
): string {
  const fields = fieldsOf(instant)
  const { year, month, day } = fields
  switch (unit) {
    case 'year':
      return yearLabel(year, count, words)
    case 'month':
      return yearlessText({ month }, words, 'short')
    case 'week':
    case 'day':
      return yearlessText({ day }, words, 'short')
    case 'hour':
    case 'minute':
      return timeText(pick(fields, 'minute'), words)
    case 'second':
      return `:${String(fields.second).padStart(2, '0')}`
    case 'millisecond':
      return `.${String(fields.millisecond).padStart(3, '0')}`
  }
}

/** The label of a tick that starts a larger unit among finer ticks. */
export function parentLabel(instant: Instant, unit: Unit, words: DateWords): string {
  const fields = fieldsOf(instant)
  const { year, month, day } = fields
  const newYear = month === 1 && day === 1
  switch (unit) {
    case 'month':
      return newYear
        ? calendarText({ year, month }, words, 'short')
        : yearlessText({ month }, words, 'short')
    case 'day':
      return newYear
        ? calendarText({ year, month, day }, words, 'short')
        : yearlessText({ month, day }, words, 'short')
    case 'second':
      return timeText(pick(fields, 'second'), words)
    default:
      return tickLabel(instant, { unit, count: 1 }, words)
  }
}

/** The unit that holds the start of the view, in full: "2019", "July 2019", "26 July 2019". */
export function parentText(
  instant: Instant,
  unit: Unit,
  words: DateWords,
  style: DateStyle,
): string {
  const { year, month, day } = fieldsOf(instant)
  if (unit === 'year') return wholeYearText(year, words)
  if (unit === 'month') return calendarText({ year, month }, words, style)
  return calendarText({ year, month, day }, words, style)
}

/**
 * A year as the multiple of its step that it stands for: 1000 BCE is the year -999, the era begins with
 * the year 1, and far out an instant may fall short of its year (float64).
 */
function yearLabel(year: number, count: number, words: DateWords): string {
  const beforeEra = year <= 0 ? year - 1 : year
  const age = Math.round(beforeEra / count) * count
  if (count >= ageStep || Math.abs(age) >= deepFrom) return words.deepTick(age)
  return calendarText({ year }, words, 'short')
}

/** Time of day without a zone, to the minute or the second. */
function pick(fields: CalendarFields, to: 'minute' | 'second') {
  const { year, hour, minute, second } = fields
  return to === 'minute' ? { year, hour, minute } : { year, hour, minute, second }
}
