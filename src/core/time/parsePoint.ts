import { daysInMonth, instantOf, startOfYear } from './calendar.ts'
import type { DateFields, DatePoint, Precision } from './eventDate.ts'
import { explainDate } from './explainDate.ts'
import { MS, type Span } from './instant.ts'
import { isLeapSecond } from './leapSeconds.ts'
import { type Digits, edgeOf, type MaskedDate, readDigits } from './maskedDate.ts'
import { parseTimeOfDay } from './parseTimeOfDay.ts'
import { monthsOfSeason } from './seasons.ts'

export type PointReading =
  | { readonly ok: true; readonly date: DatePoint; readonly notes: readonly string[] }
  | { readonly ok: false; readonly expected: string }

/** Farther than the axis can show; beyond it arithmetic would go on, but to no use. */
export const farthestYear = 3e11
const expectedYear = 'a year within 300 billion years'

// No quantifier can match where its neighbour can, so both patterns take linear time.
const longYear = /^([?~%]?)Y([+-]?)(\d+)(?:E(\d+))?(?:S(\d+))?([?~%]?)$/
const calendarDate =
  /^([?~%]?)([+-]?)([\dX]+)(?:S(\d+))?([?~%]?)(?:-([?~%]?)([\dX]+)([?~%]?)(?:-([?~%]?)([\dX]+)([?~%]?))?)?$/

const northernNote =
  'A season without a hemisphere is read as northern: spring is March to May, winter starts in December.'

const noLeapSecond =
  'There was no leap second at that time, so :60 is shown in the last moment before it.'

/** What both kinds of date come down to before their doubts and their spelling are added. */
interface Core {
  readonly fields: DateFields
  readonly precision: Precision
  readonly span: Span
  readonly notes: readonly string[]
}

/**
 * Reads one date (no interval, no set): EDTF levels 0 to 2 in upper case, as `parseDate` hands it on.
 * `expected` completes the sentence "expected …".
 */
export function parsePoint(text: string): PointReading {
  const cut = text.indexOf('T')
  const dateText = cut === -1 ? text : text.slice(0, cut)
  const timeText = cut === -1 ? undefined : text.slice(cut + 1)
  const marks = qualifiers(text)
  const core = timeText === undefined ? readDate(dateText) : readWithTime(dateText, timeText)
  if (typeof core === 'string') return { ok: false, expected: core }
  return {
    ok: true,
    date: {
      fields: core.fields,
      precision: core.precision,
      span: core.span,
      ...marks,
      edtf: text.replace(/^\+/, '').replace(',', '.'),
    },
    notes: core.notes,
  }
}

/** `?`, `~` and `%` anywhere in a date speak for the whole of it. */
function qualifiers(text: string): Pick<DatePoint, 'uncertain' | 'approximate'> {
  const both = text.includes('%')
  return { uncertain: both || text.includes('?'), approximate: both || text.includes('~') }
}

function readDate(text: string): Core | string {
  const long = longYear.exec(text)
  if (long !== null) return readLongYear(long[2] === '-', long[3] ?? '', long[4], long[5])
  const match = calendarDate.exec(text)
  if (match === null) return explainDate(text)
  const [, , sign, yearText = '', significant, , , monthText, , , dayText] = match
  const negative = sign === '-'
  if (yearText.length !== 4 || monthText?.length === 1 || dayText?.length === 1) {
    return explainDate(text)
  }
  if (negative && yearText === '0000') return '0000 for 1 BCE, without a sign'
  const year = readDigits(yearText)
  if (significant !== undefined) {
    if (year.masked || monthText !== undefined) return 'nothing but a year before and after S'
    return significantYear(negative ? -year.low : year.low, yearText.length, Number(significant))
  }
  if (monthText === undefined)
    return readCivil({ negative, year, month: undefined, day: undefined })
  if (monthText.length !== 2 || (dayText !== undefined && dayText.length !== 2)) {
    return explainDate(text)
  }
  const month = readDigits(monthText)
  if (month.low > 20 && !month.masked) {
    return readSeason(negative, year, month.low, dayText !== undefined)
  }
  const day = dayText === undefined ? undefined : readDigits(dayText)
  return readCivil({ negative, year, month, day })
}

function readCivil(date: MaskedDate): Core | string {
  const { negative, year, month, day } = date
  const span = spanOf(date)
  if (span === undefined) return invalidDay(date)
  return {
    fields: {
      year: negative ? -year.low || 0 : year.low,
      ...(month === undefined || month.masked ? {} : { month: month.low }),
      ...(day === undefined || day.masked ? {} : { day: day.low }),
    },
    precision: civilPrecision(date),
    span,
    notes: [],
  }
}

function spanOf(date: MaskedDate): Span | undefined {
  const { negative, year, month, day } = date
  if (!year.masked && month?.masked !== true && day?.masked !== true) {
    return plainSpan(negative ? -year.low : year.low, month?.low, day?.low)
  }
  const first = edgeOf(date, 1)
  const last = edgeOf(date, -1)
  if (first === undefined || last === undefined) return undefined
  return { start: instantOf(first), end: instantOf(last) + MS.day }
}

/** Without `X` nothing has to be looked for; a file may hold a million such dates. */
function plainSpan(year: number, month?: number, day?: number): Span | undefined {
  if (month === undefined) return { start: startOfYear(year), end: startOfYear(year + 1) }
  if (month < 1 || month > 12) return undefined
  const days = daysInMonth(year, month)
  if (day === undefined) {
    const start = instantOf({ year, month })
    return { start, end: start + days * MS.day }
  }
  if (day < 1 || day > days) return undefined
  const start = instantOf({ year, month, day })
  return { start, end: start + MS.day }
}

function civilPrecision({ year, month, day }: MaskedDate): Precision {
  if (year.masked) {
    return (['deep', 'millennium', 'century', 'decade'] as const)[year.text.indexOf('X')] ?? 'year'
  }
  if (month === undefined || month.masked) return 'year'
  if (day === undefined || day.masked) return 'month'
  return 'day'
}

function invalidDay({ negative, year, month, day }: MaskedDate): string {
  if (month !== undefined && !month.masked && (month.low < 1 || month.low > 12)) {
    return 'a month from 01 to 12, or a season from 21 to 41'
  }
  if (month === undefined || month.masked || year.masked || day === undefined) {
    return `a day that exists in that month${month?.masked === true ? ', of months 01 to 12' : ''}`
  }
  const days = daysInMonth(negative ? -year.low : year.low, month.low)
  return `a day from 01 to ${String(days)} in ${year.text}-${month.text}`
}

function readSeason(negative: boolean, year: Digits, code: number, hasDay: boolean): Core | string {
  const months = monthsOfSeason(code)
  if (months === undefined) return 'a month from 01 to 12, or a season from 21 to 41'
  if (hasDay) return 'no day after a season'
  if (year.masked) return 'a whole year before a season'
  const number = negative ? -year.low : year.low
  const over = months.first + months.months
  const start = instantOf({ year: number, month: months.first })
  const end = instantOf(
    over > 12 ? { year: number + 1, month: over - 12 } : { year: number, month: over },
  )
  return {
    fields: { year: number, season: code },
    precision: 'season',
    span: { start, end },
    notes: code <= 24 ? [northernNote] : [],
  }
}

function readLongYear(
  negative: boolean,
  digits: string,
  exponent: string | undefined,
  significant: string | undefined,
): Core | string {
  const zeros = Number(exponent ?? 0)
  // Checked before multiplying: the exponent may have two hundred digits.
  const magnitude =
    zeros > 11 ? (Number(digits) === 0 ? 0 : Infinity) : Number(digits) * 10 ** zeros
  if (magnitude > farthestYear) return expectedYear
  const year = negative ? -magnitude || 0 : magnitude
  const notes = magnitude < 10_000 ? ['Years of four digits need no Y.'] : []
  if (significant !== undefined) {
    const core = significantYear(year, String(magnitude).length, Number(significant))
    return typeof core === 'string' ? core : { ...core, notes }
  }
  return {
    fields: { year },
    precision: exponent === undefined ? 'year' : 'deep',
    span: { start: startOfYear(year), end: startOfYear(year + 1) },
    notes,
  }
}

/** `1950S2`: the first two digits hold, so some year from 1900 to 1999, estimated to be 1950. */
function significantYear(year: number, length: number, digits: number): Core | string {
  if (digits < 1 || digits > length) {
    return `from 1 to ${String(length)} significant digits after S`
  }
  const unit = 10 ** (length - digits)
  const low = Math.floor(Math.abs(year) / unit) * unit
  const high = low + unit - 1
  const [first, last] = year < 0 ? [-high, -low] : [low, high]
  return {
    fields: { year },
    precision: 'deep',
    span: { start: startOfYear(first), end: startOfYear(last + 1) },
    notes: [],
  }
}

function readWithTime(dateText: string, timeText: string): Core | string {
  const core = readDate(dateText)
  if (typeof core === 'string') return core
  if (core.precision !== 'day') return 'a whole date before the time, such as 2019-07-26T09:00'
  const doubt = /[?~%]$/.test(timeText)
  const time = parseTimeOfDay(doubt ? timeText.slice(0, -1) : timeText)
  if (typeof time === 'string') return time
  const fields = { ...core.fields, ...time.fields }
  const start = instantOf(fields)
  return {
    fields,
    precision: time.precision,
    span: { start, end: start + time.length },
    notes:
      fields.second === 60 && !isLeapSecond(fields) ? [...time.notes, noLeapSecond] : time.notes,
  }
}
