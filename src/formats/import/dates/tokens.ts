import { readChineseNumbers, readRomanNumbers } from './otherNumbers.ts'
import { type Meaning, meaningOf, spreadWords } from './words.ts'

/** A time of day as written; `zone` in minutes from UTC. */
export interface ClockTime {
  readonly hour: number
  readonly minute?: number
  readonly second?: number
  /** Digits after the point, at most three. */
  readonly fraction?: string
  readonly zone?: number
}

export interface NumberToken {
  readonly kind: 'number'
  /** Digits only. */
  readonly text: string
  readonly value: number
  /** `8th`, `8.`, `1er`. */
  readonly ordinal: boolean
  /** `1940s`, `40er`. */
  readonly decade: boolean
  /** `'18`: the century is left out. */
  readonly short: boolean
}

export type Token =
  | NumberToken
  | { readonly kind: 'word'; readonly text: string; readonly meaning: Meaning }
  | { readonly kind: 'time'; readonly time: ClockTime }
  /** Numbers with one sign between them, as in `31.05.2016`, `2016/05`, `05/2016`, `31.5.`. */
  | { readonly kind: 'numeric'; readonly parts: readonly string[]; readonly sign: string }
  /** Any dash, a slash, or a tilde between two dates. */
  | { readonly kind: 'dash'; readonly sign: string; readonly spaced: boolean }
  | { readonly kind: 'question' | 'tilde' }

// Sticky, and no quantifier can match where its neighbour can: linear time.
const time =
  /t?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s?([ap])\s?m(?!\p{L}))?(?![\d:])/uy
const hour =
  /(\d{1,2})\s?(?:([ap])\s?m|(?:h|uhr|时|時|点|點)(?:\s?(\d{2})(?:\s?(?:分|min))?)?)(?!\p{L})/uy
const offset = /\s?(?:(?:utc|gmt)\s?)?([+-])(\d{1,2})(?::?(\d{2}))?(?![\d:/.-])/y
const threeNumbers = /(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})(?!\d)/y
const yearAndMonth = /(\d{4})([-/.])(0?[1-9]|1[0-2])(?![\d\p{L}]|[-/.]\d)/uy
const monthAndYear = /(0?[1-9]|1[0-2])([-/.])(\d{4})(?![\d\p{L}]|[-/.]\d)/uy
const dayAndMonth = /(\d{1,2})\.\s?(\d{1,2})\.(?!\s?\d)/y
const number =
  /(')?(\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,3}(?: \d{3}){0,3} 000(?!\d)|\d+(?:\.\d+)?)(?:(st|nd|rd|th|eme|e|er|°|º|ª)(?![\p{L}\d])|('?s)(?![\p{L}\d]))?/uy
const word = /[qh][1-4](?!\d)|\p{L}+/uy
const dash = /(\s*)([-–—~/])(\s*)/y
/** The basic format of ISO 8601, as calendars have it: 20160531T153000Z. */
const compact = /^(\d{4})(\d\d)(\d\d)t(\d\d)(\d\d)(\d\d)(?=z?$)/
const comment = /\s\([^()]*\)$/

/**
 * Lower case, without accents, full-width forms or dots of abbreviations; one kind of blank and few
 * kinds of dash. An en dash stays one: it parts two dates, where a hyphen may join one.
 */
function simplify(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[‐‑‒−]/g, '-')
    .replaceAll(/[―〜]/g, '–')
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/(?<=\p{L})\./gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** The tokens of a date, or the first thing in it that means nothing here. */
export function readTokens(text: string): readonly Token[] | string {
  const simple = simplify(text)
  // `GMT+0200 (Central European Summer Time)`: what a script prints.
  const said = simple.includes(':')
    ? simple.replace(comment, '')
    : simple.replace(compact, '$1-$2-$3t$4:$5:$6')
  const source = readRomanNumbers(spreadWords(readChineseNumbers(said))).replaceAll(/\s+/g, ' ')
  const tokens: Token[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const found = pattern.exec(source) ?? undefined
    if (found !== undefined) at = pattern.lastIndex
    return found
  }
  while (at < source.length) {
    const token = nextToken(take, tokens.length === 0)
    if (token === undefined) {
      if (!/[\s,;.()[\]。,、]/.test(source[at] ?? '')) return source.slice(at).split(' ')[0] ?? ''
      at += 1
    } else if (typeof token === 'string') return token
    else tokens.push(token)
  }
  return tokens
}

type Take = (pattern: RegExp) => RegExpExecArray | undefined

function nextToken(take: Take, isFirst: boolean): Token | string | undefined {
  const clock = readTime(take)
  if (clock !== undefined) return { kind: 'time', time: clock }
  const three = take(threeNumbers)
  if (three !== undefined) return numeric([three[1], three[3], three[4]], three[2])
  const two = take(yearAndMonth) ?? take(monthAndYear)
  if (two !== undefined) return numeric([two[1], two[3]], two[2])
  const dayMonth = take(dayAndMonth)
  if (dayMonth !== undefined) return numeric([dayMonth[1], dayMonth[2]], '.')
  const found = take(number)
  if (found !== undefined) return numberToken(found)
  const letters = take(word)
  if (letters !== undefined) return wordToken(letters[0])
  const line = take(dash)
  if (line !== undefined) {
    const [, before = '', sign = '', after = ''] = line
    if (sign === '~' && (isFirst || (before !== '' && after === ''))) return { kind: 'tilde' }
    return { kind: 'dash', sign, spaced: before !== '' && after !== '' }
  }
  return take(/\s?\?/y) === undefined ? undefined : { kind: 'question' }
}

function numeric(parts: readonly (string | undefined)[], sign = ''): Token {
  return { kind: 'numeric', parts: parts.map((part) => part ?? ''), sign }
}

function wordToken(text: string): Token | string {
  const meaning = meaningOf(text)
  return meaning === undefined ? text : { kind: 'word', text, meaning }
}

function numberToken([, short, written = '', ordinal, decade]: RegExpExecArray): Token {
  const text = written.replaceAll(/[ ,]/g, '')
  const value = Number(text)
  const isDecade = decade !== undefined || (ordinal === 'er' && value >= 10 && value % 10 === 0)
  return {
    kind: 'number',
    text,
    value,
    ordinal: ordinal !== undefined && !isDecade,
    decade: isDecade,
    short: short !== undefined,
  }
}

function readTime(take: Take): ClockTime | undefined {
  const clock = take(time)
  if (clock !== undefined) {
    const [, hours, minutes, seconds, fraction, half] = clock
    return {
      hour: onClock(Number(hours), half),
      minute: Number(minutes),
      ...(seconds === undefined ? {} : { second: Number(seconds) }),
      ...(fraction === undefined ? {} : { fraction: fraction.slice(0, 3) }),
      ...readOffset(take),
    }
  }
  const plain = take(hour)
  if (plain === undefined) return undefined
  const [, hours, half, minutes] = plain
  return {
    hour: onClock(Number(hours), half),
    ...(minutes === undefined ? {} : { minute: Number(minutes) }),
  }
}

/** 12 p.m. is noon, 12 a.m. midnight. */
function onClock(hours: number, half: string | undefined): number {
  if (half === undefined || hours > 12) return hours
  return (hours % 12) + (half === 'p' ? 12 : 0)
}

function readOffset(take: Take): { readonly zone?: number } {
  const found = take(offset)
  if (found === undefined) return {}
  const [, sign, hours, minutes] = found
  const zone = Number(hours) * 60 + Number(minutes ?? 0)
  return { zone: sign === '-' ? -zone || 0 : zone }
}
