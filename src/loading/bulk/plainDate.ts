import { daysFromCivil, daysInMonth } from '#core/time/calendar.ts'
import { MS } from '#core/time/instant.ts'

/** Where a date is drawn, in epoch milliseconds: what `drawnDate` calls anchor and outer. */
export interface PlainDate {
  anchor: number
  readonly outer: { start: number; end: number }
}

const HYPHEN = 45
const ZERO = 48

/** First days of the months of years 0 to 9999, once they were asked for. */
const firstDays = new Int32Array(120_000).fill(-0x80000000)

function firstOf(year: number, month: number): number {
  const place = year * 12 + month - 1
  const known = firstDays[place] ?? 0
  if (known !== -0x80000000) return known
  const day = daysFromCivil(year, month, 1)
  firstDays[place] = day
  return day
}

/**
 * Reads a date of one of the usual forms (`2014`, `2014-05`, `2014-05-06`, and with a time to the minute,
 * second or millisecond, with a zone or without) from `at` to before `end`, as `parseDate` and `drawnDate`
 * do, into `date`. False for all others: sound or not, they are for these two.
 */
export function readPlainDate(
  bytes: Uint8Array,
  at: number,
  end: number,
  date: PlainDate,
): boolean {
  const length = end - at
  const high = twoDigits(bytes, at)
  const low = twoDigits(bytes, at + 2)
  if (length < 4 || high < 0 || low < 0) return false
  const year = high * 100 + low
  if (length === 4) {
    return between(date, firstOf(year, 1) * MS.day, daysFromCivil(year + 1, 1, 1) * MS.day)
  }
  const month = twoDigits(bytes, at + 5)
  if (length < 7 || bytes[at + 4] !== HYPHEN || month < 1 || month > 12) return false
  const first = firstOf(year, month) * MS.day
  if (length === 7) return between(date, first, first + daysInMonth(year, month) * MS.day)
  const day = twoDigits(bytes, at + 8)
  if (length < 10 || bytes[at + 7] !== HYPHEN || day < 1) return false
  if (day > 28 && day > daysInMonth(year, month)) return false
  const start = first + (day - 1) * MS.day
  if (length === 10) return between(date, start, start + MS.day)
  return bytes[at + 10] === 84 && readTime(bytes, at + 11, end, start, date)
}

/** Anything but an instant is drawn around its middle. */
function between(date: PlainDate, start: number, end: number): true {
  date.anchor = start + (end - start) / 2
  date.outer.start = start
  date.outer.end = end
  return true
}

function readTime(
  bytes: Uint8Array,
  at: number,
  end: number,
  day: number,
  date: PlainDate,
): boolean {
  const hour = twoDigits(bytes, at)
  const minute = twoDigits(bytes, at + 3)
  if (end < at + 5 || hour < 0 || hour > 23 || bytes[at + 2] !== 58) return false
  if (minute < 0 || minute > 59) return false
  let instant = day + hour * MS.hour + minute * MS.minute
  let length: number = MS.minute
  let next = at + 5
  if (next < end && bytes[next] === 58) {
    const second = twoDigits(bytes, next + 1)
    if (end < next + 3 || second < 0 || second > 59) return false
    instant += second * MS.second
    length = MS.second
    next += 3
    if (next < end && bytes[next] === 46) {
      let digits = 0
      let unit: number = MS.second
      for (next += 1; next < end && isDigit(bytes[next] ?? 0); next += 1) {
        unit /= 10
        instant += ((bytes[next] ?? 0) - ZERO) * unit
        digits += 1
      }
      if (digits < 1 || digits > 3) return false
      length = unit
    }
  }
  const zone = zoneAt(bytes, next, end)
  if (Number.isNaN(zone)) return false
  date.anchor = instant - zone * MS.minute
  date.outer.start = date.anchor
  date.outer.end = date.anchor + length
  return true
}

/** Minutes from UTC of what stands there: nothing, `Z`, `+08:00`; NaN for anything else. */
function zoneAt(bytes: Uint8Array, at: number, end: number): number {
  if (at === end || (at + 1 === end && bytes[at] === 90)) return 0
  const sign = bytes[at] === 43 ? 1 : bytes[at] === HYPHEN ? -1 : 0
  const hours = twoDigits(bytes, at + 1)
  const minutes = twoDigits(bytes, at + 4)
  if (sign === 0 || at + 6 !== end || bytes[at + 3] !== 58 || hours < 0) return NaN
  const offset = hours * 60 + minutes
  return minutes < 0 || minutes > 59 || offset > 18 * 60 ? NaN : sign * offset
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte < ZERO + 10
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const high = (bytes[at] ?? 0) - ZERO
  const low = (bytes[at + 1] ?? 0) - ZERO
  return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low
}
