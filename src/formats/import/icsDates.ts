import { fieldsOf } from '#core/time/calendar.ts'
import type { DatePoint, EventDate } from '#core/time/eventDate.ts'
import { type Instant, MS, type Span } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'

/** DTSTART and DTEND as they stand after their names: `;VALUE=DATE:20190726`. */
export interface IcsDates {
  readonly start: string
  /** Undefined for one day, and for a moment. */
  readonly end: string | undefined
}

/**
 * The nearest that a calendar can say to a date in EDTF: whole days for what is known to the day or
 * coarser, times where both ends are times. Undefined beyond the years 1 to 9999. Whether it says the
 * same, reading it back shows.
 */
export function icsDatesOf(edtf: string): IcsDates | undefined {
  const reading = parseDate(edtf)
  if (!reading.ok) return undefined
  const points = pointsOf(reading.date)
  const span = around(points)
  if (span === undefined || !isInCalendars(span)) return undefined
  const [first, last] = [points[0], points.at(-1)]
  const isTimed = points.every(({ fields }) => fields.hour !== undefined)
  if (!isTimed || first === undefined || last === undefined) return wholeDays(span)
  const zoned = points.every(({ fields }) => fields.zone !== undefined)
  const time = (at: Instant): string => `:${basicDate(at)}T${basicTime(at)}${zoned ? 'Z' : ''}`
  const end = points.length === 1 ? undefined : time(last.span.start)
  return { start: time(first.span.start), end: end === time(first.span.start) ? undefined : end }
}

/** Whether a component has exactly the dates that its EDTF was written with. */
export function isWrittenAs(edtf: string, start: string, end: string | undefined): boolean {
  const dates = icsDatesOf(edtf)
  const bare = (text: string | undefined): string | undefined => text?.replace(/^.*:/, '').trim()
  return dates !== undefined && bare(dates.start) === bare(start) && bare(dates.end) === bare(end)
}

function pointsOf(date: EventDate): readonly DatePoint[] {
  switch (date.kind) {
    case 'point':
      return [date.date]
    case 'interval':
      return [date.start, date.end].flatMap((end) => (end.kind === 'date' ? [end.date] : []))
    case 'one':
    case 'all':
      return date.members.flatMap(pointsOf)
  }
}

function around(points: readonly DatePoint[]): Span | undefined {
  if (points.length === 0) return undefined
  const start = points.reduce((least, { span }) => Math.min(least, span.start), Infinity)
  const end = points.reduce((most, { span }) => Math.max(most, span.end), -Infinity)
  return { start, end }
}

function isInCalendars({ start, end }: Span): boolean {
  return fieldsOf(start).year >= 1 && fieldsOf(end).year <= 9999
}

/** Days are counted in UTC; the end is the day after the last (RFC 5545, 3.6.1). */
function wholeDays({ start, end }: Span): IcsDates {
  const first = Math.floor(start / MS.day) * MS.day
  const next = Math.ceil(end / MS.day) * MS.day
  const day = (at: Instant): string => `;VALUE=DATE:${basicDate(at)}`
  return { start: day(first), end: next - first <= MS.day ? undefined : day(next) }
}

function basicDate(at: Instant): string {
  const { year, month, day } = fieldsOf(at)
  return `${pad(year, 4)}${pad(month)}${pad(day)}`
}

function basicTime(at: Instant): string {
  const { hour, minute, second } = fieldsOf(at)
  return `${pad(hour)}${pad(minute)}${pad(second)}`
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}
