import type { DocumentHead } from '#core/model/document.ts'
import type { CsvMapping, CsvRole } from '#formats/import/csvMapping.ts'
import { guessMapping } from '#formats/import/guessMapping.ts'
import { splitNames } from '#formats/import/listCell.ts'
import { type DateOrder, readLooseDate } from '#formats/import/looseDate.ts'
import { startRegister } from '#formats/import/nameRegister.ts'
import { isOwnTable } from '#formats/import/ownColumns.ts'
import { readCell } from '#formats/import/ownCells.ts'
import { meant, UsageError } from '#cli/usage.ts'
import type { Database } from './database.ts'
import type { ListField, TextReading } from './textReading.ts'
import { columnName, quoted } from './statements.ts'

/** The roles that a column of a table can have here, and the options that name them. */
export const columnOptions = {
  date: 'date',
  title: 'title',
  organizations: 'organization',
  importance: 'importance',
  summary: 'summary',
  id: 'id',
} as const satisfies Partial<Record<CsvRole, string>>

type Role = keyof typeof columnOptions | 'end' | 'body' | 'people' | 'topics'
const roles: readonly Role[] = [
  'date',
  'end',
  'title',
  'organizations',
  'importance',
  'summary',
  'body',
  'people',
  'topics',
  'id',
]

/** A column as the database sees it. */
interface Column {
  readonly name: string
  readonly type: string
}

export interface TableRequest {
  readonly kind: 'csv' | 'parquet'
  readonly files: readonly string[]
  /** Names of columns by role, as somebody has given them. */
  readonly columns: Partial<Record<Role, string>>
  readonly dateOrder: DateOrder | undefined
}

/** A column that is not there. */
const nothing = 'CAST(NULL AS VARCHAR)'
/** Rows from which the meaning of columns is guessed. */
const sampleRows = 50

/**
 * Makes the table `input` of CSV or Parquet files, which must have the same columns, and says how their texts
 * are to be read. Throws a `UsageError` where nothing says what date and title are.
 */
export async function readTable(
  database: Database,
  { kind, files, columns: asked, dateOrder }: TableRequest,
  talk: (line: string) => void,
): Promise<TextReading> {
  const list = `[${files.map(quoted).join(', ')}]`
  const source =
    kind === 'parquet'
      ? `read_parquet(${list})`
      : `read_csv(${list}, header = true, all_varchar = true)`
  const described = await readable(
    files,
    database.all(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${source})`),
  )
  const columns = described.map(([name, type]): Column => ({
    name: String(name),
    type: String(type),
  }))
  const names = columns.map(({ name }) => name)
  const texts = names.map((name) => `CAST(${columnName(name)} AS VARCHAR)`).join(', ')
  const sample = await database.all(`SELECT ${texts} FROM ${source} LIMIT ${sampleRows}`)
  const guess = guessMapping(
    names,
    sample.map((row) => row.map((cell) => String(cell ?? ''))),
  )
  const chosen = chooseColumns(columns, guess, asked)
  talk(columnsLine(names, chosen))

  const json = (role: Role): string => {
    const column = chosen.get(role)
    return column === undefined ? nothing : jsonOf(column, role)
  }
  const date = await dateText(database, source, chosen.get('date'))
  const end = await dateText(database, source, chosen.get('end'))
  const fields = `CREATE TABLE fields AS
    SELECT ${json('id')} AS id,
      CAST(to_json(${date} || coalesce('/' || ${end}, '')) AS VARCHAR) AS date,
      ${json('title')} AS title, ${json('summary')} AS summary, ${json('body')} AS body,
      ${json('organizations')} AS organizations, ${json('people')} AS people,
      ${json('topics')} AS topics, ${json('importance')} AS importance,
      CAST(NULL AS VARCHAR) AS more
    FROM ${source}`
  await readable(files, database.run(fields))
  await database.run('CREATE VIEW input AS SELECT rowid AS place, * FROM fields')
  return readingOf(isOwnTable(names), dateOrder)
}

/** What the database says of a file that it cannot read, in its first line. */
async function readable<T>(files: readonly string[], asked: Promise<T>): Promise<T> {
  try {
    return await asked
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new UsageError(`${files.join(', ')}: ${line}`)
  }
}

/** The column of each role: what is said, for the rest the guess. */
function chooseColumns(
  columns: readonly Column[],
  guess: CsvMapping,
  asked: TableRequest['columns'],
): ReadonlyMap<Role, Column> {
  const chosen = new Map<Role, Column>()
  for (const role of roles) {
    const name = asked[role]
    if (name === undefined) continue
    const column = columns.find((one) => one.name.toLowerCase() === name.toLowerCase())
    if (column === undefined) {
      const names = columns.map((one) => one.name)
      const hint = meant(name, names) ?? `The columns are ${names.join(', ')}.`
      throw new UsageError(`There is no column ${name}.`, hint)
    }
    chosen.set(role, column)
  }
  const taken = new Set(chosen.values())
  for (const [at, column] of columns.entries()) {
    const role = roles.find((one) => one === guess.roles[at])
    if (role !== undefined && !chosen.has(role) && !taken.has(column)) chosen.set(role, column)
  }
  for (const role of ['date', 'title'] as const) {
    if (chosen.has(role)) continue
    throw new UsageError(
      `Which column is the ${role}?`,
      `Say so with --${role} COLUMN. The columns are ${columns.map(({ name }) => name).join(', ')}.`,
    )
  }
  return chosen
}

function columnsLine(names: readonly string[], chosen: ReadonlyMap<Role, Column>): string {
  const taken = [...chosen].map(([role, { name }]) => `${role}=${name}`)
  const used = new Set([...chosen.values()].map(({ name }) => name))
  const left = names.filter((name) => !used.has(name))
  return `Columns: ${taken.join(', ')}.${left.length === 0 ? '' : ` Left out: ${left.join(', ')}.`}`
}

/** A column as JSON, NULL where it says nothing. */
function jsonOf({ name, type }: Column, role: Role): string {
  const column = columnName(name)
  const text = `nullif(trim(CAST(${column} AS VARCHAR)), '')`
  if (type.endsWith('[]')) return `CAST(to_json(${column}) AS VARCHAR)`
  if (role === 'importance' && /INT(?:EGER)?$/.test(type)) {
    return `CAST(${column} AS VARCHAR)`
  }
  if (role === 'importance') {
    return `CASE WHEN regexp_full_match(${text}, '\\d+(\\.0*)?') THEN regexp_replace(${text}, '\\..*', '') ELSE CAST(to_json(${text}) AS VARCHAR) END`
  }
  return `CAST(to_json(${text}) AS VARCHAR)`
}

/** The text of a date, as EDTF where the type says what is meant. */
async function dateText(
  database: Database,
  source: string,
  column: Column | undefined,
): Promise<string> {
  if (column === undefined) return nothing
  const name = columnName(column.name)
  if (column.type.startsWith('TIMESTAMP')) {
    const zoned = column.type.endsWith('TIME ZONE')
    const utc = zoned ? `make_timestamp(epoch_us(${name}))` : `CAST(${name} AS TIMESTAMP)`
    const [[isDay] = []] = await database.all(
      `SELECT bool_and(${utc} = date_trunc('day', ${utc})) FROM ${source}`,
    )
    // Databases write days as midnights.
    if (isDay === true) return `CAST(CAST(${utc} AS DATE) AS VARCHAR)`
    const text = `replace(CAST(date_trunc('milliseconds', ${utc}) AS VARCHAR), ' ', 'T')`
    return zoned ? `(${text} || 'Z')` : text
  }
  if (/INT(?:EGER)?$|^(?:DOUBLE|FLOAT|DECIMAL)/.test(column.type)) {
    const year = `CAST(${name} AS BIGINT)`
    return `CASE WHEN ${name} = ${year} AND ${name} BETWEEN -9999 AND 9999
      THEN CASE WHEN ${name} < 0 THEN '-' ELSE '' END || lpad(CAST(abs(${year}) AS VARCHAR), 4, '0')
      ELSE CAST(${name} AS VARCHAR) END`
  }
  return `nullif(trim(CAST(${name} AS VARCHAR)), '')`
}

/** How the cells of tables are read: dates as people write them, and names in place of ids. */
function readingOf(isOwn: boolean, order: DateOrder | undefined): TextReading {
  const registers = {
    organizations: startRegister([], 'organization'),
    people: startRegister([], 'person'),
    topics: startRegister([], 'topic'),
  }
  const idsOf = (field: ListField, names: readonly string[]): readonly string[] =>
    names.map((name) => registers[field].idOf(name))
  return {
    date(text) {
      const reading = readLooseDate(text, order === undefined ? {} : { order })
      return reading.kind === 'date' ? reading.edtf : undefined
    },
    list(field, value) {
      if (Array.isArray(value)) {
        return idsOf(
          field,
          value.filter((name) => typeof name === 'string'),
        )
      }
      if (typeof value !== 'string') return value
      // In our own columns stand ids.
      if (!isOwn) return idsOf(field, splitNames(value, /[;；|、\n]/))
      return readCell(value, 'list')
    },
    head: (head: DocumentHead): DocumentHead => ({
      ...head,
      organizations: [...registers.organizations.all],
      people: [...registers.people.all],
      topics: registers.topics.all.map(({ id, name }) => ({ id, title: name })),
    }),
  }
}
