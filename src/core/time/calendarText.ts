import type { DateWords } from './dateWords.ts'
import type { DateFields } from './eventDate.ts'
import { instantOf } from './calendar.ts'

/** `short` abbreviates months: "26 Jul 2019". */
export type DateStyle = 'short' | 'long'

/** From here on (a million years) a year is told as a distance from today. */
export const deepFrom = 1e6

/**
 * A year as a part of a sentence: "2019", "476 CE", "551 BCE". Long years before the common era that
 * end in zeros are counts of years, not names of one, so that `Y-12000` is "12000 BCE", not 12001.
 */
export function yearText(year: number, words: DateWords): string {
  if (year <= -10_000 && year % 1000 === 0) return words.bce(String(-year))
  if (year <= 0) return words.bce(String(1 - year))
  return year < 1000 ? words.ce(String(year)) : String(year)
}

/** A year on its own: "2019", "2019年", "66 million years ago". */
export function wholeYearText(year: number, locale: string, words: DateWords): string {
  if (Math.abs(year) >= deepFrom) return words.deepYear(year)
  return calendarText({ year }, locale, words, 'long')
}

/**
 * Day, month and year as far as given, in the order of the language. `Intl` only arranges a date of
 * the year 2000; the year is put in by us, since Intl knows no BCE by itself and ends at ±271,000.
 * `replaced` puts in more: two days in place of one.
 */
export function calendarText(
  fields: Pick<DateFields, 'year' | 'month' | 'day'>,
  locale: string,
  words: DateWords,
  style: DateStyle,
  replaced: Partial<Record<Part['type'], string>> = {},
): string {
  const { year, month, day } = fields
  const shape = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  return partsOf(locale, shape, style, month, day)
    .map(({ type, value }) => replaced[type] ?? (type === 'year' ? yearText(year, words) : value))
    .join('')
}

/** True where a date starts with its year, and so a range names it in its first date: Chinese. */
export function startsWithYear(locale: string): boolean {
  return partsOf(locale, 'day', 'long')[0]?.type === 'year'
}

/** A month or a day and month without its year: "Jul", "26 Jul", "7月26日". */
export function monthText(
  month: number,
  day: number | undefined,
  locale: string,
  style: DateStyle = 'short',
): string {
  return partsOf(locale, day === undefined ? 'monthOnly' : 'dayAndMonth', style, month, day)
    .map((part) => part.value)
    .join('')
}

/** What follows the year where that comes first: "7月", "7月26日". */
export function afterYear(
  { month, day }: Pick<DateFields, 'month' | 'day'>,
  locale: string,
  style: DateStyle,
): string {
  // The year, and the sign that says so.
  return partsOf(locale, day === undefined ? 'month' : 'day', style, month, day)
    .slice(2)
    .map((part) => part.value)
    .join('')
}

/** A day of the month: "26", "26日". */
export function dayText(day: number, locale: string): string {
  return partsOf(locale, 'dayOnly', 'short', 1, day)
    .map((part) => part.value)
    .join('')
}

/** "09:00", "09:00:30.25 UTC+8": as written, in its own zone. */
export function timeText(fields: DateFields, words: DateWords): string {
  return `${clockText(fields, words)}${zoneText(fields)}`
}

/** A time of day without its zone, with as many digits as are stated. */
export function clockText(fields: DateFields, words: DateWords): string {
  const { hour, minute, second, millisecond, fractionDigits = 3 } = fields
  if (hour === undefined) return ''
  let text = minute === undefined ? words.hour(two(hour)) : `${two(hour)}:${two(minute)}`
  if (second !== undefined) text += `:${two(second)}`
  if (millisecond === undefined) return text
  return `${text}.${String(millisecond).padStart(3, '0').slice(0, fractionDigits)}`
}

/** " UTC+8", to be set after a time; empty for calendar time. */
export function zoneText({ zone }: DateFields): string {
  if (zone === undefined) return ''
  if (zone === 0) return ' UTC'
  const minutes = Math.abs(zone) % 60
  const hours = String(Math.floor(Math.abs(zone) / 60))
  return ` UTC${zone < 0 ? '−' : '+'}${hours}${minutes === 0 ? '' : `:${two(minutes)}`}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

interface Part {
  readonly type: Intl.DateTimeFormatPart['type']
  readonly value: string
}

const partLists = new Map<string, readonly Part[]>()

/** The parts of a day of the leap year 2000, kept: there are only 366, and `Intl` is slow. */
function partsOf(
  locale: string,
  shape: keyof typeof shapes,
  style: DateStyle,
  month = 1,
  day = 1,
): readonly Part[] {
  const key = `${locale} ${shape} ${style} ${String(month)} ${String(day)}`
  const cached = partLists.get(key)
  if (cached !== undefined) return cached
  const parts = formatter(locale, shape, style)
    .formatToParts(instantOf({ year: 2000, month, day }))
    .map(({ type, value }): Part => ({ type, value: threeLetters(type, value, locale) }))
  partLists.set(key, parts)
  return parts
}

/** British data says "Sept", alone of four letters, and not in every version. */
function threeLetters(type: Part['type'], value: string, locale: string): string {
  const english = locale === 'en' || locale.startsWith('en-')
  return type === 'month' && value === 'Sept' && english ? 'Sep' : value
}

const shapes = {
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric' },
  monthOnly: { month: 'long' },
  dayOnly: { day: 'numeric' },
  dayAndMonth: { day: 'numeric', month: 'long' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. */
function formatter(
  locale: string,
  shape: keyof typeof shapes,
  style: DateStyle,
): Intl.DateTimeFormat {
  const key = `${locale} ${shape} ${style}`
  const cached = formatters.get(key)
  if (cached !== undefined) return cached
  const options: Intl.DateTimeFormatOptions = { ...shapes[shape], timeZone: 'UTC' }
  if (style === 'short' && options.month === 'long') options.month = 'short'
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  formatters.set(key, made)
  return made
}
