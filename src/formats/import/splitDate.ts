import { type DateCells, readDateCells, type RowDate } from './columnDates.ts'
import type { DateOrder } from './looseDate.ts'

/** A text that begins with a date, or ends with one in brackets, taken apart. */
export interface SplitDate {
  readonly date: Exclude<RowDate, { kind: 'none' | 'unreadable' }>
  /** Where the rest begins and ends in the text. */
  readonly from: number
  readonly to: number
}

/** Farther in, a sign parts no date from what happened. */
const farthest = 60

/** Signs that part a date from a text, with the blanks around them. */
const separators =
  /[:：](?=\s|$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\s+[-–—|→⇒•·]+\s+|[–—]\s+|\t|[\])）】](?=\s|$)/gu
/** In a list these do, too; in prose they part words. */
const weakSeparators = /[,.;](?=\s)/g

/** Dates that need no sign behind them; in prose they may begin a sentence. */
const clearStart =
  /^(?:\d{4}(?:-\d\d){0,2}s?|\d{1,2}\.? \p{L}{3,9}\.?,? \d{4}|\p{L}{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\p{L}{3,9} \d{4})\s+(?=[\p{L}"“«(])/u
/** Chinese needs no sign at all. */
const clearChinese =
  /^(?:公元前|公元|西元前?)?\d{1,4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?[，,：:\s]*/u

/**
 * Finds the date at the start of a text (`2014-12: …`, `12 March 1999 – …`, `2016年5月31日…`), or in
 * brackets at its end. Prose is not taken apart at a comma. `around` is the date of the heading above, which may know the year or the day.
 */
export function splitDate(
  text: string,
  order: DateOrder | undefined,
  around: string | undefined,
  kind: 'entry' | 'prose',
): SplitDate | undefined {
  const whole = read(text, order, around)
  if (whole !== undefined) return { date: whole, from: text.length, to: text.length }
  const head = text.slice(0, farthest)
  // The longest that is a date: "2016 – 2019: …" begins with another one.
  const signs = kind === 'entry' ? [separators, weakSeparators] : [separators]
  const cuts = signs
    .flatMap((sign) => Array.from(head.matchAll(sign)))
    .sort((a, b) => b.index - a.index)
  for (const { 0: sign, index } of cuts) {
    const date = read(text.slice(0, index), order, around)
    if (date !== undefined) return { date, from: index + sign.length, to: text.length }
  }
  const clear = (clearChinese.exec(head) ?? (kind === 'entry' ? clearStart.exec(head) : null))?.[0]
  if (clear !== undefined) {
    const date = read(clear.replace(/[，,：:\s]+$/u, ''), order, around)
    if (date !== undefined) return { date, from: clear.length, to: text.length }
  }
  if (kind === 'prose') return undefined
  const tail = /[([（【]([^()[\]（）【】]{4,40})[)\]）】]\s*[.。]?\s*$/u.exec(text)
  if (tail?.[1] !== undefined && around === undefined) {
    const date = read(tail[1], order, undefined)
    if (date !== undefined) return { date, from: 0, to: tail.index }
  }
  return undefined
}

/** A whole text as a date. */
function read(
  text: string,
  order: DateOrder | undefined,
  around: string | undefined,
): SplitDate['date'] | undefined {
  const bare = text.trim().replace(/^[([（【"“*_]+|[)\]）】"”*_:：.,]+$/gu, '')
  if (bare === '' || bare.length > farthest) return undefined
  if (around !== undefined) {
    const within = readWithin(bare, around)
    if (within !== undefined) return within
  }
  // A bare number is a year only if nobody could take it for something else.
  if (/^\d{1,3}$/.test(bare)) return undefined
  return found(readDateCells({ ...empty, date: bare }, order))
}

const empty: DateCells = { date: '', year: '', month: '', day: '', time: '' }

function found(read: RowDate): SplitDate['date'] | undefined {
  return read.kind === 'date' || read.kind === 'either' ? read : undefined
}

/** A month or a day under a year, a time under a day. */
function readWithin(text: string, around: string): SplitDate['date'] | undefined {
  if (/^-?\d{4}-\d\d-\d\d$/.test(around)) {
    const read = readDateCells({ ...empty, date: around, time: text }, undefined)
    return read.kind === 'date' && read.guess === undefined && read.edtf.includes('T')
      ? read
      : undefined
  }
  const year = /^-?\d{4}/.exec(around)?.[0]
  if (year === undefined || /\d{4}/.test(text)) return undefined
  const isPart = /\p{L}{3,}/u.test(text) || /^\d{1,2}月(\d{1,2}[日号])?$/u.test(text)
  if (!isPart) return undefined
  const whole = /月/.test(text) ? `${year}年${text}` : `${text} ${year}`
  const read = found(readDateCells({ ...empty, date: whole }, undefined))
  return read?.kind === 'date' && read.edtf.startsWith(year) ? read : undefined
}
