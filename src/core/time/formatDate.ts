import { type CalendarFields, fieldsOf } from './calendar.ts'
import { calendarText, type DateStyle, timeText, wholeYearText, yearText } from './calendarText.ts'
import type { DateWords } from './dateWords.ts'
import type { DateFields, DatePoint, EventDate, IntervalEnd, Precision } from './eventDate.ts'
import { MS, type Span } from './instant.ts'

export type { DateWords } from './dateWords.ts'

/**
 * A date in words, no finer than it is known: "26 July 2019", "1960s", "about 2016", "since December
 * 2017", "13.8 billion years ago". `locale` is a BCP 47 tag ("en" is British order), `words` its words.
 */
export function formatDate(
  date: EventDate,
  locale: string,
  words: DateWords,
  style: DateStyle,
): string {
  switch (date.kind) {
    case 'point':
      return pointText(date.date, locale, words, style)
    case 'interval':
      return intervalText(date.start, date.end, locale, words, style)
    case 'one':
      return words.anyOf(date.members.map((member) => memberText(member, locale, words, style)))
    case 'all':
      return words.allOf(date.members.map((member) => formatDate(member, locale, words, style)))
  }
}

/** How well the date is known: "exact to the day", "some time in 2016", "one of these dates". */
export function precisionWords(date: EventDate, locale: string, words: DateWords): string {
  switch (date.kind) {
    case 'point':
      return pointPrecision(date.date, locale, words)
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
 * sliver of a year, month or day at an end is let go, so that a view that ends with 2019 says so.
 */
export function formatSpan(span: Span, locale: string, words: DateWords): string {
  const length = span.end - span.start
  const unit = namedUnit(length)
  const sliver = Math.min(length / 500, unit / 20)
  const start = fieldsOf(span.start + sliver)
  const end = fieldsOf(span.end - sliver)
  const startText = momentText(start, length, locale, words)
  const endText = momentText(end, length, locale, words)
  if (unit > 0) return startText === endText ? startText : words.range(startText, endText)
  const startTime = timeText(timeOf(start, length), words)
  const endTime = timeText(timeOf(end, length), words)
  if (startText === endText) return words.dateAndTime(startText, words.range(startTime, endTime))
  return words.range(words.dateAndTime(startText, startTime), words.dateAndTime(endText, endTime))
}

/** Length of the finest unit that the ends of a view are named by; 0 where they get a time of day. */
function namedUnit(length: number): number {
  if (length > 20 * MS.year) return MS.year
  if (length > 60 * MS.day) return MS.year / 12
  return length > 2 * MS.day ? MS.day : 0
}

function momentText(
  fields: CalendarFields,
  length: number,
  locale: string,
  words: DateWords,
): string {
  const { year, month, day } = fields
  const deep = Math.max(Math.abs(year), length / MS.year) >= 1e6
  if (deep) return wholeYearText(roundTo(year, length / MS.year / 1000), locale, words)
  if (length > 20 * MS.year) return wholeYearText(year, locale, words)
  if (length > 60 * MS.day) return calendarText({ year, month }, locale, words, 'long')
  return calendarText({ year, month, day }, locale, words, 'long')
}

function timeOf(fields: CalendarFields, length: number): DateFields {
  const { year, hour, minute, second, millisecond } = fields
  return {
    year,
    hour,
    minute,
    ...(length > 10 * MS.minute ? {} : { second }),
    ...(length > 10 * MS.second ? {} : { millisecond }),
  }
}

/** Rounds to a power of ten near `step`, and never to the year 0. */
function roundTo(year: number, step: number): number {
  const unit = Math.max(1, 10 ** Math.floor(Math.log10(Math.max(step, 1))))
  return Math.round(year / unit) * unit || 1
}

function pointText(point: DatePoint, locale: string, words: DateWords, style: DateStyle): string {
  const estimate = point.precision === 'deep' && spansYears(point) && point.fields.year !== 0
  const plain = plainText(point, locale, words, style)
  const about = point.approximate || estimate ? words.about(plain) : plain
  return point.uncertain ? words.uncertain(about) : about
}

function plainText(point: DatePoint, locale: string, words: DateWords, style: DateStyle): string {
  const { fields, precision } = point
  const text = calendarOrCount(point, locale, words, style)
  if (fields.hour !== undefined) return words.dateAndTime(text, timeText(fields, words))
  // A pattern such as 156X-12-25 says more than any sentence of ours.
  return precision !== 'day' && hasInnerMask(point.edtf) ? `${text} (${point.edtf})` : text
}

function calendarOrCount(
  point: DatePoint,
  locale: string,
  words: DateWords,
  style: DateStyle,
): string {
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
      return wholeYearText(year, locale, words)
    case 'year':
      return wholeYearText(year, locale, words)
    case 'month':
      return calendarText({ year, ...(month === undefined ? {} : { month }) }, locale, words, style)
    default:
      return calendarText(fields, locale, words, style)
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
  locale: string,
  words: DateWords,
  style: DateStyle,
): string {
  const from = start.kind === 'date' ? pointText(start.date, locale, words, style) : undefined
  const to = end.kind === 'date' ? pointText(end.date, locale, words, style) : undefined
  if (from !== undefined && to !== undefined) return from === to ? from : words.range(from, to)
  if (from !== undefined)
    return end.kind === 'open' ? words.since(from) : words.sinceUnknownEnd(from)
  return start.kind === 'open' ? words.until(to ?? '') : words.untilUnknownStart(to ?? '')
}

/** In "one of", an open end means "or earlier", not "since". */
function memberText(date: EventDate, locale: string, words: DateWords, style: DateStyle): string {
  if (date.kind === 'interval') {
    const { start, end } = date
    if (start.kind === 'date' && end.kind === 'open') {
      return words.orLater(pointText(start.date, locale, words, style))
    }
    if (end.kind === 'date' && start.kind === 'open') {
      return words.orEarlier(pointText(end.date, locale, words, style))
    }
  }
  return formatDate(date, locale, words, style)
}

function pointPrecision(point: DatePoint, locale: string, words: DateWords): string {
  const text = point.approximate
    ? words.precision.about(point.precision)
    : knownText(point, locale, words)
  return point.uncertain ? words.precision.uncertain(text) : text
}

function knownText(point: DatePoint, locale: string, words: DateWords): string {
  const { precision, span } = point
  const said = words.precision
  if (precision === 'month') return said.knownToMonth
  if (precision === 'deep') {
    if (!spansYears(point)) return said.roundedYear
    const first = fieldsOf(span.start).year
    const last = fieldsOf(span.end - MS.day).year
    return said.between(wholeYearText(first, locale, words), wholeYearText(last, locale, words))
  }
  const coarse: readonly Precision[] = ['millennium', 'century', 'decade', 'year', 'season']
  if (!coarse.includes(precision)) return said.exact(precision)
  if (Math.abs(point.fields.year) >= 1e6) return said.roundedYear
  return said.someTimeIn(calendarOrCount(point, locale, words, 'long'), precision)
}

function endUnit(end: IntervalEnd): Precision | 'open' | 'unknown' {
  return end.kind === 'date' ? end.date.precision : end.kind
}
