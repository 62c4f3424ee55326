import Papa from 'papaparse'
import type { TimelineDocument } from '#core/model/document.ts'
import type { Problem } from '#core/model/problem.ts'
import { writeCell } from '#formats/import/ownCells.ts'
import {
  eventRow,
  guardCell,
  ownColumns,
  type OwnColumn,
  type OwnRow,
  ownRows,
} from '#formats/import/ownColumns.ts'

/** A file that was written, and what it could not hold. */
export interface Exported {
  readonly text: string
  readonly problems: readonly Problem[]
}

type Json = Readonly<Record<string, unknown>>
type Cells = Map<string, string>

/**
 * Writes a whole document as CSV with our own columns, so that `importOwnCsv` gives the same document
 * back. Cells that a spreadsheet would run as a formula get an apostrophe in front. Dates stay EDTF.
 */
export function exportCsv(document: TimelineDocument): Exported {
  const { language } = document
  const rows: Cells[] = []
  for (const [type, row] of Object.entries(ownRows)) {
    if (row === eventRow) continue
    const entries = row.list === undefined ? [aboutOf(document)] : entriesOf(document, row.list)
    for (const entry of entries) rows.push(writeRow(entry, row, language, [['type', type]]))
  }
  for (const entry of entriesOf(document, 'events')) {
    rows.push(writeRow(withoutDefaults(entry), eventRow, language, []))
  }
  const columns = columnsOf(rows)
  const table = rows.map((cells) => columns.map((column) => guardCell(cells.get(column) ?? '')))
  const text = Papa.unparse([columns, ...table], { newline: '\r\n' })
  return { text: `${text}\r\n`, problems: [] }
}

/** What is no list with rows of its own: title, language, and fields that we do not know. */
function aboutOf(document: TimelineDocument): Json {
  const lists = new Set(['version', ...Object.values(ownRows).map(({ list }) => list)])
  return Object.fromEntries(Object.entries(document).filter(([field]) => !lists.has(field)))
}

function entriesOf(document: TimelineDocument, list: string): readonly Json[] {
  const entries: unknown = Object.entries(document).find(([field]) => field === list)?.[1]
  return Array.isArray(entries) ? entries.filter(isRecord) : []
}

/** Reading a document fills these in. */
function withoutDefaults(event: Json): Json {
  return Object.fromEntries(
    Object.entries(event).filter(
      ([field, value]) =>
        !(field === 'importance' && value === 3) && !(Array.isArray(value) && value.length === 0),
    ),
  )
}

/** Fields go to their columns; what has no column, or does not fit into a cell, goes to `more`. */
function writeRow(
  entry: Json,
  { fields }: OwnRow,
  language: string,
  start: readonly (readonly [string, string])[],
): Cells {
  const cells: Cells = new Map(start)
  const more: [string, unknown][] = []
  for (const [field, value] of Object.entries(entry)) {
    const place = fields.find((one) => one.field === field)
    if (value === undefined || (place !== undefined && put(cells, place, value, language))) continue
    more.push([field, value])
  }
  if (more.length > 0) cells.set('more', JSON.stringify(Object.fromEntries(more)))
  return cells
}

function put(
  cells: Cells,
  { column, kind }: OwnRow['fields'][number],
  value: unknown,
  language: string,
): boolean {
  if (kind !== 'text') {
    const cell = writeCell(value, kind)
    if (cell === undefined || !isKept(cell)) return false
    cells.set(column, cell)
    return true
  }
  const texts: (readonly [string, unknown])[] =
    typeof value === 'string' ? [[language, value]] : Object.entries(value ?? {})
  const kept = texts.flatMap(([tag, text]): [string, string][] =>
    isTag(tag) && typeof text === 'string' && isKept(text) ? [[tag, text]] : [],
  )
  if (kept.length === 0 || kept.length < texts.length) return false
  for (const [tag, text] of kept) cells.set(tag === language ? column : `${column}@${tag}`, text)
  return true
}

function isTag(tag: string): boolean {
  return /^[\w-]+$/.test(tag)
}

/** An empty cell says nothing, and line ends in cells are those of the file to whoever reads it. */
function isKept(cell: string): boolean {
  return cell.trim() !== '' && !cell.includes('\r')
}

/** The columns that are used, and always those that make the table ours. */
function columnsOf(rows: readonly Cells[]): readonly string[] {
  const used = new Set(rows.flatMap((cells) => [...cells.keys()]))
  const always = new Set<OwnColumn>(['type', 'id', 'date', 'title', 'summary', 'organizations'])
  return ownColumns.flatMap((column) => {
    const tagged = [...used].filter((name) => name.startsWith(`${column}@`)).sort()
    return always.has(column) || used.has(column) || tagged.length > 0 ? [column, ...tagged] : []
  })
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
