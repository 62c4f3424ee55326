import ICAL from 'ical.js'
import { fieldsOf, instantOf } from '#core/time/calendar.ts'
import { type Instant, MS } from '#core/time/instant.ts'
import type { IcsComponent } from './icsLines.ts'
import { type IcsTime, type IcsTimeOptions, instantOfTime, readIcsTime } from './icsTimes.ts'

/** Occurrences of one event that are made at most. */
export const mostOccurrences = 500

/** When an event takes place: its own start and, where rules say so, others. */
export interface Repeats {
  /** Local starts, in order, without those that the file takes out. */
  readonly starts: readonly Instant[]
  /** The rules as written; empty for an event that takes place once. */
  readonly rules: readonly string[]
  /** `endless`: a rule without an end, of which only the first start was taken. */
  readonly cut: 'endless' | 'many' | undefined
  /** Rules that could not be followed. */
  readonly unreadable: readonly { readonly rule: string; readonly line: number }[]
}

/**
 * Follows RRULE, RDATE and EXDATE. `moved` are the RECURRENCE-IDs of occurrences that the file tells of
 * apart. A rule without an end gives its start alone: where to stop would be a guess.
 */
export function repeatsOf(
  { properties }: IcsComponent,
  start: IcsTime,
  moved: readonly IcsTime[],
  options: IcsTimeOptions,
): Repeats {
  const times = (name: string): IcsTime[] =>
    properties
      .filter((property) => property.name === name)
      .flatMap(({ value, params, line }) =>
        value.split(',').flatMap((one) => {
          // Of a period only the start counts here.
          const read = readIcsTime({ value: one.split('/')[0] ?? '', params, line }, options)
          return read.kind === 'time' ? [read.time] : []
        }),
      )
  const rules = properties.filter(({ name }) => name === 'RRULE')
  const added = times('RDATE')
  const removed = [...times('EXDATE'), ...moved]
  const local = (time: IcsTime): Instant => localIn(time, start)
  const isRemoved = (at: Instant): boolean => removed.some((time) => isSameStart(at, time, local))

  const starts = new Set<Instant>([start.local, ...added.map(local)])
  const unreadable: { rule: string; line: number }[] = []
  let cut: Repeats['cut']
  for (const { value, line } of rules) {
    const made = followRule(value, start, options)
    if (made === undefined) unreadable.push({ rule: value, line })
    else if (made === 'endless') cut = 'endless'
    else for (const at of made) starts.add(at)
  }
  const sorted = [...starts].filter((at) => !isRemoved(at)).sort((a, b) => a - b)
  if (sorted.length > mostOccurrences) cut = 'many'
  return {
    starts: sorted.slice(0, mostOccurrences),
    rules: [...rules, ...properties.filter(({ name }) => name === 'RDATE')].map(
      ({ value }) => value,
    ),
    cut,
    unreadable,
  }
}

/** What the clocks of `start` show at a time that may be written for another zone. */
function localIn(time: IcsTime, start: IcsTime): Instant {
  if (time.isDate || time.zone === start.zone) return time.local
  if (start.zone === undefined) return time.local
  const instant = instantOfTime(time)
  return instant + start.zone.offsetAt(instant) * MS.minute
}

/** Some programs name an occurrence by its day alone, or by the midnight before it. */
function isSameStart(at: Instant, time: IcsTime, local: (time: IcsTime) => Instant): boolean {
  const other = local(time)
  if (other === at) return true
  const day = Math.floor(at / MS.day) * MS.day
  return other === day
}

function followRule(
  rule: string,
  start: IcsTime,
  options: IcsTimeOptions,
): readonly Instant[] | 'endless' | undefined {
  if (!/(^|;)(COUNT|UNTIL)=/i.test(rule)) return /(^|;)FREQ=/i.test(rule) ? 'endless' : undefined
  try {
    const recur = ICAL.Recur.fromString(withLocalEnd(rule, start, options))
    const iterator = recur.iterator(
      ICAL.Time.fromData({ ...fieldsOf(start.local), isDate: start.isDate }),
    )
    const made: Instant[] = []
    // One more than is kept, to know that there are more.
    while (made.length <= mostOccurrences) {
      const next = iterator.next()
      if (next === null) break
      const { year, month, day, hour, minute, second } = next
      made.push(instantOf({ year, month, day, hour, minute, second }))
    }
    return made
  } catch {
    return undefined
  }
}

/** UNTIL is written in UTC, and rules are followed on the clocks of the place. */
function withLocalEnd(rule: string, start: IcsTime, options: IcsTimeOptions): string {
  return rule.trim().replace(/UNTIL=([^;]*)/i, (whole, value: string) => {
    const read = readIcsTime({ value, params: new Map(), line: 0 }, options)
    if (read.kind !== 'time') return whole
    const { year, month, day, hour, minute, second } = fieldsOf(localIn(read.time, start))
    const two = (number: number): string => String(number).padStart(2, '0')
    const date = `${String(year).padStart(4, '0')}${two(month)}${two(day)}`
    if (start.isDate) return `UNTIL=${date}`
    // A day as the end of timed occurrences holds all of that day.
    const time = read.time.isDate ? '235959' : `${two(hour)}${two(minute)}${two(second)}`
    return `UNTIL=${date}T${time}`
  })
}
