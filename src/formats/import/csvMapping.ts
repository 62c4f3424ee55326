/** What a column of a table stands for. `detail` keeps it under its own name, `ignore` says so. */
export const csvRoles = [
  'date',
  'end',
  'year',
  'month',
  'day',
  'time',
  'endYear',
  'endMonth',
  'endDay',
  'endTime',
  'title',
  'summary',
  'body',
  'organizations',
  'people',
  'topics',
  'importance',
  'link',
  'image',
  'id',
  'detail',
  'ignore',
] as const
export type CsvRole = (typeof csvRoles)[number]

/** Which column means what: one role for each column, in the order of the table. */
export interface CsvMapping {
  readonly roles: readonly CsvRole[]
}

/** What a person needs to say which column means what. */
export interface CsvQuestion {
  readonly columns: readonly string[]
  /** Our best guess, to start from. */
  readonly guess: CsvMapping
  /** The first rows, cell by cell, for a preview. */
  readonly sample: readonly (readonly string[])[]
}

const repeatable: ReadonlySet<CsvRole> = new Set<CsvRole>([
  'organizations',
  'people',
  'topics',
  'link',
  'image',
  'detail',
  'ignore',
])

/** Whether several columns may have this role; of the others one is enough. */
export function isRepeatable(role: CsvRole): boolean {
  return repeatable.has(role)
}
