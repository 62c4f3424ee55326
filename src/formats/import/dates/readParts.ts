import { aDate, type DateParts, type Draft, type Reading } from './dateParts.ts'
import { addNumbers } from './placeNumbers.ts'
import type { Token } from './tokens.ts'
import type { Meaning } from './words.ts'

/** The parts of a single date; a text completes the sentence "expected …". */
export function readParts(tokens: readonly Token[], reading: Reading): DateParts | string {
  const draft: Draft = { parts: {}, waiting: [] }
  for (const [at, token] of tokens.entries()) {
    const fault = readToken(token, at, tokens, draft, reading)
    if (fault !== undefined) return fault
  }
  const fault =
    (draft.awaitsCentury === true ? countUnit('century', draft) : undefined) ?? addNumbers(draft)
  if (fault !== undefined) return fault
  const { parts, noon } = draft
  if (noon !== undefined && parts.time !== undefined && parts.time.hour <= 12) {
    parts.time = { ...parts.time, hour: (parts.time.hour % 12) + noon }
  }
  return parts
}

function readToken(
  token: Token,
  at: number,
  tokens: readonly Token[],
  draft: Draft,
  reading: Reading,
): string | undefined {
  const { parts } = draft
  switch (token.kind) {
    case 'number':
      if (!token.decade) draft.waiting.push({ token, at })
      else if (parts.unit === undefined) {
        parts.unit = 'decade'
        parts.count = token.value
      } else return aDate
      return undefined
    case 'time':
      if (parts.time !== undefined) return 'one time of day'
      parts.time = token.time
      return undefined
    case 'numeric':
      return readNumeric(token.parts, token.sign, parts, reading)
    case 'question':
      parts.uncertain = true
      return undefined
    case 'tilde':
      parts.about = true
      return undefined
    case 'dash':
      return readDash(token.sign, at, tokens, parts)
    case 'word':
      return readWord(token.text, token.meaning, at, draft)
  }
}

/** A hyphen may join: `31-May-2016`, `mid-1940s`; a tilde at the end is a doubt, as in EDTF. */
function readDash(
  sign: string,
  at: number,
  tokens: readonly Token[],
  parts: DateParts,
): string | undefined {
  if (sign === '~' && at === tokens.length - 1) {
    parts.about = true
    return undefined
  }
  const joins = [tokens[at - 1], tokens[at + 1]].some(
    (token) => token?.kind === 'word' && ['month', 'phase'].includes(token.meaning.is),
  )
  return joins ? undefined : aDate
}

function readWord(text: string, meaning: Meaning, at: number, draft: Draft): string | undefined {
  const { parts, waiting } = draft
  const last = waiting.at(-1)
  switch (meaning.is) {
    case 'filler':
      return undefined
    case 'month':
      if (parts.month !== undefined) return 'one month'
      parts.month = meaning.month
      return undefined
    case 'weekday':
      parts.weekday = meaning.weekday
      return undefined
    case 'season':
      parts.season = meaning.season
      return undefined
    case 'quarter':
      parts.season = 32 + meaning.quarter
      return undefined
    case 'phase':
      parts.phase = meaning.phase
      return undefined
    case 'doubt':
      // "the 19th c."
      if (text === 'c' && last?.token.ordinal === true && last.at === at - 1) {
        return countUnit('century', draft)
      }
      parts[meaning.doubt] = true
      return undefined
    case 'era':
      parts.era = meaning.era
      draft.eraAt = at
      return undefined
    case 'noon':
      draft.noon = meaning.add
      return undefined
    case 'zone':
      if (parts.time === undefined) return aDate
      parts.time = { ...parts.time, zone: parts.time.zone ?? meaning.minutes }
      return undefined
    case 'unit':
      return countUnit(meaning.unit, draft)
    case 'counter': {
      if (meaning.counter === 'year' && last === undefined) return undefined
      return countPart(meaning.counter, draft)
    }
    case 'scale':
      return countYears(meaning.factor, undefined, draft)
    case 'ages':
      return countYears(meaning.factor, 'ago', draft)
    case 'ago':
    case 'ahead':
    case 'beforePresent':
      return countYears(parts.amount === undefined ? 1 : undefined, meaning.is, draft)
    case 'open':
      return 'a date that will mean the same tomorrow; "today" can only be the end of a stretch'
    default:
      return aDate
  }
}

function countUnit(
  unit: 'decade' | 'century' | 'millennium' | 'quarter',
  draft: Draft,
): string | undefined {
  const number = draft.waiting.pop()?.token
  if (number === undefined && unit === 'century' && draft.parts.unit === undefined) {
    draft.awaitsCentury = true
    return undefined
  }
  if (number === undefined) return `the number of the ${unit}`
  if (unit === 'quarter') {
    if (![1, 2, 3, 4].includes(number.value)) return 'a quarter from 1 to 4'
    draft.parts.season = 32 + number.value
    return undefined
  }
  draft.parts.unit = unit
  draft.parts.count = number.value
  return undefined
}

function countPart(counter: 'year' | 'month' | 'day', draft: Draft): string | undefined {
  const number = draft.waiting.pop()?.token
  if (number === undefined || !Number.isInteger(number.value)) return aDate
  draft.parts[counter] = number.value
  // 98年 is a year of two digits; 公元98年 is not, and the era says so.
  if (counter === 'year') draft.parts.yearDigits = number.text.length
  return undefined
}

function countYears(
  factor: number | undefined,
  direction: DateParts['direction'],
  draft: Draft,
): string | undefined {
  const { parts } = draft
  if (factor !== undefined) {
    const number = parts.amount ?? draft.waiting.pop()?.token.value
    if (number === undefined) return 'a number of years'
    // 13.8 × 10⁹ is no whole number in float64.
    parts.amount = Number((number * factor).toPrecision(12))
    parts.scale = (parts.scale ?? 1) * factor
  }
  if (direction !== undefined) parts.direction = direction
  return undefined
}

/** Numbers with a sign between them. The order of day and month is the reading's, except after dots. */
function readNumeric(
  numbers: readonly string[],
  sign: string,
  parts: DateParts,
  reading: Reading,
): string | undefined {
  if (parts.month !== undefined || parts.year !== undefined) return aDate
  const [first = '', second = '', third] = numbers
  if (third === undefined) {
    if (first.length === 4) setYear(parts, first, second)
    else if (second.length === 4) setYear(parts, second, first)
    else {
      parts.day = Number(first)
      parts.month = Number(second)
    }
    if (sign === '.' && first.length === 4) reading.guesses.push('Read as a year and a month.')
    if (sign === '/' && second.length === 2 && Number(second) === (Number(first) + 1) % 100) {
      reading.guesses.push(`Read as a month, not as the years ${first} to ${second}.`)
    }
    return checkMonth(parts)
  }
  if (first.length >= 3 || Number(first) > 31) {
    setYear(parts, first, second, third)
    parts.endsWithDay = true
  } else {
    // Where dots part the numbers, the day comes first, in every country that writes so.
    const byDots = sign === '.' && !reading.isGiven
    const dayFirst = byDots || reading.order === 'day-first'
    if (byDots && Number(first) <= 12 && Number(second) <= 12 && first !== second) {
      reading.guesses.push('Read with the day first, as dates with dots are written.')
    }
    setYear(parts, third, dayFirst ? second : first, dayFirst ? first : second)
  }
  if (parts.yearDigits === 1) return 'a year of two or four digits'
  return checkMonth(parts)
}

function setYear(parts: DateParts, year: string, month: string, day?: string): void {
  parts.year = Number(year)
  parts.yearDigits = year.length
  parts.month = Number(month)
  if (day !== undefined) parts.day = Number(day)
}

function checkMonth({ month = 0 }: DateParts): string | undefined {
  return month >= 1 && month <= 12 ? undefined : 'a month from 1 to 12'
}
