import type { DateFields } from './eventDate.ts'
import { type Instant, MS } from './instant.ts'

/** All calendar fields of an instant. Years are astronomical (0 is 1 BCE). */
export interface CalendarFields {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** ISO 8601: 1 is Monday, 7 is Sunday. */
  readonly weekday: number
}

export type CalendarUnit =
  | 'millisecond'
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'

/** Units whose length never changes, in milliseconds. */
const fixedLength = {
  millisecond: 1,
  second: MS.second,
  minute: MS.minute,
  hour: MS.hour,
  day: MS.day,
} as const

const daysPerEra = 146_097
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** 1969-12-29, the Monday of the week that holds 1970-01-01. */
const firstMonday = -3 * MS.day

export function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** Days in a month (1-12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 30)
}

/**
 * Days from 1970-01-01 to a civil date. Howard Hinnant, "chrono-Compatible Low-Level Date
 * Algorithms", `days_from_civil`: years start in March, so that the leap day comes last, and repeat
 * every 400 years ("era"). Floored float64 in place of integers.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - 719_468
}

/** The civil date of a day counted from 1970-01-01: Hinnant's `civil_from_days`. */
function civilFromDays(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468
  const era = Math.floor(z / daysPerEra)
  // Far beyond 285,000 years float64 skips days; the clamp keeps month and day in range there.
  const dayOfEra = clamp(z - era * daysPerEra, 0, daysPerEra - 1)
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  }
}

/**
 * The first instant of the given fields; missing ones count as their first value. A zone is
 * subtracted, so the result is UTC; without one it is calendar time. A leap second (`:60`) is kept at
 * `:59.999`, and 24:00 is the start of the next day. The fields must be valid.
 */
export function instantOf(fields: DateFields): Instant {
  const leapSecond = fields.second === 60
  return (
    daysFromCivil(fields.year, fields.month ?? 1, fields.day ?? 1) * MS.day +
    (fields.hour ?? 0) * MS.hour +
    ((fields.minute ?? 0) - (fields.zone ?? 0)) * MS.minute +
    (leapSecond ? 59 : (fields.second ?? 0)) * MS.second +
    (leapSecond ? 999 : (fields.millisecond ?? 0))
  )
}

/** Calendar fields of an instant; a fraction of a millisecond is dropped. The inverse of `instantOf`. */
export function fieldsOf(instant: Instant): CalendarFields {
  const whole = Math.floor(instant)
  let days = Math.floor(whole / MS.day)
  let rest = whole - days * MS.day
  if (rest < 0) {
    days -= 1
    rest += MS.day
  }
  rest = clamp(rest, 0, MS.day - 1)
  const weekday = (((days + 3) % 7) + 7) % 7
  return {
    ...civilFromDays(days),
    hour: Math.floor(rest / MS.hour),
    minute: Math.floor(rest / MS.minute) % 60,
    second: Math.floor(rest / MS.second) % 60,
    millisecond: rest % 1000,
    weekday: weekday + 1,
  }
}

/** The start of the unit that holds the instant. Weeks start on Monday. */
export function startOfUnit(instant: Instant, unit: CalendarUnit): Instant {
  if (unit === 'week') {
    const week = 7 * MS.day
    return Math.floor((instant - firstMonday) / week) * week + firstMonday
  }
  if (unit === 'year' || unit === 'quarter' || unit === 'month') {
    const { year, month } = fieldsOf(instant)
    if (unit === 'year') return startOfYear(year)
    return instantOf({ year, month: unit === 'month' ? month : month - ((month - 1) % 3) })
  }
  return Math.floor(instant / fixedLength[unit]) * fixedLength[unit]
}

/**
 * The instant `count` units later (earlier when negative). For months, quarters and years it starts
 * from the beginning of the instant's own month or year, as ticks need.
 */
export function addUnits(instant: Instant, unit: CalendarUnit, count: number): Instant {
  if (unit === 'week') return instant + count * 7 * MS.day
  if (unit === 'year' || unit === 'quarter' || unit === 'month') {
    const { year, month } = fieldsOf(instant)
    if (unit === 'year') return startOfYear(year + count)
    const months = month - 1 + count * (unit === 'quarter' ? 3 : 1)
    return instantOf({
      year: year + Math.floor(months / 12),
      month: (((months % 12) + 12) % 12) + 1,
    })
  }
  return instant + count * fixedLength[unit]
}

/** 1 January of an astronomical year. */
export function startOfYear(year: number): Instant {
  return daysFromCivil(year, 1, 1) * MS.day
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
