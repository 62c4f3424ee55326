import { fieldsOf } from '#core/time/calendar.ts'
import { MS } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { JsDate, JsValue } from './jsLiteral.ts'
import { readLooseDate } from './looseDate.ts'

export type VisDate =
  | { readonly kind: 'date'; readonly edtf: string; readonly guess?: string }
  | { readonly kind: 'unreadable'; readonly shown: string; readonly expected: string }

/** Reads what vis-timeline takes for a moment: a date, a text for `new Date`, or milliseconds. */
export function readVisDate(value: JsValue): VisDate {
  switch (value.kind) {
    case 'date':
      return readJsDate(value.date)
    case 'text':
      return readText(value.text)
    case 'number':
      return readNumber(value.number)
    case 'code':
      return unreadable(value.code, 'a date that stands in the file; this one has to be worked out')
    default:
      return unreadable(value.kind === 'word' ? value.word : `a ${value.kind}`, 'a date')
  }
}

function readJsDate(date: JsDate): VisDate {
  if (date.kind === 'text') return readText(date.text)
  if (date.kind === 'instant') return readNumber(date.instant)
  return parseDate(date.edtf).ok
    ? { kind: 'date', edtf: date.edtf }
    : unreadable(date.edtf, 'a year within 300 billion years')
}

function readText(text: string): VisDate {
  const trimmed = text.trim()
  const plain = withoutMidnight(withShortYear(trimmed))
  const reading = parseDate(plain)
  if (reading.ok && !/^\d{1,3}$/.test(plain)) return { kind: 'date', edtf: reading.date.edtf }
  const read = readLooseDate(plain)
  // A browser reads 3/4/2018 as 4 March, wherever it runs, and so did the page that this comes from.
  if (read.kind === 'ambiguous') {
    const guess = `"${trimmed.slice(0, 80)}" was read month first, as JavaScript does.`
    return { kind: 'date', edtf: read.monthFirst, guess }
  }
  if (read.kind === 'unreadable') return unreadable(trimmed, read.expected)
  return read.guess === undefined
    ? { kind: 'date', edtf: read.edtf }
    : { kind: 'date', edtf: read.edtf, guess: read.guess }
}

/** `-000333-01-01` and `-333-01-01` as EDTF has them: four digits, and `Y` for more. */
function withShortYear(text: string): string {
  const match = /^([+-]?)(\d{1,12})(-\d\d(?:-\d\d(?:[T ].*)?)?)?$/s.exec(text)
  const [, sign = '', digits = '', rest = ''] = match ?? []
  if (match === null || (sign === '' && (digits.length !== 3 || rest === ''))) return text
  const year = Number(digits)
  const minus = sign === '-' && year !== 0 ? '-' : ''
  return year > 9999 ? `Y${minus}${String(year)}` : minus + String(year).padStart(4, '0') + rest
}

/** Midnight is what a date becomes on its way through a script. */
function withoutMidnight(text: string): string {
  return text.replace(/[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/, '')
}

/** Milliseconds since 1970; a whole day is a date, since vis-timeline has no other way to say one. */
function readNumber(number: number): VisDate {
  if (Number.isInteger(number) && Math.abs(number) <= 9999) {
    const edtf = `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`
    return { kind: 'date', edtf, guess: `The number ${String(number)} was read as a year.` }
  }
  if (!Number.isFinite(number) || Math.abs(number) > 8.64e15) {
    return unreadable(String(number), 'milliseconds since 1970')
  }
  const { year, month, day, hour, minute, second } = fieldsOf(number)
  const two = (part: number): string => String(part).padStart(2, '0')
  const size = Math.abs(year)
  if (size > 9999) return { kind: 'date', edtf: `Y${String(year)}` }
  const date = `${year < 0 ? '-' : ''}${String(size).padStart(4, '0')}-${two(month)}-${two(day)}`
  const seconds = second === 0 ? '' : `:${two(second)}`
  const edtf = number % MS.day === 0 ? date : `${date}T${two(hour)}:${two(minute)}${seconds}Z`
  return { kind: 'date', edtf }
}

function unreadable(shown: string, expected: string): VisDate {
  return { kind: 'unreadable', shown: shown.slice(0, 80), expected }
}
