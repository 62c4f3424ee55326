import type { CalendarParts, DateStyle, DateWords } from './dateWords.ts'
import type { DateFields } from './eventDate.ts'

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
export function wholeYearText(year: number, words: DateWords): string {
  if (Math.abs(year) >= deepFrom) return words.deepYear(year)
  return calendarText({ year }, words, 'long')
}

/**
 * Day, month and year as far as given, in the order of the language. `replaced` puts something in the
 * place of one: two days, two months.
 */
export function calendarText(
  fields: Pick<DateFields, 'year' | 'month' | 'day'>,
  words: DateWords,
  style: DateStyle,
  replaced: Pick<CalendarParts, 'month' | 'day'> = {},
): string {
  return words.calendar({
    year: yearText(fields.year, words),
    ...withoutYear(fields, words, style),
    ...replaced,
  })
}

/** A month, a day and month, or a day, without the year: "Jul", "26 Jul", "26", "7月26日". */
export function yearlessText(
  fields: Pick<DateFields, 'month' | 'day'>,
  words: DateWords,
  style: DateStyle,
): string {
  return words.calendar(withoutYear(fields, words, style))
}

function withoutYear(
  { month, day }: Pick<DateFields, 'month' | 'day'>,
  words: DateWords,
  style: DateStyle,
): CalendarParts {
  return {
    ...(month !== undefined && { month: words.month(month, style) }),
    ...(day !== undefined && { day: String(day) }),
  }
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
