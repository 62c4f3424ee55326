import { votesOfName } from './columnNames.ts'
import { type CsvMapping, type CsvRole, isRepeatable } from './csvMapping.ts'
import { readLooseDate } from './looseDate.ts'

/** What the cells of a column look like. Shares are 0 to 1 of the cells that hold anything. */
interface Looks {
  readonly filled: number
  readonly dates: number
  readonly numbers: number
  readonly years: number
  readonly addresses: number
  readonly distinct: number
  /** Characters, on average. */
  readonly length: number
}

/** Cells of one column that are looked at. */
const most = 50
/** Share from which on a column is taken for what its cells say. */
const mostly = 0.7

/**
 * Guesses which column means what, by names in English and Chinese, by what the cells hold where names
 * say nothing, and against a name that the cells belie. `sample` are some rows, cell by cell.
 */
export function guessMapping(
  columns: readonly string[],
  sample: readonly (readonly string[])[],
): CsvMapping {
  const looks = columns.map((_, index) =>
    look(sample.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '')),
  )
  const votes = columns.flatMap((column, index) =>
    votesOfName(column).map(({ role, strength }) => ({
      index,
      role,
      strength: strength * plausibility(role, looks[index]),
    })),
  )
  votes.sort((a, b) => b.strength - a.strength || a.index - b.index)

  const roles: (CsvRole | undefined)[] = columns.map(() => undefined)
  for (const { index, role, strength } of votes) {
    if (roles[index] !== undefined || strength < 1) continue
    if (isRepeatable(role) || !roles.includes(role)) roles[index] = role
  }
  findDate(roles, looks)
  findTitle(roles, looks)
  const done = roles.map((role, index) => role ?? otherwise(columns[index] ?? '', looks[index]))
  return { roles: settleTexts(done, looks) }
}

function look(cells: readonly string[]): Looks {
  const some = cells.slice(0, most)
  const share = (is: (cell: string) => boolean): number =>
    some.length === 0 ? 0 : some.filter(is).length / some.length
  return {
    filled: some.length,
    dates: share((cell) => readLooseDate(cell).kind !== 'unreadable'),
    numbers: share((cell) => /^[-+]?[\d.,]+%?$/.test(cell)),
    years: share((cell) => /^(1[0-9]|20)\d\d$/.test(cell)),
    addresses: share((cell) => /^(https?:\/\/|www\.)\S+$/i.test(cell)),
    distinct: some.length === 0 ? 0 : new Set(some).size / some.length,
    length: some.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, some.length),
  }
}

/** How well the cells go with a role that the name speaks for: 0 (not at all) to 1. */
function plausibility(role: CsvRole, looks: Looks | undefined): number {
  if (looks === undefined || looks.filled === 0) return 0.5
  const { dates, numbers, addresses, distinct, length } = looks
  switch (role) {
    case 'date':
    case 'end':
      return dates < 0.3 ? 0 : 1
    case 'year':
    case 'endYear':
      return Math.max(dates, numbers) < 0.5 ? 0 : 1
    case 'title':
      return numbers > mostly || addresses > mostly ? 0.2 : 1
    case 'topics':
    case 'organizations':
      return length > 45 ? 0 : 1
    case 'link':
      return addresses > 0 ? 1 : 0
    case 'image':
      return length > 8 ? 1 : 0
    case 'importance':
      return numbers > mostly && length < 2 ? 1 : 0
    case 'id':
      return distinct === 1 ? 1 : 0
    default:
      return 1
  }
}

/** The first column of dates, where no name says which; with names missing altogether, its end too. */
function findDate(roles: (CsvRole | undefined)[], looks: readonly Looks[]): void {
  if (roles.includes('date') || roles.includes('year')) return
  const isDate = (index: number): boolean => {
    const at = looks[index]
    if (at === undefined || roles[index] !== undefined || at.filled === 0) return false
    // Any number can be read as a year, so numbers must look like years of the last millennium. Of
    // dates in words every other one may be too much for our reader.
    return at.dates >= 0.5 && (at.numbers < 0.5 || at.years >= mostly)
  }
  const first = roles.findIndex((_, index) => isDate(index))
  if (first === -1) return
  roles[first] = 'date'
  if (!roles.includes('end') && isDate(first + 1)) roles[first + 1] = 'end'
}

/** The first column of texts, where no name says which; a description, where that is all there is. */
function findTitle(roles: (CsvRole | undefined)[], looks: readonly Looks[]): void {
  if (roles.includes('title')) return
  const isText = (index: number): boolean => {
    const at = looks[index]
    return at !== undefined && at.filled > 0 && Math.max(at.numbers, at.dates, at.addresses) < 0.5
  }
  const unnamed = roles.findIndex((role, index) => role === undefined && isText(index))
  const described = roles.findIndex((role) => role === 'summary' || role === 'body')
  const title = unnamed === -1 ? described : unnamed
  if (title !== -1) roles[title] = 'title'
}

function otherwise(column: string, looks: Looks | undefined): CsvRole {
  if (looks !== undefined && looks.addresses >= mostly) return 'link'
  // A counter without a name, as exports of data frames have it.
  const isCounter = /^Column \d+$/.test(column) && looks?.numbers === 1 && looks.distinct === 1
  return isCounter ? 'ignore' : 'detail'
}

/** A short description is what the card shows; a long one is what the panel tells. */
function settleTexts(roles: readonly CsvRole[], looks: readonly Looks[]): readonly CsvRole[] {
  if (roles.includes('summary')) return roles
  return roles.map((role, index) =>
    role === 'body' && (looks[index]?.length ?? 0) <= 280 ? 'summary' : role,
  )
}
