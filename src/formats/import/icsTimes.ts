import { fieldsOf, instantOf } from '#core/time/calendar.ts'
import { type Instant, MS } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { IcsProperty } from './icsLines.ts'
import { utc, type Zone } from './icsZones.ts'
import { readLooseDate } from './looseDate.ts'

/** A date or a time of a calendar. */
export interface IcsTime {
  /** What clocks show there, as if it were UTC; for a date its first instant. */
  readonly local: Instant
  readonly isDate: boolean
  /** Undefined for a time that is the same everywhere, and for dates. */
  readonly zone: Zone | undefined
}

export type IcsTimeReading =
  | { readonly kind: 'time'; readonly time: IcsTime; readonly guess?: string }
  | { readonly kind: 'unreadable'; readonly expected: string }

/** How times of one calendar are read. */
export interface IcsTimeOptions {
  readonly zoneNamed: (name: string) => Zone | undefined
  /** Told once for each zone that nobody knows. */
  readonly onUnknownZone: (name: string, line: number) => void
  /** The calendar's own zone, in which times that are written in UTC are shown. */
  readonly home: Zone | undefined
}

const basic = /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?(Z)?)?$/

/** Reads the value of DTSTART, DTEND and the like. */
export function readIcsTime(
  { value, params, line }: Pick<IcsProperty, 'value' | 'params' | 'line'>,
  options: IcsTimeOptions,
): IcsTimeReading {
  const match = basic.exec(value.trim())
  if (match === null) return readLoosely(value)
  const [, year, month, day, hour, minute = '00', second = '00', z] = match
  const date = `${year ?? ''}-${month ?? ''}-${day ?? ''}`
  const edtf = hour === undefined ? date : `${date}T${hour}:${minute}:${second}`
  const reading = parseDate(edtf)
  if (!reading.ok || reading.date.kind !== 'point') {
    return { kind: 'unreadable', expected: reading.ok ? 'a date' : reading.expected }
  }
  const local = instantOf(reading.date.date.fields)
  if (hour === undefined) return { kind: 'time', time: { local, isDate: true, zone: undefined } }
  if (z !== undefined) return { kind: 'time', time: fromUtc(local, options.home) }
  const name = params.get('TZID')
  const zone = name === undefined ? undefined : options.zoneNamed(name)
  if (name !== undefined && zone === undefined) options.onUnknownZone(name, line)
  return { kind: 'time', time: { local, isDate: false, zone } }
}

/** Other programs write dates in their own ways; whatever is not a plain day or time stays unread. */
function readLoosely(value: string): IcsTimeReading {
  const read = readLooseDate(value)
  const expected = 'a date such as 20190726 or 20190726T090000Z'
  if (read.kind !== 'date') return { kind: 'unreadable', expected }
  const reading = parseDate(read.edtf)
  if (!reading.ok || reading.date.kind !== 'point' || reading.date.date.precision !== 'day') {
    return { kind: 'unreadable', expected }
  }
  const local = instantOf(reading.date.date.fields)
  const guess = `It was written ${JSON.stringify(value.slice(0, 80))}.`
  return { kind: 'time', time: { local, isDate: true, zone: undefined }, guess }
}

function fromUtc(instant: Instant, home: Zone | undefined): IcsTime {
  const zone = home ?? utc
  return { local: instant + zone.offsetAt(instant) * MS.minute, isDate: false, zone }
}

/** The instant that a time stands for; calendar time counts as UTC. */
export function instantOfTime({ local, zone }: IcsTime): Instant {
  return zone === undefined ? local : local - zone.offsetAtLocal(local) * MS.minute
}

/** The same time of day in the same place, that much later on its clocks. */
export function laterBy(time: IcsTime, milliseconds: number): IcsTime {
  return { ...time, local: time.local + milliseconds }
}

/** A time in EDTF, to the minute where no seconds are stated. */
export function edtfOfTime({ local, isDate, zone }: IcsTime): string {
  const { year, month, day, hour, minute, second } = fieldsOf(local)
  const date = `${pad(year, 4)}-${pad(month)}-${pad(day)}`
  if (isDate) return date
  const seconds = second === 0 ? '' : `:${pad(second)}`
  const offset = zone === undefined ? '' : offsetText(zone.offsetAtLocal(local), zone === utc)
  return `${date}T${pad(hour)}:${pad(minute)}${seconds}${offset}`
}

function offsetText(minutes: number, isUtc: boolean): string {
  if (isUtc) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function pad(number: number, length = 2): string {
  return String(number).padStart(length, '0')
}

/** Milliseconds of a DURATION (RFC 5545, 3.3.6); undefined for what is none. */
export function readDuration(text: string): number | undefined {
  const match =
    /^([+-]?)P(?=.)(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/.exec(
      text.trim().toUpperCase(),
    )
  if (match === null) return undefined
  const [, sign, weeks, days, hours, minutes, seconds] = match
  const length =
    (Number(weeks ?? 0) * 7 + Number(days ?? 0)) * MS.day +
    Number(hours ?? 0) * MS.hour +
    Number(minutes ?? 0) * MS.minute +
    Number(seconds ?? 0) * MS.second
  return sign === '-' ? -length : length
}
