import type { DateFields, Precision } from './eventDate.ts'
import { MS } from './instant.ts'

export interface TimeOfDay {
  readonly fields: Pick<
    DateFields,
    'hour' | 'minute' | 'second' | 'millisecond' | 'fractionDigits' | 'zone'
  >
  readonly precision: Precision
  /** How long the stated unit lasts, in milliseconds. */
  readonly length: number
  readonly notes: readonly string[]
}

const pattern = /^(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?(Z|([+-])(\d\d)(?::?(\d\d))?)?$/
const expectedTime = 'a time such as T09:00, T09:00:30Z or T09:00:30+08:00'

/** Reads what follows the `T`: `09`, `09:00`, `09:00:30.5`, each with `Z`, `+08:00` or no zone. */
export function parseTimeOfDay(text: string): TimeOfDay | string {
  const match = pattern.exec(text)
  if (match === null) return expectedTime
  const [, hours, minutes, seconds, fraction, zoneText, sign, zoneHours, zoneMinutes] = match
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  const second = Number(seconds ?? 0)
  const millisecond = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'))
  if (hour > 24) return 'an hour from 00 to 24'
  if (hour === 24 && (minute > 0 || second > 0 || millisecond > 0)) {
    return 'nothing after 24:00, which is the start of the next day'
  }
  if (minute > 59) return 'a minute from 00 to 59'
  if (second > 60) return 'a second from 00 to 59, or 60 for a leap second'
  const offset = Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)
  if (offset > 18 * 60 || Number(zoneMinutes ?? 0) > 59) {
    return 'a zone from -18:00 to +18:00, such as Z or +08:00'
  }
  const notes: string[] = []
  if (fraction !== undefined && fraction.length > 3) notes.push('Kept to the millisecond.')
  const known = precisionOf(minutes, seconds, fraction)
  return {
    fields: {
      hour,
      ...(minutes === undefined ? {} : { minute }),
      ...(seconds === undefined ? {} : { second }),
      ...(fraction === undefined ? {} : { millisecond, ...digitsOf(fraction) }),
      ...(zoneText === undefined ? {} : { zone: sign === '-' ? -offset : offset }),
    },
    ...known,
    length: second === 60 ? 1 : known.length,
    notes,
  }
}

function digitsOf({ length }: string): Pick<DateFields, 'fractionDigits'> {
  return length === 1 || length === 2 ? { fractionDigits: length } : {}
}

function precisionOf(
  minutes: string | undefined,
  seconds: string | undefined,
  fraction: string | undefined,
): { precision: Precision; length: number } {
  if (fraction !== undefined) {
    return { precision: 'millisecond', length: 10 ** (3 - Math.min(fraction.length, 3)) }
  }
  if (seconds !== undefined) return { precision: 'second', length: MS.second }
  if (minutes !== undefined) return { precision: 'minute', length: MS.minute }
  return { precision: 'hour', length: MS.hour }
}
