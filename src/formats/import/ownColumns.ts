/**
 * The columns of our own CSV, read by `importOwnCsv` and written by `exportCsv`. One row is one event, or
 * one entry of another list of a document where the column `type` says so; docs/importing.md has them
 * in a table. A text in another language stands in a column such as `title@zh-Hans`.
 */
export const ownColumns = [
  'type',
  'id',
  'date',
  'dateNote',
  'title',
  'summary',
  'body',
  'organizations',
  'people',
  'topics',
  'importance',
  'details',
  'links',
  'sources',
  'relations',
  'media',
  'figures',
  'diagram',
  'confidence',
  'confidenceNote',
  'more',
] as const
export type OwnColumn = (typeof ownColumns)[number]

/** How a field stands in its cell. `list` is `webank (maker); fisco`, the others one entry a line. */
export type CellKind =
  | 'text'
  | 'plain'
  | 'number'
  | 'list'
  | 'details'
  | 'links'
  | 'sources'
  | 'relations'
  | 'media'

interface OwnField {
  readonly field: string
  readonly column: OwnColumn
  readonly kind: CellKind
}

const field = (field: string, column: OwnColumn, kind: CellKind): OwnField => ({
  field,
  column,
  kind,
})
const same = (column: OwnColumn, kind: CellKind): OwnField => field(column, column, kind)
const id = same('id', 'plain')
const title = same('title', 'text')
const name = field('name', 'title', 'text')

/** A kind of row: where its entries stand in a document, and which field stands in which column. */
export interface OwnRow {
  /** Undefined for the one row about the timeline itself. */
  readonly list: string | undefined
  readonly fields: readonly OwnField[]
}

export const eventRow: OwnRow = {
  list: 'events',
  fields: [
    id,
    same('date', 'plain'),
    same('dateNote', 'text'),
    title,
    same('summary', 'text'),
    same('body', 'text'),
    same('organizations', 'list'),
    same('people', 'list'),
    same('topics', 'list'),
    same('importance', 'number'),
    same('details', 'details'),
    same('links', 'links'),
    same('sources', 'sources'),
    same('relations', 'relations'),
    same('media', 'media'),
    same('figures', 'media'),
    same('diagram', 'plain'),
    same('confidence', 'plain'),
    same('confidenceNote', 'text'),
  ],
}

/** By the word in the column `type`; an empty one is an event. */
export const ownRows: Readonly<Record<string, OwnRow>> = {
  timeline: {
    list: undefined,
    fields: [title, field('subtitle', 'summary', 'text'), field('description', 'body', 'text')],
  },
  organization: {
    list: 'organizations',
    fields: [id, name, field('description', 'body', 'text')],
  },
  lane: { list: 'lanes', fields: [id, title] },
  person: {
    list: 'people',
    fields: [
      id,
      name,
      field('role', 'summary', 'text'),
      field('organization', 'organizations', 'plain'),
    ],
  },
  topic: { list: 'topics', fields: [id, title] },
  source: { list: 'sources', fields: [id, title, same('date', 'plain')] },
  era: { list: 'eras', fields: [id, title, same('date', 'plain')] },
  step: {
    list: 'story',
    fields: [
      id,
      title,
      field('text', 'body', 'text'),
      field('range', 'date', 'plain'),
      same('organizations', 'list'),
    ],
  },
  event: eventRow,
}

/** Whether a table has our columns and no other, so that nobody needs to say what they mean. */
export function isOwnTable(columns: readonly string[]): boolean {
  const known: readonly string[] = ownColumns
  return (
    ['date', 'title'].every((column) => columns.includes(column)) &&
    columns.every((column) => known.includes(column.replace(/@.*$/, '')))
  )
}

/**
 * Spreadsheets run cells that begin with one of these signs as formulas, so an apostrophe goes before
 * them; and before one that stands there already, so that it can be taken away again.
 */
export function guardCell(cell: string): string {
  return /^'*[-=+@\t\r]/.test(cell) ? `'${cell}` : cell
}

/** Takes away what `guardCell` put there. */
export function unguardCell(cell: string): string {
  return /^'+[-=+@\t\r]/.test(cell) ? cell.slice(1) : cell
}
