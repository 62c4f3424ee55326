import { fieldsOf } from '#core/time/calendar.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { aDate, type DateParts, type Reading } from './dateParts.ts'
import { fillEnds } from './fillEnds.ts'
import { readParts } from './readParts.ts'
import { splitRange, type Split } from './splitRange.ts'
import type { Token } from './tokens.ts'
import type { Meaning } from './words.ts'
import { type Written, writeEdtf, yearText } from './writeEdtf.ts'

/** Reads a date, a stretch, or one side of a date: "5–8 May 2022", "before 1500", "1914 to present". */
export function readPhrase(tokens: readonly Token[], reading: Reading): Written {
  if (tokens.length === 0) return { expected: aDate }
  const first = meaningAt(tokens, 0)
  const split = splitRange(tokens)
  if (split === 'several') return { expected: 'one stretch with two ends' }
  if (first === 'between') return readBetween(tokens.slice(1), reading)
  if (split !== undefined)
    return readRange(first === 'since' ? withoutFirst(split) : split, reading)
  const or = tokens.findIndex((_, at) => meaningAt(tokens, at) === 'or')
  if (or > 0) return readEither(tokens.slice(0, or), tokens.slice(or + 1), reading)
  return readLoneDash(tokens, reading) ?? readOneSided(tokens, reading)
}

/** "1950–" goes on, "– 1950" began nobody says when. */
function readLoneDash(tokens: readonly Token[], reading: Reading): Written | undefined {
  const first = tokens[0]
  const last = tokens.at(-1)
  const atEnd = last?.kind === 'dash' && last.sign !== '~' && last.sign !== '/'
  const atStart = first?.kind === 'dash' && (first.sign === '–' || first.sign === '—')
  if (atEnd === atStart) return undefined
  const parts = readEnd(atEnd ? tokens.slice(0, -1) : tokens.slice(1), reading)
  if (typeof parts === 'string') return { expected: parts }
  const written = writeEdtf(parts, reading.guesses, true)
  if ('expected' in written) return written
  reading.guesses.push(
    `Nothing stands ${atEnd ? 'after' : 'before'} the dash: that end was left open.`,
  )
  return { edtf: atEnd ? `${written.edtf}/..` : `../${written.edtf}` }
}

type Side = 'before' | 'after' | 'since' | 'until' | 'by' | 'orEarlier' | 'orLater'

const sides: Partial<Record<Meaning['is'], Side>> = {
  before: 'before',
  after: 'after',
  since: 'since',
  until: 'until',
  range: 'until',
  by: 'by',
  orEarlier: 'orEarlier',
  orLater: 'orLater',
}

/** "before 1500", "1500 or later", "2017年起", or a date by itself. */
function readOneSided(tokens: readonly Token[], reading: Reading): Written {
  const last = tokens.length - 1
  const leading = sideAt(tokens, 0)
  const trailing = leading === undefined ? sideAt(tokens, last) : undefined
  const side = leading ?? trailing
  const rest =
    leading !== undefined ? tokens.slice(1) : trailing !== undefined ? tokens.slice(0, -1) : tokens
  // "vor 66 Millionen Jahren" is no "before".
  const parts = readEnd(rest, reading)
  if (typeof parts === 'string') return { expected: parts }
  const written = writeEdtf(parts, reading.guesses, side !== undefined)
  if (side === undefined || 'expected' in written) return written
  if (parts.direction === 'ago' && isWord(tokens[0], 'vor')) return written
  return { edtf: onSide(side, written.edtf, reading.guesses) }
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text
}

function sideAt(tokens: readonly Token[], at: number): Side | undefined {
  const is = meaningAt(tokens, at)
  return is === undefined ? undefined : sides[is]
}

function onSide(side: Side, edtf: string, guesses: string[]): string {
  if (side === 'since') return `${edtf}/..`
  if (side === 'until') return `../${edtf}`
  if (side === 'by' || side === 'orEarlier') return `[..${edtf}]`
  if (side === 'orLater') return `[${edtf}..]`
  const next = neighbour(edtf, side === 'before' ? -1 : 1)
  if (next === undefined) guesses.push(`The date itself was kept as the last that is possible.`)
  return side === 'before' ? `[..${next ?? edtf}]` : `[${next ?? edtf}..]`
}

/** The day, month or year before or after a date: what is before 1500 is 1499 or earlier. */
function neighbour(edtf: string, direction: 1 | -1): string | undefined {
  const reading = parseDate(edtf)
  if (!reading.ok || reading.date.kind !== 'point') return undefined
  const { precision, span, fields } = reading.date.date
  if (Math.abs(fields.year) > 9998 || fields.hour !== undefined) return undefined
  const { year, month, day } = fieldsOf(direction < 0 ? span.start - 1 : span.end)
  const marks = /[?~%]$/.exec(edtf)?.[0] ?? ''
  const two = (value: number): string => String(value).padStart(2, '0')
  if (precision === 'day') return `${yearText(year)}-${two(month)}-${two(day)}${marks}`
  if (precision === 'month' || precision === 'season') {
    return `${yearText(year)}-${two(month)}${marks}`
  }
  return yearText(year) + marks
}

/** "between 1500 and 1510": some time in there. */
function readBetween(tokens: readonly Token[], reading: Reading): Written {
  const and = tokens.findIndex((_, at) => meaningAt(tokens, at) === 'and')
  const split: Split | 'several' | undefined =
    and > 0 ? { left: tokens.slice(0, and), right: tokens.slice(and + 1) } : splitRange(tokens)
  if (split === undefined || split === 'several') return { expected: '"between" with two dates' }
  return readRange(split, reading, (start, end) => `[${start}..${end}]`)
}

/** "1500 or 1501". */
function readEither(left: readonly Token[], right: readonly Token[], reading: Reading): Written {
  return readRange({ left, right }, reading, (start, end) => `[${start},${end}]`)
}

function readRange(
  { left, right }: Split,
  reading: Reading,
  join = (start: string, end: string): string => `${start}/${end}`,
): Written {
  const { guesses } = reading
  const start = readEnd(left, reading)
  const end = readEnd(right, reading)
  const isOpen = right.length === 1 && meaningAt(right, 0) === 'open'
  if (typeof start === 'string') return { expected: start }
  if (typeof end === 'string' && !isOpen) return { expected: end }
  if (typeof end !== 'string') {
    if (isWinter(start, end)) return writeEdtf(start, guesses)
    if (start.bare !== undefined && end.bare !== undefined) return { expected: 'a year' }
    fillEnds(start, end, guesses)
  }
  const from = isUnknown(start) ? { edtf: '' } : writeEdtf(start, guesses, true)
  const to =
    typeof end === 'string'
      ? { edtf: '..' }
      : isUnknown(end)
        ? { edtf: '' }
        : writeEdtf(end, guesses, true)
  if ('expected' in from) return from
  if ('expected' in to) return to
  return { edtf: from.edtf === to.edtf ? from.edtf : join(from.edtf, to.edtf) }
}

/** One end; a lone `?` is an end that nobody knows, and has no parts but the doubt. */
function readEnd(tokens: readonly Token[], reading: Reading): DateParts | string {
  if (tokens.length === 0) return aDate
  const [first, second, ...rest] = tokens
  // "-500": a sign where no other date could be before it.
  if (first?.kind === 'dash' && first.sign === '-' && !first.spaced && second?.kind === 'number') {
    const { value, text } = second
    const year = readParts(rest, reading)
    if (typeof year === 'string' || year.year !== undefined || value === 0) return aDate
    return { ...year, year: -value, yearDigits: text.length }
  }
  return readParts(tokens, reading)
}

function isUnknown(parts: DateParts): boolean {
  return parts.uncertain === true && Object.keys(parts).length === 1
}

/** "Winter 2019/20" is one winter, named in EDTF by the year in which it starts. */
function isWinter(start: DateParts, end: DateParts): boolean {
  if (start.season !== 24 || start.year === undefined) return false
  const next = end.bare?.value ?? end.year
  const isNext = next === start.year + 1 || next === (start.year + 1) % 100
  return isNext && end.month === undefined && end.season === undefined
}

function withoutFirst({ left, right }: Split): Split {
  return { left: left.slice(1), right }
}

function meaningAt(tokens: readonly Token[], at: number): Meaning['is'] | undefined {
  const token = tokens[at]
  return token?.kind === 'word' ? token.meaning.is : undefined
}
