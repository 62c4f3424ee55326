import type { DateParts } from './dateParts.ts'

/**
 * Gives each end of a stretch what only the other one says: "5–8 May 2022", "1914–18", "300–200 BC",
 * "5th–4th century BC", "66–65 million years ago". Changes both.
 */
export function fillEnds(left: DateParts, right: DateParts, guesses: string[]): void {
  fillUnits(left, right)
  fillBare(left, right, guesses)
  fillEra(left, right, guesses)
  fillDays(left, right)
  fillYears(left, right, guesses)
}

function fillUnits(left: DateParts, right: DateParts): void {
  if (left.bare !== undefined && right.unit !== undefined && right.unit !== 'decade') {
    left.unit = right.unit
    left.count = left.bare.value
    delete left.bare
  } else if (right.amount !== undefined && left.amount === undefined) {
    const number = left.bare?.value ?? left.year
    if (number !== undefined) left.amount = Number((number * (right.scale ?? 1)).toPrecision(12))
    delete left.bare
    delete left.year
  }
  if (left.amount !== undefined && left.direction === undefined && right.direction !== undefined) {
    left.direction = right.direction
  }
  const { count: first = 0 } = left
  const { count: last = 0 } = right
  if (left.unit === 'decade' && right.unit === 'decade' && last < 100 && first >= 100) {
    right.count = first - (first % 100) + last
  }
}

function fillBare(left: DateParts, right: DateParts, guesses: string[]): void {
  if (left.bare !== undefined) {
    const { value, text } = left.bare
    if (right.day !== undefined) {
      left.day = value
      delete left.bare
    } else if (right.year !== undefined && right.month === undefined && right.era !== undefined) {
      left.year = value
      left.yearDigits = text.length
      delete left.bare
    }
  }
  if (right.bare === undefined) return
  const { value, text } = right.bare
  if (left.day !== undefined && (left.year === undefined || left.endsWithDay === true)) {
    right.day = value
    delete right.bare
  } else if (left.year !== undefined && left.day === undefined && right.era === undefined) {
    if (text.length === 2 && left.year >= 100) {
      right.year = laterYear(left.year, value, right.era ?? left.era)
      right.yearDigits = 4
      guesses.push(`The end was read as the year ${String(right.year)}.`)
      delete right.bare
    }
  }
}

/** 1914–18 ends in 1918, 1898–02 in 1902. */
function laterYear(from: number, lastDigits: number, era: DateParts['era']): number {
  const year = from - (from % 100) + lastDigits
  return year < from && era !== 'bce' ? year + 100 : year
}

function fillEra(left: DateParts, right: DateParts, guesses: string[]): void {
  const { year = 0 } = left
  const isCut = right.yearDigits === 2 && right.year !== undefined && right.year < 10
  if (isCut && right.era === 'bce' && left.era === undefined && year >= 100) {
    // 431–04 BC: nobody writes a whole year with a nought before it.
    right.year = year - (year % 100) + (right.year ?? 0)
    guesses.push(`The end was read as ${String(right.year)} BCE.`)
  }
  const dated = left.year !== undefined || left.unit !== undefined
  if (dated && left.era === undefined && right.era !== undefined && (left.year ?? 0) >= 0) {
    left.era = right.era
    return
  }
  const open = right.year !== undefined || right.unit !== undefined
  if (left.era === undefined || right.era !== undefined || !open) return
  right.era = 'ce'
  if (left.era === 'bce') guesses.push('An end without an era was read as of the common era.')
}

function fillDays(left: DateParts, right: DateParts): void {
  // "5 May, 10:00–11:30": one of them has the day, both have a time.
  if (isTimeOnly(right) && left.day !== undefined) copyDay(left, right)
  if (isTimeOnly(left) && right.day !== undefined) copyDay(right, left)
  if (left.day !== undefined && left.month === undefined && right.month !== undefined) {
    left.month = right.month
  }
  if (right.day !== undefined && right.month === undefined && left.day !== undefined) {
    if (left.month !== undefined) right.month = left.month
  }
}

function isTimeOnly(parts: DateParts): boolean {
  return parts.time !== undefined && parts.day === undefined && parts.year === undefined
}

function copyDay(from: DateParts, to: DateParts): void {
  const { year, yearDigits, month, day, era } = from
  Object.assign(to, { year, yearDigits, month, day, era })
}

function fillYears(left: DateParts, right: DateParts, guesses: string[]): void {
  const leftNeeds = needsYear(left)
  const rightNeeds = needsYear(right)
  const backwards = place(left) > place(right)
  if (leftNeeds && right.year !== undefined) {
    copyYear(right, left)
    if (backwards) move(left, -1, guesses)
  } else if (rightNeeds && left.year !== undefined) {
    copyYear(left, right)
    if (backwards) move(right, 1, guesses)
  }
}

function needsYear(parts: DateParts): boolean {
  return parts.year === undefined && (parts.month !== undefined || parts.season !== undefined)
}

/** Where in a year a date stands, to be compared only with one of the same kind. */
function place({ month = 0, day = 0, season = 0 }: DateParts): number {
  return season * 10_000 + month * 100 + day
}

function copyYear(from: DateParts, to: DateParts): void {
  const { year, yearDigits, era } = from
  Object.assign(to, { year, yearDigits, era })
}

/** "December – January 2018" starts the year before. */
function move(parts: DateParts, by: 1 | -1, guesses: string[]): void {
  if (parts.year === undefined || parts.era === 'bce') return
  parts.year += by
  guesses.push(
    by < 0 ? 'The start was read as in the year before.' : 'The end was read as in the year after.',
  )
}
