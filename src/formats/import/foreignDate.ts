import { daysInMonth } from '#core/time/calendar.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { yearBefore, yearText } from '#formats/import/dates/writeEdtf.ts'
import { readLooseDate } from './looseDate.ts'

const units = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'] as const

/** A date as files keep it that give each part a place of its own. Empty texts are parts left out. */
export type ForeignParts = Readonly<Partial<Record<(typeof units)[number], string>>>

/** What such parts mean in EDTF. */
export type ForeignDate =
  /** Nothing is said. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'date'
      readonly edtf: string
      /** Parts that could not be used, and what was assumed: whole English sentences. */
      readonly faults: readonly string[]
      readonly guesses: readonly string[]
      /** Every part of the time is 0, which mostly says that there is none; it was left out. */
      readonly midnight: boolean
    }
  | { readonly kind: 'unreadable'; readonly text: string; readonly expected: string }

/**
 * Puts parts together. What a year does not need to stand is left out when it cannot be read, and the
 * date is coarser for it. A negative year counts before the common era: -1 is 1 BCE, as TimelineJS
 * labels it. Never throws; what it gives, `parseDate` reads.
 */
export function foreignDate(parts: ForeignParts): ForeignDate {
  const part = (unit: (typeof units)[number]): string => parts[unit]?.trim() ?? ''
  const given = units.filter((unit) => part(unit) !== '')
  if (given.length === 0) return { kind: 'none' }
  const text = given.map(part).join(' ')
  const year = readNumber(part('year').replaceAll(/(?<=\d)[,\s](?=\d{3}(?!\d))/g, ''))
  if (year === undefined) return readWords(parts, text)

  const faults: string[] = []
  const guesses: string[] = []
  if (year === 0) guesses.push('There was no year 0; it was read as 1 BCE.')
  const date = yearText(year < 0 ? yearBefore(-year) : year)
  if (!parseDate(date).ok) return unreadable(text, 'a year within 300 billion years')
  const done = (edtf: string, midnight = false): ForeignDate => ({
    kind: 'date',
    edtf,
    faults,
    guesses,
    midnight,
  })
  const rest = given.filter((unit) => unit !== 'year' && readNumber(part(unit)) !== 0)
  if (rest.length === 0) return done(date, part('hour') !== '')
  if (date.startsWith('Y')) {
    faults.push('Only the year of dates beyond four digits can be kept.')
    return done(date)
  }

  const number = (unit: (typeof units)[number]): number | undefined => {
    const value = readNumber(part(unit))
    if (value !== undefined || part(unit) === '') return value
    faults.push(`The ${unit} cannot be ${quoted(part(unit))}.`)
    return undefined
  }
  const hasTime = rest.some((unit) => unit !== 'month' && unit !== 'day')
  let month = monthOf(part('month'), number, faults)
  let day = number('day') ?? 0
  if (month !== undefined && (day < 0 || day > daysInMonth(Number(date), month))) {
    faults.push(`There is no day ${String(day)} in that month.`)
    day = 0
  }
  if (month === undefined && day !== 0) {
    faults.push(`The day ${String(day)} has no month.`)
    day = 0
  }
  const time = hasTime ? timeOf(number, faults) : undefined
  if (time !== undefined && (month === undefined || day === 0)) {
    // Where only times tell events apart, without a day they would all fall together.
    guesses.push(
      `A time needs a day; the first of the ${month === undefined ? 'year' : 'month'} was taken.`,
    )
    month ??= 1
    day = 1
  }
  const whole =
    month === undefined ? date : `${date}-${two(month)}${day === 0 ? '' : `-${two(day)}`}`
  return done(time === undefined ? whole : `${whole}T${time}`, !hasTime && part('hour') !== '')
}

function monthOf(
  text: string,
  number: (unit: 'month') => number | undefined,
  faults: string[],
): number | undefined {
  const named = /^[^\d\s]{3,}$/.test(text) ? readLooseDate(`1 ${text} 2001`) : undefined
  if (named?.kind === 'date') return Number(named.edtf.slice(5, 7))
  const month = number('month')
  if (month === undefined || month === 0) return undefined
  if (month >= 1 && month <= 12) return month
  faults.push(`There is no month ${String(month)}.`)
  return undefined
}

function timeOf(
  number: (unit: 'hour' | 'minute' | 'second' | 'millisecond') => number | undefined,
  faults: string[],
): string | undefined {
  const hour = number('hour') ?? 0
  const minute = number('minute')
  const second = number('second')
  const milli = number('millisecond')
  if (
    hour < 0 ||
    hour > 23 ||
    isBeyond(minute, 59) ||
    isBeyond(second, 59) ||
    isBeyond(milli, 999)
  ) {
    const shown = [hour, minute ?? 0, second ?? 0].map(two).join(':')
    faults.push(`There is no time ${shown}.`)
    return undefined
  }
  const finest = milli ? 3 : second ? 2 : minute === undefined ? 0 : 1
  let text = `${two(hour)}:${two(minute ?? 0)}`
  if (finest >= 2) text += `:${two(second ?? 0)}`
  if (finest === 3) text += `.${String(milli).padStart(3, '0')}`
  return text
}

/** A year in words, perhaps with a month beside it: "c. 1850", "500 BC", "1940s". */
function readWords(
  { year = '', month = '', day = '', hour = '' }: ForeignParts,
  text: string,
): ForeignDate {
  const words = [day, month, year].filter((part) => part.trim() !== '').join(' ')
  const read = readLooseDate(year.trim() === '' ? text : words)
  if (year.trim() === '' || read.kind !== 'date') {
    return unreadable(text, read.kind === 'unreadable' ? read.expected : 'a year')
  }
  const guesses = [
    `${quoted(words)} was read as a whole.`,
    ...(read.guess === undefined ? [] : [read.guess]),
  ]
  const faults = Number(hour) === 0 ? [] : ['A time needs a year in digits.']
  return { kind: 'date', edtf: read.edtf, faults, guesses, midnight: false }
}

function unreadable(text: string, expected: string): ForeignDate {
  return { kind: 'unreadable', text, expected }
}

/** A whole number, also with the `.0` that spreadsheets and scripts leave behind. */
function readNumber(text: string): number | undefined {
  return /^[+-]?\d{1,15}(?:\.0*)?$/.test(text) ? Number(text) || 0 : undefined
}

function isBeyond(value: number | undefined, most: number): boolean {
  return value !== undefined && (value < 0 || value > most)
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80))
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
