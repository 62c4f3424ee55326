import { daysFromCivil, daysInMonth } from '#core/time/calendar.ts'
import { aDate, type DateParts } from './dateParts.ts'
import type { ClockTime } from './tokens.ts'
import type { Phase } from './words.ts'

export type Written = { readonly edtf: string } | { readonly expected: string }

/**
 * Puts the parts of a date together in EDTF, and says in `guesses` what had to be assumed. `asEnd`:
 * for an end of an interval, which can be no set. Whether the day exists is for `parseDate` to say.
 */
export function writeEdtf(parts: DateParts, guesses: string[], asEnd = false): Written {
  const marks = doubtOf(parts)
  if (parts.bare !== undefined) {
    return {
      expected: `a year of four digits, or an era: ${parts.bare.text} CE, ${parts.bare.text} BC`,
    }
  }
  if (parts.amount !== undefined) return writeYearsAway(parts, guesses)
  if (parts.unit !== undefined) return writeUnit(parts, guesses, asEnd)
  if (parts.year === undefined) return { expected: 'a date with its year' }
  const year = yearOf(parts, guesses)
  if (year === undefined) return { expected: 'a year from 1 on: there is no year 0' }
  const text = yearText(year)
  if (parts.season !== undefined) {
    return parts.month === undefined ? edtf(`${text}-${String(parts.season)}${marks}`) : fault()
  }
  if (parts.month === undefined) {
    if (parts.day !== undefined || parts.time !== undefined)
      return { expected: 'a month and a day' }
    return parts.phase === undefined ? edtf(text + marks) : writePartOfYear(text, parts, guesses)
  }
  const month = `${text}-${two(parts.month)}`
  if (parts.day === undefined) {
    if (parts.time !== undefined) return { expected: 'a day before the time' }
    if (parts.phase === undefined) return edtf(month + marks)
    return writePhase(parts, guesses, asEnd ? `${month}~` : undefined, {
      first: 1,
      count: daysInMonth(year, parts.month),
      write: (day) => `${month}-${two(day)}`,
    })
  }
  if (parts.phase !== undefined) return fault()
  const day = `${month}-${two(parts.day)}`
  checkWeekday(year, parts, guesses)
  if (parts.time === undefined) return edtf(day + marks)
  return edtf(`${day}T${timeText(parts.time)}${marks}`)
}

/** An astronomical year in EDTF: `0476`, `-0550`, `Y-12000`. */
export function yearText(year: number): string {
  if (Math.abs(year) > 9999) return `Y${String(year)}`
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

/**
 * Years before the common era as people count them. Round ones far back are counts, not names: 60,000
 * BC is 60,000 years before the era, and the year before it is not 59,999 BC for anybody.
 */
export function yearBefore(year: number): number {
  return year >= 10_000 && year % 1000 === 0 ? -year : 1 - year
}

function yearOf({ year = 0, yearDigits, era }: DateParts, guesses: string[]): number | undefined {
  if (year < 0) {
    guesses.push(`Read as ${String(-year)} BCE.`)
    return yearBefore(-year)
  }
  if (era === 'bce') return year === 0 ? undefined : yearBefore(year)
  if (era === 'ce') return year === 0 ? undefined : year
  if (yearDigits !== undefined && yearDigits <= 2) {
    // The window of spreadsheets, which write most of these.
    const full = year < 30 ? 2000 + year : 1900 + year
    guesses.push(`The year ${two(year)} was read as ${String(full)}.`)
    return full
  }
  if (year < 1000 && yearDigits === 3) guesses.push(`Read as the year ${String(year)} CE.`)
  return year === 0 ? undefined : year
}

function writeYearsAway(parts: DateParts, guesses: string[]): Written {
  const { amount = 0, direction } = parts
  if (direction === undefined)
    return { expected: '"years ago", "BC" or "from now" after the number' }
  const marks = doubtOf(parts)
  if (direction === 'beforePresent') {
    guesses.push('"Before present" was counted back from 1950, as radiocarbon dates are.')
    return edtf(yearText(Math.round(1950 - amount)) + marks)
  }
  if (amount >= 1e6)
    return edtf(yearText(Math.round(direction === 'ago' ? -amount : amount)) + marks)
  if (amount < 1e4) return { expected: 'a year: how long ago it was changes every year' }
  // Two thousand years are lost in what "200,000 years ago" leaves open.
  const from = amount < 1e5 ? 2000 : 0
  guesses.push('Read as approximate' + (from > 0 ? ', and counted from the year 2000.' : '.'))
  const year = direction === 'ago' ? from - amount : from + amount
  return edtf(yearText(Math.round(year)) + doubtOf({ ...parts, about: true }))
}

function writeUnit(parts: DateParts, guesses: string[], asEnd: boolean): Written {
  const found = yearsOf(parts, guesses)
  if (found === undefined) return { expected: 'a decade such as 1940s, or a century such as 19th' }
  const { first, count, mask } = found
  const write = (year: number): string => yearText(year)
  if (parts.phase !== undefined) {
    const end = mask === undefined ? undefined : `${mask}~`
    return writePhase(parts, guesses, asEnd ? end : undefined, { first, count, write })
  }
  const marks = doubtOf(parts)
  if (mask !== undefined) return edtf(mask + marks)
  if (asEnd) return { expected: 'years at both ends: a decade before the common era has no name' }
  return edtf(`[${write(first)}${marks}..${write(first + count - 1)}${marks}]`)
}

/** The years of a decade, century or millennium; `mask` is its name in EDTF, where it has one. */
function yearsOf(
  { unit, count = 0, era }: DateParts,
  guesses: string[],
): { first: number; count: number; mask?: string } | undefined {
  const before = era === 'bce'
  if (!Number.isInteger(count) || count < 0) return undefined
  if (unit === 'decade') {
    const year = count < 100 && era === undefined ? 1900 + count : count
    if (year !== count) guesses.push(`Read as the ${String(year)}s.`)
    if (year % 10 !== 0 || year > 9990) return undefined
    if (before) return { first: 1 - (year + 9), count: 10 }
    if (year % 100 === 0 && year < 2000) {
      guesses.push(`The ${String(year)}s were read as the whole century.`)
      return { first: year, count: 100, mask: `${two(year / 100)}XX` }
    }
    if (year % 100 === 0) guesses.push(`The ${String(year)}s were read as ten years.`)
    return { first: year, count: 10, mask: `${String(year / 10).padStart(3, '0')}X` }
  }
  const [length, most, width] = unit === 'century' ? [100, 100, 2] : [1000, 10, 1]
  if (count < 1 || count > most) return undefined
  const mask = String(count - 1).padStart(width, '0') + (unit === 'century' ? 'XX' : 'XXX')
  if (before) return { first: 1 - count * length, count: length, mask: `-${mask}` }
  return { first: (count - 1) * length, count: length, mask }
}

const phases: Readonly<Record<Phase, readonly [from: number, to: number, words: string]>> = {
  early: [0, 1 / 3, 'the first third'],
  mid: [1 / 3, 2 / 3, 'the middle third'],
  late: [2 / 3, 1, 'the last third'],
  firstHalf: [0, 1 / 2, 'the first half'],
  secondHalf: [1 / 2, 1, 'the second half'],
}

interface Stretch {
  readonly first: number
  readonly count: number
  readonly write: (value: number) => string
}

/** "Early 1940s": one of the first years, about. A half is a half, without a doubt. */
function writePhase(
  parts: DateParts,
  guesses: string[],
  end: string | undefined,
  { first, count, write }: Stretch,
): Written {
  const [from, to, words] = phases[parts.phase ?? 'early']
  if (end !== undefined) {
    guesses.push(`That ${words} is meant could not be kept at an end of an interval.`)
    return edtf(end)
  }
  const isHalf = to - from === 1 / 2
  if (!isHalf) guesses.push(`Read as about ${words}.`)
  const marks = doubtOf(isHalf ? parts : { ...parts, about: true })
  const low = write(first + Math.floor(count * from))
  const high = write(first + Math.ceil(count * to) - 1)
  return edtf(`[${low}${marks}..${high}${marks}]`)
}

/** EDTF has codes for thirds and halves of a year. */
function writePartOfYear(year: string, parts: DateParts, guesses: string[]): Written {
  const codes = { early: 37, mid: 38, late: 39, firstHalf: 40, secondHalf: 41 }
  const phase = parts.phase ?? 'early'
  const isHalf = codes[phase] >= 40
  if (!isHalf) guesses.push(`Read as about ${phases[phase][2]} of the year.`)
  return edtf(
    `${year}-${String(codes[phase])}${doubtOf(isHalf ? parts : { ...parts, about: true })}`,
  )
}

function checkWeekday(year: number, parts: DateParts, guesses: string[]): void {
  const { month = 1, day = 1, weekday } = parts
  if (weekday === undefined) return
  // 1970-01-01 was a Thursday.
  const found = ((((daysFromCivil(year, month, day) + 3) % 7) + 7) % 7) + 1
  if (found === weekday) return
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  guesses.push(`That day is a ${names[found - 1] ?? ''}, not a ${names[weekday - 1] ?? ''}.`)
}

function timeText({ hour, minute, second, fraction, zone }: ClockTime): string {
  let text = two(hour)
  if (minute !== undefined || zone !== undefined) text += `:${two(minute ?? 0)}`
  if (second !== undefined) text += `:${two(second)}`
  if (fraction !== undefined) text += `.${fraction}`
  if (zone === undefined) return text
  if (zone === 0) return `${text}Z`
  const minutes = Math.abs(zone)
  return `${text}${zone < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function doubtOf({ about = false, uncertain = false }: DateParts): string {
  if (about && uncertain) return '%'
  return about ? '~' : uncertain ? '?' : ''
}

function edtf(text: string): Written {
  return { edtf: text }
}

function fault(): Written {
  return { expected: aDate }
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
