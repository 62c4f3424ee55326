import { parseDate } from '#core/time/parseDate.ts'
import { type DateOrder, readLooseDate } from './looseDate.ts'

/** The cells of one row that say when. */
export interface DateCells {
  readonly date: string
  readonly year: string
  readonly month: string
  readonly day: string
  readonly time: string
}

/** What the cells of one row say when put together. */
export type RowDate =
  | {
      readonly kind: 'date'
      readonly edtf: string
      readonly guess?: string
      /** A cell that says more than the date does, and would be lost with it. */
      readonly unread?: string
    }
  | { readonly kind: 'none' }
  /** Two days that it can be, the earlier one first. */
  | { readonly kind: 'either'; readonly days: readonly [string, string]; readonly text: string }
  | { readonly kind: 'unreadable'; readonly text: string; readonly expected: string }

const numeric = /^\D{0,12}?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/

/**
 * What `03/04/2018` means in a file: 13 or more in one place decides for all of them. Undefined when
 * nothing decides, or when both orders occur.
 */
export function orderOf(cells: Iterable<string>): DateOrder | undefined {
  let dayFirst = false
  let monthFirst = false
  for (const cell of cells) {
    const match = numeric.exec(cell)
    if (match === null) continue
    const [first, second] = [Number(match[1]), Number(match[2])]
    if (first > 12 && second <= 12) dayFirst = true
    if (second > 12 && first <= 12) monthFirst = true
  }
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'day-first' : 'month-first'
}

/** Reads the date of a row: its own cell first, then year, month and day put together. */
export function readDateCells(cells: DateCells, order: DateOrder | undefined): RowDate {
  const own = readOne(cells.date, order)
  const parts = readParts(cells)
  if (own.kind === 'none') return parts
  if (own.kind === 'unreadable' && parts.kind === 'date') {
    const guess = `"${own.text.slice(0, 80)}" could not be read as a date; the year was taken.`
    return { ...parts, guess, unread: own.text }
  }
  return own.kind === 'date' ? withTime(own, cells.time) : own
}

function readOne(text: string, order: DateOrder | undefined): RowDate {
  if (isNothing(text)) return { kind: 'none' }
  const edtf = parseDate(text)
  // What is EDTF already stays as it is written, to the letter.
  if (edtf.ok && edtf.notes.length === 0 && !/^\d{1,3}$/.test(text)) {
    return { kind: 'date', edtf: edtf.date.edtf }
  }
  const read = readLooseDate(text, order === undefined ? {} : { order })
  if (read.kind === 'unreadable') return { kind: 'unreadable', text, expected: read.expected }
  if (read.kind === 'ambiguous') {
    const days: [string, string] = [read.dayFirst, read.monthFirst]
    return { kind: 'either', days: days[0] < days[1] ? days : [days[1], days[0]], text }
  }
  const { edtf: date, guess } = read
  return guess === undefined ? { kind: 'date', edtf: date } : { kind: 'date', edtf: date, guess }
}

/** Year, month and day from columns of their own. */
function readParts({ year, month, day, time }: DateCells): RowDate {
  const read = readOne(year, undefined)
  if (read.kind !== 'date' || isNothing(month)) return read
  const monthNumber = readMonth(month)
  if (!/^-?\d{4}$/.test(read.edtf) || monthNumber === undefined) {
    return { kind: 'unreadable', text: `${year} ${month}`, expected: 'a year and a month' }
  }
  const yearMonth = `${read.edtf}-${monthNumber}`
  if (isNothing(day)) return { ...read, edtf: yearMonth }
  const edtf = `${yearMonth}-${day.trim().replace(/\D+$/, '').padStart(2, '0')}`
  if (!parseDate(edtf).ok) {
    return { kind: 'unreadable', text: `${year} ${month} ${day}`, expected: 'a day that exists' }
  }
  return withTime({ ...read, edtf }, time)
}

function readMonth(text: string): string | undefined {
  const number = /^\s*(\d{1,2})(?:\.0)?\s*月?\s*$/.exec(text)?.[1]
  if (number !== undefined) {
    return Number(number) >= 1 && Number(number) <= 12 ? number.padStart(2, '0') : undefined
  }
  const read = readLooseDate(`1 ${text} 2001`)
  return read.kind === 'date' ? /^2001-(\d\d)-01$/.exec(read.edtf)?.[1] : undefined
}

type PlainDate = Extract<RowDate, { kind: 'date' }>

/** Adds a time of day; one that cannot be read is told, and the day stays. */
function withTime(date: PlainDate, text: string): PlainDate {
  if (isNothing(text) || !/^-?\d{4}-\d\d-\d\d$/.test(date.edtf)) return date
  const time = readTime(text)
  if (time === undefined) {
    return { ...date, guess: `The time "${text}" could not be read.`, unread: text }
  }
  return { ...date, edtf: `${date.edtf}T${time}` }
}

function readTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?\s*([ap]\.?m\.?)?\s*$/i.exec(text)
  if (match === null) return undefined
  const [, hourText, minute = '00', second, half] = match
  if (match[2] === undefined && half === undefined) return undefined
  const written = Number(hourText)
  const hour = half === undefined ? written : (written % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hour > 23 || Number(minute) > 59 || (half !== undefined && written > 12)) return undefined
  const clock = `${String(hour).padStart(2, '0')}:${minute}`
  return second === undefined || second === '00' ? clock : `${clock}:${second}`
}

/** What people write where there is nothing to write. */
export function isNothing(text: string): boolean {
  return /^(|n\.?\/?a\.?|nan|nat|none|null|nil|undefined|unknown|tbd|tba|[-–—?.]+|#n\/a|无|未知|不详)$/i.test(
    text.trim(),
  )
}
