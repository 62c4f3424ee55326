import { addUnits, type CalendarUnit, fieldsOf, startOfUnit, startOfYear } from './calendar.ts'
import { drawnDate } from './drawnDate.ts'
import type { IntervalEnd } from './eventDate.ts'
import type { Instant, Span } from './instant.ts'
import { parseDate } from './parseDate.ts'
import { farthestYear } from './parsePoint.ts'

/** Units of an edge, the shortest text first. */
const edgeUnits: readonly CalendarUnit[] = ['month', 'day', 'minute', 'second', 'millisecond']

/**
 * A span as an EDTF interval, in UTC: the shortest dates that move no edge by half a pixel, or by half
 * a millisecond where pixels are finer. An infinite edge is written `..`; one date does when it covers
 * the span (`2014`).
 */
export function spanToEdtf(span: Span, msPerPx: number): string {
  const start = Number.isFinite(span.start) ? edgeText(span.start, msPerPx / 2, 'start') : '..'
  // Never shorter than a millisecond, or the interval would end before it starts.
  const lastMoment = Number.isFinite(span.start) ? Math.floor(span.start) + 1 : span.end
  const end = Number.isFinite(span.end)
    ? edgeText(Math.max(span.end, lastMoment), msPerPx / 2, 'end')
    : '..'
  return start === end && start !== '..' ? start : `${start}/${end}`
}

/**
 * The span of an EDTF date or interval, from the start of its first date to the end of its last.
 * Open or unknown ends are `-Infinity` and `Infinity`; undefined when the text is no date.
 */
export function edtfToSpan(text: string): Span | undefined {
  const reading = parseDate(text)
  if (!reading.ok) return undefined
  const { date } = reading
  if (date.kind === 'point') return date.date.span
  if (date.kind === 'interval') {
    return { start: edgeOf(date.start, 'start'), end: edgeOf(date.end, 'end') }
  }
  return drawnDate(date).outer
}

function edgeOf(end: IntervalEnd, edge: 'start' | 'end'): Instant {
  if (end.kind === 'date') return end.date.span[edge]
  return edge === 'start' ? -Infinity : Infinity
}

/** The coarsest date whose start (or end) lies within `tolerance` of the instant. */
function edgeText(instant: Instant, tolerance: number, edge: 'start' | 'end'): string {
  const year = nearestYear(instant, tolerance, edge)
  if (year !== undefined) return yearEdtf(year)
  for (const unit of edgeUnits) {
    const boundary = nearestBoundary(instant, unit)
    if (Math.abs(boundary - instant) <= tolerance || unit === 'millisecond') {
      return unitEdtf(edge === 'start' ? boundary : addUnits(boundary, unit, -1), unit)
    }
  }
  return ''
}

/** The roundest year whose start (end) is near enough; only years beyond four digits gain by it. */
function nearestYear(
  instant: Instant,
  tolerance: number,
  edge: 'start' | 'end',
): number | undefined {
  const boundary = fieldsOf(nearestBoundary(instant, 'year')).year
  const nearest = edge === 'start' ? boundary : boundary - 1
  const roundest = Math.abs(nearest) < 10_000 ? 1 : 1e11
  for (let unit = roundest; unit >= 1; unit /= 10) {
    const year = Math.round(nearest / unit) * unit
    const at = startOfYear(edge === 'start' ? year : year + 1)
    if (Math.abs(at - instant) <= tolerance) {
      return Math.min(Math.max(year || 0, -farthestYear), farthestYear)
    }
  }
  return undefined
}

function nearestBoundary(instant: Instant, unit: CalendarUnit): Instant {
  const before = startOfUnit(instant, unit)
  const after = addUnits(before, unit, 1)
  return instant - before <= after - instant ? before : after
}

/** `2019`, `-0550`, `Y-13800000000`, and `Y-138E8` where that is shorter. */
function yearEdtf(year: number): string {
  const sign = year < 0 ? '-' : ''
  const digits = String(Math.abs(year))
  if (digits.length <= 4) return `${sign}${digits.padStart(4, '0')}`
  const zeros = digits.length - digits.replace(/0+$/, '').length
  const short = zeros > 2 ? `${digits.slice(0, -zeros)}E${String(zeros)}` : digits
  return `Y${sign}${short}`
}

function unitEdtf(start: Instant, unit: CalendarUnit): string {
  const { year, month, day, hour, minute, second, millisecond } = fieldsOf(start)
  // A month cannot be written in a year of more than four digits; such a year has to do.
  if (Math.abs(year) > 9999) return yearEdtf(year)
  let text = `${yearEdtf(year)}-${two(month)}`
  if (unit === 'month') return text
  text += `-${two(day)}`
  if (unit === 'day') return text
  text += `T${two(hour)}:${two(minute)}`
  if (unit === 'minute') return `${text}Z`
  text += `:${two(second)}`
  return unit === 'second' ? `${text}Z` : `${text}.${String(millisecond).padStart(3, '0')}Z`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
