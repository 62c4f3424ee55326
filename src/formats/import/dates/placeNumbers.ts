import { aDate, type DateParts, type Draft } from './dateParts.ts'
import type { NumberToken } from './tokens.ts'

/**
 * Says which of the numbers of a date is its day and which its year. A year has three digits or more,
 * or an era, an apostrophe, or more than a month has days. One small number alone waits for the other
 * end of its stretch. A text completes the sentence "expected …".
 */
export function addNumbers(draft: Draft): string | undefined {
  const { parts, waiting, eraAt } = draft
  if (waiting.some(({ token }) => token.text.includes('.')) && !thousandsByDots(draft)) {
    // "66.5–66 million years ago": the other end will tell.
    const [only, ...more] = waiting
    if (only === undefined || more.length > 0) return aDate
    parts.bare = only.token
    return undefined
  }
  if (eraAt !== undefined && parts.year === undefined && parts.unit === undefined) {
    const beside = (side: number): number => waiting.findIndex(({ at }) => at === eraAt + side)
    const index = beside(-1) >= 0 ? beside(-1) : beside(1)
    const [year] = index < 0 ? [] : waiting.splice(index, 1)
    if (year !== undefined) setYear(parts, year.token)
  }
  return place(
    parts,
    waiting.map(({ token }) => token),
  )
}

function place(parts: DateParts, numbers: readonly NumberToken[]): string | undefined {
  const [first, second, ...more] = numbers
  if (first === undefined) return undefined
  if (more.length > 0) return aDate
  if (second === undefined) return placeOne(parts, first)
  if (parts.day !== undefined || parts.year !== undefined || parts.unit !== undefined) return aDate
  const firstIsYear = isYear(first) || (second.ordinal && !first.ordinal)
  if (firstIsYear && isYear(second)) return aDate
  // Without a month this is the right end of "5–8, 2022", and the month stands at the left one.
  if (parts.month === undefined && !isYear(first) && !isYear(second)) return aDate
  const [year, day] = firstIsYear ? [first, second] : [second, first]
  setYear(parts, year)
  parts.day = day.value
  return undefined
}

function placeOne(parts: DateParts, number: NumberToken): string | undefined {
  if (parts.unit !== undefined || parts.amount !== undefined) return aDate
  if (parts.year !== undefined) {
    if (parts.month === undefined || parts.day !== undefined) return aDate
    parts.day = number.value
  } else if (isYear(number) || parts.day !== undefined || parts.season !== undefined) {
    setYear(parts, number)
  } else if (parts.month !== undefined) parts.day = number.value
  else parts.bare = number
  return undefined
}

function isYear({ text, value, short, ordinal }: NumberToken): boolean {
  return !ordinal && (short || text.length >= 3 || value > 31)
}

function setYear(parts: DateParts, { text, value }: NumberToken): void {
  parts.year = value
  parts.yearDigits = text.length
}

/** "10.000 v. Chr.": before an era a dot parts thousands. */
function thousandsByDots({ waiting, eraAt }: Draft): boolean {
  const [only, ...more] = waiting
  if (only === undefined || more.length > 0 || eraAt === undefined) return false
  const { token, at } = only
  if (!/^\d{1,3}(?:\.\d{3})+$/.test(token.text)) return false
  const text = token.text.replaceAll('.', '')
  waiting[0] = { token: { ...token, text, value: Number(text) }, at }
  return true
}
