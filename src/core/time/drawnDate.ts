import { instantOf } from './calendar.ts'
import type { DatePoint, DrawnDate, EventDate, IntervalEnd, Precision } from './eventDate.ts'
import { type Instant, MS, type Span, midpoint } from './instant.ts'

/** Length of the units that are drawn as a dot, because they are known to the day or finer. */
const dotUnits: Partial<Record<Precision, number>> = {
  day: MS.day,
  hour: MS.hour,
  minute: MS.minute,
  second: MS.second,
  millisecond: 1,
}

/**
 * How a date is drawn and sorted. docs/dates.md has the rules in a table:
 *
 * - known to the day or finer: a dot, at noon of a day, or at the stated time;
 * - coarser: a band, its ring in the middle;
 * - `~`: always a band, widened on both sides (see `widened`);
 * - an interval: a bar that is solid between the end of its first date and the start of its last,
 *   and that sorts where its first date does (its last, when the first is open or not known);
 * - `[a,b]`: a band over everything from the first to the last; `{a,b}`: the first, and the `others`.
 */
export function drawnDate(date: EventDate): DrawnDate {
  switch (date.kind) {
    case 'point':
      return drawnPoint(date.date)
    case 'interval':
      return drawnInterval(date.start, date.end)
    case 'one':
      return drawnOneOf(date.members.map(drawnDate))
    case 'all':
      return drawnAllOf(date.members.map(drawnDate))
  }
}

function drawnPoint(point: DatePoint): DrawnDate {
  const outer = widened(point)
  const dot = dotUnits[point.precision] !== undefined && !point.approximate
  return {
    shape: dot ? 'instant' : 'band',
    outer,
    inner: outer,
    anchor: anchorOf(point),
    openStart: false,
    openEnd: false,
    approximate: point.approximate,
    uncertain: point.uncertain,
    others: [],
  }
}

function anchorOf({ precision, fields, span }: DatePoint): Instant {
  // An estimate (`Y-13800000000S3`) stands where it says, not in the middle of what it allows.
  if (precision === 'deep' && span.end - span.start > 2 * MS.year && fields.year !== 0) {
    const stated = instantOf({ year: fields.year, month: 7 })
    return Math.min(Math.max(stated, span.start), span.end)
  }
  return dotUnits[precision] !== undefined && precision !== 'day' ? span.start : midpoint(span)
}

/** The span of a date, wider on both sides when it is approximate. */
function widened(point: DatePoint): Span {
  if (!point.approximate) return point.span
  const margin = marginOf(point)
  return { start: point.span.start - margin, end: point.span.end + margin }
}

/**
 * By how much an approximate date is wider on each side, in milliseconds: by a quarter of itself; by
 * three of its units when known to the day or finer (about 26 July: 23 to 29 July); and by half of its
 * last digit that is not zero for years beyond four digits (`Y-66000000~`: half a million years).
 */
export function marginOf({ precision, fields, span }: DatePoint): number {
  const unit = precision === 'millisecond' ? span.end - span.start : dotUnits[precision]
  const margin = unit === undefined ? (span.end - span.start) / 4 : 3 * unit
  if (Math.abs(fields.year) < 10_000) return margin
  return Math.max(margin, (lastDigitUnit(fields.year) / 2) * MS.year)
}

/** 1,000,000 for 66,000,000. Years end at 1e11, so this ends soon. */
function lastDigitUnit(year: number): number {
  let unit = 1
  while (year % (unit * 10) === 0) unit *= 10
  return unit
}

function drawnInterval(start: IntervalEnd, end: IntervalEnd): DrawnDate {
  const from = start.kind === 'date' ? start.date : undefined
  const to = end.kind === 'date' ? end.date : undefined
  const known = [from, to].filter((point) => point !== undefined)
  const spans = known.map(widened)
  const outer = hull(spans)
  const last = to ?? from
  return {
    shape: 'bar',
    outer,
    inner: certain(from && widened(from), to && widened(to), outer),
    anchor: from !== undefined ? anchorOf(from) : last !== undefined ? anchorOf(last) : 0,
    openStart: from === undefined,
    openEnd: to === undefined,
    approximate: known.some((point) => point.approximate),
    uncertain: known.some((point) => point.uncertain),
    others: [],
  }
}

/** What an interval surely covers: nothing but a moment when its ends overlap, or one is missing. */
function certain(from: Span | undefined, to: Span | undefined, outer: Span): Span {
  const start = from === undefined ? to?.start : from.end
  const end = to === undefined ? from?.end : to.start
  if (start === undefined || end === undefined || start > end) {
    const middle = midpoint(outer)
    return { start: middle, end: middle }
  }
  return { start, end }
}

function drawnOneOf(members: readonly DrawnDate[]): DrawnDate {
  const [only] = members
  if (only !== undefined && members.length === 1 && only.shape !== 'bar') return only
  const outer = hull(members.map((member) => member.outer))
  return {
    shape: 'band',
    outer,
    inner: outer,
    anchor: midpoint(outer),
    openStart: members.some((member) => member.openStart),
    openEnd: members.some((member) => member.openEnd),
    approximate: members.some((member) => member.approximate),
    uncertain: members.some((member) => member.uncertain),
    others: [],
  }
}

function drawnAllOf(members: readonly DrawnDate[]): DrawnDate {
  const [first, ...rest] = members
  if (first === undefined) return drawnOneOf(members)
  return {
    ...first,
    approximate: members.some((member) => member.approximate),
    uncertain: members.some((member) => member.uncertain),
    others: rest.map((member) => member.anchor),
  }
}

/** The smallest span that holds all of them; parseDate makes no empty list. */
function hull(spans: readonly Span[]): Span {
  const [first, ...rest] = spans
  if (first === undefined) return { start: 0, end: 0 }
  let { start, end } = first
  for (const span of rest) {
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}

/** A mark in the middle of a stretch, for what has no date of its own there. */
export function instantIn(stretch: Span): DrawnDate {
  return {
    shape: 'instant',
    outer: stretch,
    inner: stretch,
    anchor: midpoint(stretch),
    openStart: false,
    openEnd: false,
    approximate: false,
    uncertain: false,
    others: [],
  }
}
