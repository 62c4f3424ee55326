import type { EventDate, IntervalEnd } from './eventDate.ts'
import { explainDate } from './explainDate.ts'
import { parsePoint } from './parsePoint.ts'

export type DateReading =
  | { readonly ok: true; readonly date: EventDate; readonly notes: readonly string[] }
  | {
      readonly ok: false
      /** Completes the sentence "expected …". */
      readonly expected: string
    }

/** Longest text that is looked at. */
const longest = 200

/**
 * Reads a date in EDTF (ISO 8601-2), levels 0 to 2: a date, an interval `a/b`, or a set `[a,b..c]` or
 * `{a,b}`. Takes linear time, reads at most 200 characters, and never throws. `notes` tell what was
 * read in another way than it was written. The grammar, with every deviation: docs/dates.md.
 */
export function parseDate(text: string): DateReading {
  if (text.length > longest) return fail(`at most ${String(longest)} characters`)
  const trimmed = text.trim()
  const upper = normalise(trimmed)
  const notes: string[] = []
  if (upper !== trimmed) notes.push(`Read as ${upper}.`)
  const reading = readAny(upper, notes)
  return typeof reading === 'string' ? fail(reading) : { ok: true, date: reading, notes }
}

/** Lower-case letters and a blank before a time are common slips with one possible meaning. */
function normalise(text: string): string {
  if (!/[a-z ]/.test(text)) return text
  const spaced = text.replace(/(\d\d) (?=\d\d:)/g, '$1T')
  return spaced.replace(/[xytzes]/g, (letter) => letter.toUpperCase())
}

function fail(expected: string): DateReading {
  return { ok: false, expected }
}

function readAny(text: string, notes: string[]): EventDate | string {
  if (text.startsWith('[')) return readSet(text, ']', 'one', notes)
  if (text.startsWith('{')) return readSet(text, '}', 'all', notes)
  return text.includes('/') ? readInterval(text, notes) : readPoint(text, notes)
}

function readPoint(text: string, notes: string[]): EventDate | string {
  const reading = parsePoint(text)
  if (!reading.ok) return reading.expected
  addNotes(notes, reading.notes)
  return { kind: 'point', date: reading.date, edtf: reading.date.edtf }
}

function readInterval(text: string, notes: string[]): EventDate | string {
  const parts = text.split('/')
  const [startText = '', endText = ''] = parts
  if (parts.length !== 2) return explainInterval(text)
  return interval(readEnd(startText, notes), readEnd(endText, notes), '/')
}

function readEnd(text: string, notes: string[]): IntervalEnd | string {
  if (text === '') return { kind: 'unknown' }
  if (text === '..') return { kind: 'open' }
  const reading = parsePoint(text)
  if (!reading.ok) return reading.expected
  addNotes(notes, reading.notes)
  return { kind: 'date', date: reading.date }
}

function interval(
  start: IntervalEnd | string,
  end: IntervalEnd | string,
  join: '/' | '..',
): EventDate | string {
  if (typeof start === 'string') return start
  if (typeof end === 'string') return end
  const from = start.kind === 'date' ? start.date : undefined
  const to = end.kind === 'date' ? end.date : undefined
  if (from === undefined && to === undefined) return 'a date at one end of the interval at least'
  if (from !== undefined && to !== undefined && to.span.end <= from.span.start) {
    return `an interval that runs forwards: it ends before it starts; write ${to.edtf}${join}${from.edtf}`
  }
  const edtf =
    join === '/' ? `${endText(start)}/${endText(end)}` : `${from?.edtf ?? ''}..${to?.edtf ?? ''}`
  return { kind: 'interval', start, end, edtf }
}

function endText(end: IntervalEnd): string {
  if (end.kind === 'date') return end.date.edtf
  return end.kind === 'open' ? '..' : ''
}

/** `2014/05/06` is three parts, and most likely one date. */
function explainInterval(text: string): string {
  const expected = explainDate(text)
  return expected.startsWith('hyphens') || expected.startsWith('the year first')
    ? expected
    : 'two dates with one / between them'
}

function readSet(
  text: string,
  close: ']' | '}',
  kind: 'one' | 'all',
  notes: string[],
): EventDate | string {
  if (!text.endsWith(close)) return `${close} at the end of the set`
  const members: EventDate[] = []
  for (const part of text.slice(1, -1).split(',')) {
    const member = readMember(part.trim(), notes)
    if (typeof member === 'string') return member
    members.push(member)
  }
  const inner = members.map((member) => member.edtf).join(',')
  return { kind, members, edtf: kind === 'one' ? `[${inner}]` : `{${inner}}` }
}

/** A date, or a stretch `a..b`, `..b`, `a..`, whose missing end is open. */
function readMember(text: string, notes: string[]): EventDate | string {
  const cut = text.indexOf('..')
  if (cut === -1) return readPoint(text, notes)
  const open: IntervalEnd = { kind: 'open' }
  const startText = text.slice(0, cut)
  const endText = text.slice(cut + 2)
  return interval(
    startText === '' ? open : readEnd(startText, notes),
    endText === '' ? open : readEnd(endText, notes),
    '..',
  )
}

function addNotes(notes: string[], more: readonly string[]): void {
  for (const note of more) if (!notes.includes(note)) notes.push(note)
}
