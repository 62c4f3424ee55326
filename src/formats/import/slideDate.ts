import { parseDate } from '#core/time/parseDate.ts'
import { foreignDate, type ForeignDate } from './foreignDate.ts'
import { isOngoing, joinDates } from './joinDates.ts'
import type { ImportNotes } from './importNotes.ts'
import { readLooseDate } from './looseDate.ts'
import type { Slide, SlideDate } from './slide.ts'

/** The date of a slide, and the words that its author shows for it. */
export interface DatedSlide {
  readonly date: string
  /** Left out where the words say nothing but the date. */
  readonly words?: string
}

/** What is told once for a whole file, with a count. */
export interface DateTally {
  midnights: number
  approximate: number
}

/**
 * Reads when a slide is; undefined, with a problem, when nothing tells. Words such as "c. 1850" make
 * the date approximate: TimelineJS has no other place for that.
 */
export function slideDate(
  slide: Slide,
  notes: ImportNotes,
  tally: DateTally,
): DatedSlide | undefined {
  const start = read(slide.start)
  if (start.kind === 'none') {
    const title = slide.headline.replaceAll(/<[^<>]*>/g, '').slice(0, 60)
    const message = title === '' ? 'This has no date.' : `${JSON.stringify(title)} has no date.`
    notes.report(
      'error',
      'date-missing',
      message,
      'Expected a year at least. It was left out.',
      slide.spot(),
    )
    return undefined
  }
  if (start.kind === 'unreadable') {
    const message = `The date ${JSON.stringify(start.text.slice(0, 80))} cannot be read.`
    const hint = `Expected ${start.expected}. It was left out.`
    notes.report('error', 'date-unreadable', message, hint, slide.spot('start'))
    return undefined
  }
  tell(start, slide, 'start', notes, tally)
  const date = withEnd(start.edtf, slide, notes, tally)
  return inWords(date, slide.displayDate.trim(), tally)
}

function read(date: SlideDate): ForeignDate {
  if (!('text' in date)) return foreignDate(date)
  const text = date.text.trim()
  if (text === '') return { kind: 'none' }
  // The readers of all versions of TimelineJS take 12/31/2011 for the last day of a year.
  const loose = readLooseDate(text, { order: 'month-first' })
  if (loose.kind !== 'date') {
    return {
      kind: 'unreadable',
      text,
      expected: loose.kind === 'unreadable' ? loose.expected : 'a date',
    }
  }
  const guesses = loose.guess === undefined ? [] : [loose.guess]
  return { kind: 'date', edtf: loose.edtf, faults: [], guesses, midnight: false }
}

function tell(
  { faults, guesses, midnight, edtf }: Extract<ForeignDate, { kind: 'date' }>,
  slide: Slide,
  field: 'start' | 'end',
  notes: ImportNotes,
  tally: DateTally,
): void {
  if (midnight) tally.midnights += 1
  for (const fault of faults) {
    notes.report(
      'warning',
      'import-date-part',
      fault,
      `The rest was read as ${edtf}.`,
      slide.spot(field),
    )
  }
  if (guesses.length > 0) {
    notes.report(
      'note',
      'import-date-guessed',
      `Read as ${edtf}.`,
      guesses.join(' '),
      slide.spot(field),
    )
  }
}

function withEnd(start: string, slide: Slide, notes: ImportNotes, tally: DateTally): string {
  const words = 'text' in slide.end ? slide.end.text : (slide.end.year ?? '')
  if (isOngoing(words)) return joined(start, '..', slide, notes)
  const end = read(slide.end)
  if (end.kind === 'none') return start
  if (end.kind === 'unreadable') {
    const message = `The end ${JSON.stringify(end.text.slice(0, 80))} cannot be read.`
    const hint = `Expected ${end.expected}. Only the start was taken.`
    notes.report('warning', 'date-unreadable', message, hint, slide.spot('end'))
    return start
  }
  tell(end, slide, 'end', notes, tally)
  return joined(start, end.edtf, slide, notes)
}

function joined(start: string, end: string, slide: Slide, notes: ImportNotes): string {
  const join = joinDates(start, end)
  if (join.ok) return join.edtf
  if (join.reason === 'not-plain') {
    const message = `The start ${start} and the end ${end} are not both single dates.`
    notes.report(
      'warning',
      'value-unusable',
      message,
      'Only the start was taken.',
      slide.spot('end'),
    )
  } else {
    const message = `The end ${end} is before the start ${start}.`
    notes.report(
      'warning',
      'date-end-before-start',
      message,
      'Only the start was taken.',
      slide.spot('end'),
    )
  }
  return start
}

function inWords(date: string, words: string, tally: DateTally): DatedSlide {
  if (words === '') return { date }
  const shown = readLooseDate(words, { order: 'month-first' })
  if (shown.kind !== 'date') return { date, words }
  if (shown.edtf === date) return { date }
  const doubted = withDoubtOf(shown.edtf, date)
  if (doubted === undefined) return { date, words }
  tally.approximate += 1
  return { date: doubted, words }
}

/** The date with the doubts of the words that are shown for it. */
function withDoubtOf(shown: string, date: string): string | undefined {
  if (!/[~?%]/.test(shown) || /[~?%T[{]/.test(date)) return undefined
  if (shown.replaceAll(/[~?%]/g, '') === date) return shown
  // "c. 2500–1900 BCE" stands beside a single year, which is no surer for it.
  const [start = '', ...end] = date.split('/')
  const doubted = [`${start}~`, ...end].join('/')
  return /[~%]/.test(shown) && parseDate(doubted).ok ? doubted : undefined
}
