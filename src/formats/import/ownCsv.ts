import { parseDate } from '#core/time/parseDate.ts'
import { orderOf, readDateCells } from './columnDates.ts'
import type { CsvRow, CsvTable } from './csvTable.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import type { DateOrder } from './looseDate.ts'
import { type NameRegister, startRegister } from './nameRegister.ts'
import { eventRow, ownRows, type OwnRow, unguardCell } from './ownColumns.ts'
import { readCell } from './ownCells.ts'

type Json = Readonly<Record<string, unknown>>

/** A row that became an entry of some list. */
interface Entry {
  readonly json: Json
  readonly line: number
}

/**
 * Reads a table with our own columns (ownColumns.ts). What our export wrote comes back as it was;
 * what people add by hand may be looser: dates as people write them, names where ids belong.
 */
export function importOwnCsv(
  table: CsvTable,
  { dateOrder }: { dateOrder?: DateOrder } = {},
): Imported {
  const notes = startNotes()
  const languages = tableLanguages(table)
  const lists = new Map<string, Entry[]>()
  let about: Json = {}
  for (const row of table.rows) {
    const type = cellOf(table, row, 'type').trim().toLowerCase()
    const known = type === '' ? eventRow : Object.hasOwn(ownRows, type) ? ownRows[type] : undefined
    if (known === undefined) {
      const message = `The type "${type.slice(0, 80)}" is none of ${Object.keys(ownRows).join(', ')}.`
      notes.report('warning', 'value-unknown', message, 'Read as an event.', { line: row.line })
    }
    const { list, fields } = known ?? eventRow
    const json = readRow(table, row, fields, languages, notes)
    if (list === undefined) {
      about = json
      continue
    }
    const entries = lists.get(list)
    if (entries === undefined) lists.set(list, [{ json, line: row.line }])
    else entries.push({ json, line: row.line })
  }

  const events = looseDates(lists.get('events') ?? [], dateOrder, notes)
  const { named, registers } = resolveNames(events, lists)
  const other = Object.fromEntries(
    Array.from(lists, ([list, entries]) => [list, entries.map(({ json }) => json)]),
  )
  return {
    json: {
      version: 1,
      title: 'Untitled timeline',
      ...about,
      ...(languages.own === undefined ? {} : { language: languages.own }),
      ...other,
      ...registers,
      events: named,
    },
    problems: [...table.problems, ...notes.finish()],
  }
}

function cellOf({ columns }: CsvTable, { cells }: CsvRow, column: string): string {
  return unguardCell(cells[columns.indexOf(column)] ?? '')
}

interface Languages {
  /** Of columns without a tag. */
  readonly own: string | undefined
  /** Tags of further columns, by the name of the column that they go with. */
  readonly tags: ReadonlyMap<string, readonly string[]>
}

/** The language of plain columns stands in the row about the timeline. */
function tableLanguages(table: CsvTable): Languages {
  const tags = new Map<string, string[]>()
  for (const column of table.columns) {
    const at = column.indexOf('@')
    if (at === -1) continue
    const base = column.slice(0, at)
    tags.set(base, [...(tags.get(base) ?? []), column.slice(at + 1)])
  }
  const about = table.rows.find((row) => cellOf(table, row, 'type').trim() === 'timeline')
  const { language } = about === undefined ? {} : (readMore(cellOf(table, about, 'more')) ?? {})
  return { own: typeof language === 'string' ? language : undefined, tags }
}

function readRow(
  table: CsvTable,
  row: CsvRow,
  fields: OwnRow['fields'],
  languages: Languages,
  notes: ImportNotes,
): Json {
  const entries: [string, unknown][] = []
  for (const { field, column, kind } of fields) {
    const cell = cellOf(table, row, column)
    const texts = (languages.tags.get(column) ?? []).flatMap((tag): [string, string][] => {
      const text = cellOf(table, row, `${column}@${tag}`)
      return text === '' ? [] : [[tag, text]]
    })
    if (kind === 'text' && texts.length > 0) {
      const own: [string, string][] = cell === '' ? [] : [[languages.own ?? 'en', cell]]
      entries.push([field, Object.fromEntries([...own, ...texts])])
    } else if (cell.trim() !== '') entries.push([field, readCell(cell, kind)])
  }
  const more = cellOf(table, row, 'more')
  const rest = readMore(more)
  if (rest === undefined) {
    const message = `The cell "more" is no object of JSON: ${JSON.stringify(more.slice(0, 80))}.`
    notes.report('warning', 'value-unusable', message, 'It was left out.', { line: row.line })
  }
  if (row.extra.length > 0) {
    const message = `The row has ${String(row.extra.length)} cells more than there are columns.`
    const hint = 'They were kept as details. Is a comma or quotation mark out of place?'
    notes.report('warning', 'import-cells-extra', message, hint, { line: row.line })
    const details = row.extra.map((value) => ({ label: 'Further cell', value }))
    entries.push(['details', [...cellDetails(entries), ...details]])
  }
  return { ...Object.fromEntries(entries), ...rest }
}

function cellDetails(entries: readonly (readonly [string, unknown])[]): readonly unknown[] {
  const found = entries.find(([field]) => field === 'details')?.[1]
  return Array.isArray(found) ? found : []
}

function readMore(cell: string): Json | undefined {
  if (cell.trim() === '') return {}
  try {
    const json: unknown = JSON.parse(cell)
    return isRecord(json) ? json : undefined
  } catch {
    return undefined
  }
}

/** Dates of events that are no EDTF are read as people write them, with the line of the row. */
function looseDates(
  events: readonly Entry[],
  given: DateOrder | undefined,
  notes: ImportNotes,
): readonly Json[] {
  const dateOf = ({ json }: Entry): string => (typeof json['date'] === 'string' ? json['date'] : '')
  const order = given ?? orderOf(events.map(dateOf))
  return events.flatMap((entry) => {
    const { json, line } = entry
    const date = dateOf(entry)
    if (parseDate(date).ok) return [json]
    const read = readDateCells({ date, year: '', month: '', day: '', time: '' }, order)
    if (read.kind === 'date') {
      const hint = read.guess ?? `It was written "${date.slice(0, 80)}".`
      notes.report('note', 'import-date-guessed', `Read as ${read.edtf}.`, hint, { line })
      return [{ ...json, date: read.edtf }]
    }
    if (read.kind === 'either') {
      const message = `"${date}" is day first or month first, and nothing in the file says which.`
      const hint = 'Write it as 2018-04-03. Until then it is kept as one of two days.'
      notes.report('warning', 'import-date-order', message, hint, { line })
      return [{ ...json, date: `[${read.days.join(',')}]` }]
    }
    if (read.kind === 'none') {
      notes.report('error', 'date-missing', 'The row has no date.', 'It was left out.', { line })
      return []
    }
    const message = `"${date.slice(0, 80)}" is no date that we can read.`
    const hint = `Expected ${read.expected}. The row was left out.`
    notes.report('error', 'date-unreadable', message, hint, { line })
    return []
  })
}

const referring = [
  ['organizations', 'name'],
  ['people', 'name'],
  ['topics', 'title'],
] as const

/** Where an event names something that no row lists by id, it is found by name, or listed. */
function resolveNames(
  events: readonly Json[],
  lists: ReadonlyMap<string, readonly Entry[]>,
): { readonly named: readonly Json[]; readonly registers: Json } {
  let named = events
  const registers: [string, unknown][] = []
  for (const [list, label] of referring) {
    const listed = (lists.get(list) ?? []).map(({ json }) => json)
    const ids = new Set(listed.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])))
    const byName = new Map(
      listed.flatMap((entry) => textsOf(entry[label]).map((text) => [text, entry['id']] as const)),
    )
    const added = startRegister(ids)
    named = named.map((event) => {
      const references = event[list]
      if (!Array.isArray(references)) return event
      return { ...event, [list]: references.map((one) => resolve(one, ids, byName, added)) }
    })
    const all = [...listed, ...added.all.map(({ id, name }) => ({ id, [label]: name }))]
    if (all.length > 0) registers.push([list, all])
  }
  return { named, registers: Object.fromEntries(registers) }
}

function resolve(
  reference: unknown,
  ids: ReadonlySet<string>,
  byName: ReadonlyMap<string, unknown>,
  added: NameRegister,
): unknown {
  const name = isRecord(reference) ? reference['id'] : reference
  if (typeof name !== 'string' || ids.has(name)) return reference
  const id = byName.get(name) ?? added.idOf(name)
  return isRecord(reference) ? { ...reference, id } : id
}

function textsOf(text: unknown): readonly string[] {
  if (typeof text === 'string') return [text]
  return isRecord(text) ? Object.values(text).filter((one) => typeof one === 'string') : []
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
