import { parseDate } from '#core/time/parseDate.ts'
import { readDateNumber } from '#formats/import/dates/dateNumber.ts'
import type { Reading } from '#formats/import/dates/dateParts.ts'
import { readPhrase } from '#formats/import/dates/readPhrase.ts'
import { readTokens, type Token } from '#formats/import/dates/tokens.ts'

/** In which order a date such as `03/04/2018` is to be read, where the file or the person says so. */
export type DateOrder = 'day-first' | 'month-first'

/** What a person's way of writing a date means in EDTF. */
export type LooseDate =
  /** `guess` says in one English sentence what was assumed, where something was. */
  | { readonly kind: 'date'; readonly edtf: string; readonly guess?: string }
  /** Both readings are days that exist, and nothing says which is meant. */
  | { readonly kind: 'ambiguous'; readonly dayFirst: string; readonly monthFirst: string }
  | { readonly kind: 'unreadable'; readonly expected: string }

const longest = 200

/**
 * Reads a date as people, spreadsheets and other tools write it, and gives EDTF. `value` is a text (at
 * most 200 characters are read) or a number as a spreadsheet or a script stores it. EDTF is read as
 * such first. Never throws; takes linear time; what it gives, `parseDate` reads. What is known, in a
 * table: docs/importing.md.
 */
export function readLooseDate(
  value: string | number,
  options: { readonly order?: DateOrder } = {},
): LooseDate {
  if (typeof value === 'number') return readNumber(value)
  if (value.length > longest) return unreadable(`at most ${String(longest)} characters`)
  const text = value.trim()
  if (text === '') return unreadable('a date')
  const strict = parseDate(text)
  if (strict.ok) return date(strict.date.edtf, [...strict.notes, ...doubtfulSeason(text)])
  if (/^\d+(?:\.\d+)?$/.test(text) && !/^\d{4}\.\d\d?$/.test(text)) return readNumber(Number(text))
  const tokens = readTokens(text)
  if (typeof tokens === 'string')
    return unreadable(`a date; "${tokens.slice(0, 40)}" says nothing here`)
  return options.order === undefined ? readBothWays(tokens) : readInOrder(tokens, options.order)
}

function readNumber(value: number): LooseDate {
  const reading = readDateNumber(value)
  if ('expected' in reading) return unreadable(reading.expected)
  const strict = parseDate(reading.edtf)
  if (!strict.ok) return unreadable(strict.expected)
  return date(strict.date.edtf, reading.guess === undefined ? [] : [reading.guess])
}

/** `2018-22` is EDTF for a summer, and what some write for five years. */
function doubtfulSeason(text: string): readonly string[] {
  const match = /^\d\d(\d\d)-(\d\d)$/.exec(text)
  if (match === null || Number(match[2]) <= 12 || Number(match[2]) <= Number(match[1])) return []
  return [
    'Two digits above 20 name a part of the year in EDTF; for a stretch of years write both in full.',
  ]
}

/** The order that was asked for, and the other one for a date that it makes no sense of. */
function readInOrder(tokens: readonly Token[], order: DateOrder): LooseDate {
  const asked = readAs(tokens, order, true)
  if (asked.kind === 'date') return asked
  const other = readAs(tokens, order === 'day-first' ? 'month-first' : 'day-first', true)
  if (other.kind !== 'date') return asked
  const words = order === 'day-first' ? 'the month' : 'the day'
  const guess = `Read with ${words} first, since the other order gives no day.`
  return date(other.edtf, other.guess === undefined ? [guess] : [other.guess, guess])
}

function readBothWays(tokens: readonly Token[]): LooseDate {
  const dayFirst = readAs(tokens, 'day-first', false)
  const monthFirst = readAs(tokens, 'month-first', false)
  if (dayFirst.kind !== 'date') return monthFirst.kind === 'date' ? monthFirst : dayFirst
  if (monthFirst.kind !== 'date' || dayFirst.edtf === monthFirst.edtf) return dayFirst
  return { kind: 'ambiguous', dayFirst: dayFirst.edtf, monthFirst: monthFirst.edtf }
}

function readAs(tokens: readonly Token[], order: DateOrder, isGiven: boolean): LooseDate {
  const reading: Reading = { order, isGiven, guesses: [] }
  const written = readPhrase(tokens, reading)
  if ('expected' in written) return unreadable(written.expected)
  // Whether the day exists, and whether the stretch runs forwards, is told by the one reader of dates.
  const strict = parseDate(written.edtf)
  if (!strict.ok) return unreadable(strict.expected)
  return date(strict.date.edtf, [...reading.guesses, ...strict.notes])
}

function date(edtf: string, guesses: readonly string[]): LooseDate & { readonly kind: 'date' } {
  if (guesses.length === 0) return { kind: 'date', edtf }
  return { kind: 'date', edtf, guess: [...new Set(guesses)].join(' ') }
}

function unreadable(expected: string): LooseDate {
  return { kind: 'unreadable', expected }
}
