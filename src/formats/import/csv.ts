import { orderOf, readDateCells, type RowDate } from './columnDates.ts'
import type { CsvMapping, CsvRole } from './csvMapping.ts'
import { type CsvRow, type CsvTable, readCsvTable } from './csvTable.ts'
import {
  addDetails,
  addList,
  addMedia,
  addTexts,
  type EventDraft,
  startDrafts,
} from './csvEvent.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { isOngoing, joinDates } from './joinDates.ts'
import { type DateOrder, readLooseDate } from './looseDate.ts'
import { shortTitle } from './shortTitle.ts'

export interface CsvOptions {
  /** What `03/04/2018` means. Left out, the columns of dates decide, if they can. */
  readonly dateOrder?: DateOrder
}

/** A table whose first row may hold names or, where it holds a date, an event. */
export function readTableOfEvents(text: string): CsvTable {
  return readCsvTable(text, {
    isHeader: (cells) =>
      !cells.some((cell) => /\d/.test(cell) && readLooseDate(cell).kind === 'date'),
  })
}

/** Makes events of the rows of any table, by `mapping`. Lines in problems are those of the file. */
export function importCsv(text: string, mapping: CsvMapping, options: CsvOptions = {}): Imported {
  return importTable(readTableOfEvents(text), mapping, options)
}

/** The same for a table that is read already, from CSV or out of Markdown. */
export function importTable(
  table: CsvTable,
  { roles }: CsvMapping,
  { dateOrder }: CsvOptions = {},
): Imported {
  const notes = startNotes()
  const order = dateOrder ?? orderOf(dateCells(table, roles))
  const drafts = startDrafts(table, roles, notes)
  const ordered: Ordering = { order, undecided: 0, example: undefined }
  const events = table.rows.flatMap((row) => {
    const event = dateOf(row, table, roles, ordered, notes)
    if (event === undefined) return []
    addTexts(event, row, drafts)
    addList(event, row, drafts)
    addMedia(event, row, drafts)
    addDetails(event, row, drafts)
    if (Object.keys(event).some((field) => field !== 'date')) return [titled(event)]
    notes.report(
      'note',
      'import-row-empty',
      `Row ${String(row.line)} has a date and nothing else.`,
      'It was left out.',
      { line: row.line },
    )
    return []
  })
  reportOrder(ordered, notes)
  for (const [index, column] of table.columns.entries()) {
    if (roles[index] === 'ignore') notes.lose(`Column "${column}" is ignored`, { line: 1 })
  }
  if (table.rows.length > 0 && events.length === 0) {
    notes.report(
      'warning',
      'import-nothing',
      `None of the ${String(table.rows.length)} rows became an event.`,
      'See which column was taken for the date, and name another.',
    )
  }
  return {
    json: { version: 1, title: 'Untitled timeline', ...drafts.registers(), events },
    problems: [...table.problems, ...notes.finish()],
  }
}

/** How the question of day or month stands. */
interface Ordering {
  readonly order: DateOrder | undefined
  undecided: number
  example: { readonly text: string; readonly line: number } | undefined
}

function dateCells(table: CsvTable, roles: readonly CsvRole[]): string[] {
  return table.rows.flatMap(({ cells }) =>
    cells.filter((_, index) => roles[index] === 'date' || roles[index] === 'end'),
  )
}

/** The event of a row with its date; undefined, with a problem, when there is none. */
function dateOf(
  row: CsvRow,
  { columns }: CsvTable,
  roles: readonly CsvRole[],
  ordered: Ordering,
  notes: ImportNotes,
): EventDraft | undefined {
  const cell = (role: CsvRole): string => unguarded(row.cells[roles.indexOf(role)]?.trim() ?? '')
  const named = (role: CsvRole): string => columns[roles.indexOf(role)] ?? ''
  const { line } = row
  const start = readDateCells(
    {
      date: cell('date'),
      year: cell('year'),
      month: cell('month'),
      day: cell('day'),
      time: cell('time'),
    },
    ordered.order,
  )
  const endText = cell('end')
  const end: RowDate = isOngoing(endText)
    ? { kind: 'date', edtf: '..' }
    : readDateCells(
        {
          date: endText,
          year: cell('endYear'),
          month: cell('endMonth'),
          day: cell('endDay'),
          time: cell('endTime'),
        },
        ordered.order,
      )

  for (const read of [start, end]) {
    if (read.kind !== 'date' || read.guess === undefined) continue
    notes.report('note', 'import-date-guessed', `Read as ${read.edtf}.`, read.guess, { line })
  }
  const either = [start, end].find((read) => read.kind === 'either')
  if (either?.kind === 'either') {
    ordered.undecided += 1
    ordered.example ??= { text: either.text, line }
    // One of two days is what it is; with an end there is no such date in EDTF.
    if (start.kind === 'either' && end.kind === 'none') return { date: `[${start.days.join(',')}]` }
    const message = `"${either.text}" is one of two days, and part of an interval.`
    notes.report('error', 'import-date-order', message, orderHint('The row was left out.'), {
      line,
    })
    return undefined
  }
  const broken = [start, end].find((read) => read.kind === 'unreadable')
  if (start.kind === 'unreadable' || (start.kind === 'none' && end.kind !== 'date')) {
    const [code, message, hint] =
      broken?.kind === 'unreadable'
        ? ([
            'date-unreadable',
            `"${broken.text.slice(0, 80)}" is no date that we can read.`,
            `Expected ${broken.expected}. The row was left out.`,
          ] as const)
        : ([
            'date-missing',
            `The row has no date${named('date') === '' ? '' : ` in "${named('date')}"`}.`,
            'The row was left out.',
          ] as const)
    notes.report('error', code, message, hint, { line })
    return undefined
  }
  const unread = [start, end].flatMap((read) => (read.kind === 'date' ? (read.unread ?? []) : []))
  if (end.kind === 'unreadable') {
    const message = `The end "${end.text.slice(0, 80)}" is no date that we can read.`
    const hint = 'Only the start was taken; the text is in the note on the date.'
    notes.report('warning', 'date-unreadable', message, hint, { line })
    unread.push(`end: ${end.text}`)
  }
  const from = start.kind === 'date' ? start.edtf : ''
  const date = join(from, end.kind === 'date' ? end.edtf : '', line, notes)
  if (date === undefined) return undefined
  return unread.length === 0 ? { date } : { date, dateNote: unread.join('; ') }
}

/** A row whose texts all stand in columns of their own is called by the first of them. */
function titled(event: EventDraft): EventDraft {
  const first = event.details?.[0]?.value
  return event.title === undefined && first !== undefined
    ? { ...event, title: shortTitle(first).title }
    : event
}

function join(start: string, end: string, line: number, notes: ImportNotes): string | undefined {
  const joined = joinDates(start, end)
  if (joined.ok) return joined.edtf
  if (joined.reason === 'not-plain') {
    const message = `The start ${start} is no single date, so the end ${end} cannot be joined to it.`
    notes.report('warning', 'value-unusable', message, 'The end was left out.', { line })
    return start
  }
  const message = `The end ${end} is before the start ${start}.`
  notes.report('error', 'date-end-before-start', message, 'The row was left out.', { line })
  return undefined
}

function reportOrder({ undecided, example }: Ordering, notes: ImportNotes): void {
  if (example === undefined) return
  const message = `${String(undecided)} dates such as "${example.text}" are day first or month first.`
  const done = 'Until then each is kept as one of two days.'
  notes.report('warning', 'import-date-order', message, orderHint(done), { line: example.line })
}

function orderHint(done: string): string {
  return `Nothing in the file says which: say it, or write the dates as 2018-04-03. ${done}`
}

/** An apostrophe that an exporter put before a sign, so that no spreadsheet takes it for a formula. */
function unguarded(cell: string): string {
  return /^'[-+=@]/.test(cell) ? cell.slice(1) : cell
}
