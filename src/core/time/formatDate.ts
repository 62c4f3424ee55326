import { type CalendarFields, fieldsOf } from './calendar.ts'
import { calendarText, deepFrom, timeText, wholeYearText, yearText } from './calendarText.ts'
import type { DateStyle, DateWords, KnownUnit } from './dateWords.ts'
import { marginOf } from './drawnDate.ts'
import type { DateFields, DatePoint, EventDate, IntervalEnd, Precision } from './eventDate.ts'
import { MS, type Span } from './instant.ts'
import { rangeText } from './rangeText.ts'

export type { DateWords } from './dateWords.ts'

/**
 * A date in words, no finer than it is known: "26 July 2019", "1960s", "about 2016", "since December
 * 2017", "13.8 billion years ago".
 */
export function formatDate(date: EventDate, words: DateWords, style: DateStyle): string {
  switch (date.kind) {
    case 'point':
      return pointText(date.date, words, style)
    case 'interval':
      return intervalText(date.start, date.end, words, style)
    case 'one':
      return words.anyOf(date.members.map((member) => memberText(member, words, style)))
    case 'all':
      return words.allOf(date.members.map((member) => formatDate(member, words, style)))
  }
}

/** How well the date is known: "exact to the day", "some time in 2016", "one of these dates". */
export function precisionWords(date: EventDate, words: DateWords): string {
  switch (date.kind) {
    case 'point':
      return pointPrecision(date.date, words)
    case 'interval':
      return words.precision.interval(endUnit(date.start), endUnit(date.end))
    case 'one':
      return words.precision.oneOf
    case 'all':
      return words.precision.allOf
  }
}

/**
 * A visible stretch for the status line: "March 2016 – July 2019". As fine as its length deserves; a
 * sliver of a year, month or day at an end is let go, so that a view that ends with 2019 says so. Beside
 * millions of years, what lies next to our era is today.
 */
export function formatSpan(span: Span, words: DateWords): string {
  const length = span.end - span.start
  const unit = namedUnit(length)
  const sliver = Math.min(length / 500, unit / 20)
  const start = fieldsOf(span.start + sliver)
  const end = fieldsOf(span.end - sliver)
  if (unit < MS.year) {
    const [from, to] = [start, end].map((fields) => namedFields(fields, length))
    if (from !== undefined && to !== undefined) {
      return rangeText(from, to, words, 'long')
    }
  }
  const startText = namedYear(start.year, length, words)
  const endText = namedYear(end.year, length, words)
  return startText === endText ? startText : words.range(startText, endText)
}

/** Length of the finest unit that the ends of a view are named by; 0 where they get a time of day. */
function namedUnit(length: number): number {
  if (length > 20 * MS.year) return MS.year
  if (length > 60 * MS.day) return MS.year / 12
  return length > 2 * MS.day ? MS.day : 0
}

function namedYear(year: number, length: number, words: DateWords): string {
  const years = length / MS.year
  if (Math.max(Math.abs(year), years) < deepFrom) return wholeYearText(year, words)
  // The view of everything has a margin of three in a hundred, which tells nothing.
  if (Math.abs(year) < years / 32) return words.deepYear(0)
  return wholeYearText(roundTo(year, years / 1000), words)
}

/** The fields that a view of less than some years names its ends by. */
function namedFields(fields: CalendarFields, length: number): DateFields {
  const { year, month, day, hour, minute, second, millisecond } = fields
  if (length > 60 * MS.day) return { year, month }
  if (length > 2 * MS.day) return { year, month, day }
  const time = { year, month, day, hour, minute }
  if (length > 10 * MS.minute) return time
  if (length > 10 * MS.second) return { ...time, second }
  const parts = { ...time, second, millisecond }
  if (length <= MS.second / 10) return parts
  return { ...parts, fractionDigits: length > MS.second ? 1 : 2 }
}

/** Rounds to a power of ten near `step`. */
function roundTo(year: number, step: number): number {
  const unit = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(step, 1))))
  return Math.round(year / unit) * unit
}

function pointText(point: DatePoint, words: DateWords, style: DateStyle): string {
  const estimate = point.precision === 'deep' && spansYears(point) && point.fields.year !== 0
  const plain = plainText(point, words, style)
  const about = point.approximate || estimate ? words.about(plain) : plain
  return point.uncertain ? words.uncertain(about) : about
}

function plainText(point: DatePoint, words: DateWords, style: DateStyle): string {
  const { fields, precision } = point
  const text = calendarOrCount(point, words, style)
  if (fields.hour !== undefined) return words.dateAndTime(text, timeText(fields, words))
  // A pattern such as 156X-12-25 says more than any sentence of ours.
  return precision !== 'day' && hasInnerMask(point.edtf) ? `${text} (${point.edtf})` : text
}

function calendarOrCount(point: DatePoint, words: DateWords, style: DateStyle): string {
  const { fields, precision, span } = point
  const { year, month } = fields
  const first = fieldsOf(span.start).year
  const last = fieldsOf(span.end - 1).year
  switch (precision) {
    case 'millennium':
      return words.millennium(Math.floor(Math.abs(year) / 1000) + 1, last <= 0)
    case 'century':
      return words.century(Math.floor(Math.abs(year) / 100) + 1, last <= 0)
    case 'decade':
      if (year >= 10) return words.decade(year)
      return words.range(yearText(first, words), yearText(last, words))
    case 'season':
      return words.season(fields.season ?? 21, yearText(year, words))
    case 'deep':
      if (year === 0) return words.range(yearText(first, words), yearText(last, words))
      return wholeYearText(year, words)
    case 'year':
      return wholeYearText(year, words)
    case 'month':
      return calendarText({ year, ...(month === undefined ? {} : { month }) }, words, style)
    default:
      return calendarText(fields, words, style)
  }
}

/** True when digits are unspecified elsewhere than at the end: `1985-XX-30`, but not `1985-XX`. */
function hasInnerMask(edtf: string): boolean {
  const stripped = edtf.replace(/[?~%]/g, '').replace(/(-XX)+$/, '')
  return stripped.includes('X') && stripped.lastIndexOf('-') > 0
}

function spansYears({ span }: DatePoint): boolean {
  return span.end - span.start > 2 * MS.year
}

function intervalText(
  start: IntervalEnd,
  end: IntervalEnd,
  words: DateWords,
  style: DateStyle,
): string {
  if (start.kind === 'date' && end.kind === 'date' && isPlain(start.date) && isPlain(end.date)) {
    return rangeText(start.date.fields, end.date.fields, words, style)
  }
  const from = start.kind === 'date' ? pointText(start.date, words, style) : undefined
  const to = end.kind === 'date' ? pointText(end.date, words, style) : undefined
  if (from !== undefined && to !== undefined) return from === to ? from : words.range(from, to)
  if (from !== undefined)
    return end.kind === 'open' ? words.since(from) : words.sinceUnknownEnd(from)
  return start.kind === 'open' ? words.until(to ?? '') : words.untilUnknownStart(to ?? '')
}

/** A month, a day or a time without doubts or gaps: what two of them share can be said once. */
function isPlain({ fields, precision, approximate, uncertain, edtf }: DatePoint): boolean {
  if (approximate || uncertain || fields.month === undefined) return false
  return precision !== 'month' ? fields.day !== undefined : !hasInnerMask(edtf)
}

/** In "one of", an open end means "or earlier", not "since". */
function memberText(date: EventDate, words: DateWords, style: DateStyle): string {
  if (date.kind === 'interval') {
    const { start, end } = date
    if (start.kind === 'date' && end.kind === 'open') {
      return words.orLater(pointText(start.date, words, style))
    }
    if (end.kind === 'date' && start.kind === 'open') {
      return words.orEarlier(pointText(end.date, words, style))
    }
  }
  return formatDate(date, words, style)
}

function pointPrecision(point: DatePoint, words: DateWords): string {
  const text = point.approximate ? aboutText(point, words) : knownText(point, words)
  return point.uncertain ? words.precision.uncertain(text) : text
}

/** "About this year" would be a lie where the band is a hundred thousand years wide. */
function aboutText(point: DatePoint, { precision }: DateWords): string {
  const years = marginOf(point) / MS.year
  return Math.abs(point.fields.year) >= 10_000 && years >= 2
    ? precision.giveOrTake(Math.round(years))
    : precision.about(point.precision)
}

function knownText(point: DatePoint, words: DateWords): string {
  const { precision, span } = point
  const said = words.precision
  if (precision === 'month') return said.knownToMonth
  if (precision === 'deep') {
    if (!spansYears(point)) return said.roundedYear
    const first = statedYear(fieldsOf(span.start).year, point)
    const last = statedYear(fieldsOf(span.end - MS.day).year, point)
    return said.between(wholeYearText(first, words), wholeYearText(last, words))
  }
  const coarse: readonly Precision[] = ['millennium', 'century', 'decade', 'year', 'season']
  if (!coarse.includes(precision)) return said.exact(knownUnit(point))
  if (Math.abs(point.fields.year) >= deepFrom) return said.roundedYear
  return said.someTimeIn(calendarOrCount(point, words, 'long'), precision)
}

/** An edge of an estimate in deep time, where the last of 13,789,999,999 years is as good as the next. */
function statedYear(year: number, { span }: DatePoint): number {
  return Math.abs(year) < deepFrom ? year : roundTo(year, (span.end - span.start) / MS.year / 5)
}

function knownUnit({ precision, fields }: DatePoint): KnownUnit {
  if (precision !== 'millisecond' || fields.fractionDigits === undefined) return precision
  return fields.fractionDigits === 1 ? 'tenth' : 'hundredth'
}

function endUnit(end: IntervalEnd): KnownUnit | 'open' | 'unknown' {
  return end.kind === 'date' ? knownUnit(end.date) : end.kind
}
