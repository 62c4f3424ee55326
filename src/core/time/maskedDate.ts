import { daysInMonth, isLeap } from './calendar.ts'

/**
 * Two or four digits of which some may be unspecified (`X`). `low` and `high` are the least and the
 * greatest number that fit; `1X` is 10-19, `X5` is 05-95.
 */
export interface Digits {
  readonly text: string
  readonly low: number
  readonly high: number
  readonly masked: boolean
}

/** Reads digits and `X` (upper case). */
export function readDigits(text: string): Digits {
  const low = Number(text.replaceAll('X', '0'))
  const masked = text.includes('X')
  return { text, low, high: masked ? Number(text.replaceAll('X', '9')) : low, masked }
}

/** True when the number could be what the digits say. */
function fits(digits: Digits, value: number): boolean {
  if (!digits.masked) return value === digits.low
  const text = String(value).padStart(digits.text.length, '0')
  if (text.length !== digits.text.length) return false
  for (let at = 0; at < text.length; at += 1) {
    if (digits.text[at] !== 'X' && digits.text[at] !== text[at]) return false
  }
  return true
}

/** Years (with sign), month and day as digits; the last two may be missing. */
export interface MaskedDate {
  readonly negative: boolean
  readonly year: Digits
  readonly month: Digits | undefined
  readonly day: Digits | undefined
}

export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The first (`direction` 1) or last (-1) real calendar date that fits, or undefined when none does
 * (`2019-02-30`, `19X1-02-29`). A missing month or day counts as "any". Looks at no more than the ten
 * thousand years that four digits can name, and only 29 February ever needs more than one.
 */
export function edgeOf(date: MaskedDate, direction: 1 | -1): CivilDate | undefined {
  const inLeapYear = edgeInYear(date, direction, 2000)
  if (inLeapYear === undefined) return undefined
  const inCommonYear = edgeInYear(date, direction, 2001)
  const sign = date.negative ? -1 : 1
  const rising = sign * direction > 0
  for (const magnitude of count(date.year.low, date.year.high, rising)) {
    const year = sign * magnitude
    const found = isLeap(year) ? inLeapYear : inCommonYear
    if (found !== undefined && fits(date.year, magnitude)) return { ...found, year }
  }
  return undefined
}

/** First or last fitting month and day in a year like `model`: leap years differ, no others. */
function edgeInYear(date: MaskedDate, direction: 1 | -1, model: number): CivilDate | undefined {
  for (const month of count(1, 12, direction > 0)) {
    if (date.month !== undefined && !fits(date.month, month)) continue
    for (const day of count(1, daysInMonth(model, month), direction > 0)) {
      if (date.day === undefined || fits(date.day, day)) return { year: model, month, day }
    }
  }
  return undefined
}

function* count(low: number, high: number, rising: boolean): Generator<number> {
  if (rising) for (let value = low; value <= high; value += 1) yield value
  else for (let value = high; value >= low; value -= 1) yield value
}
