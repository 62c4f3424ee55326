import {
  type CsvMapping,
  type CsvQuestion,
  type CsvRole,
  csvRoles,
  isRepeatable,
} from '#formats/import/csvMapping.ts'
import { meant, UsageError } from './usage.ts'

/** One part of `--map`: which column stands for what. */
interface Assignment {
  readonly role: CsvRole
  readonly column: string
}

/** Reads `date=When,title=What`. Throws a `UsageError`. */
function readAssignments(text: string): readonly Assignment[] {
  return text.split(',').map((part) => {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(0, at)).trim()
    const column = part.slice(at + 1).trim()
    const role = csvRoles.find((known) => known.toLowerCase() === name.toLowerCase())
    if (at < 1 || column === '') {
      throw new UsageError(
        `--map: "${part}" says nothing.`,
        'Write --map date=COLUMN,title=COLUMN. A column whose name holds a comma is given by its number.',
      )
    }
    if (role === undefined) {
      const hint = meant(name, csvRoles) ?? `Known are ${csvRoles.join(', ')}.`
      throw new UsageError(`--map: a column cannot stand for "${name}".`, hint)
    }
    return { role, column }
  })
}

/**
 * The roles of all columns: what `map` says, for the rest the guess. A guess gives way to a column that
 * was named for the same role. Throws a `UsageError`, also where nothing says what date and title are.
 */
export function mappingFor(question: CsvQuestion, map: string | undefined): CsvMapping {
  const { columns, guess } = question
  const chosen = new Map<number, CsvRole>()
  for (const { role, column } of map === undefined ? [] : readAssignments(map)) {
    chosen.set(columnNamed(column, columns), role)
  }
  const taken = new Set([...chosen.values()].filter((role) => !isRepeatable(role)))
  const roles = columns.map((_, index): CsvRole => {
    const guessed = guess.roles[index] ?? 'detail'
    return chosen.get(index) ?? (taken.has(guessed) ? 'detail' : guessed)
  })
  const hasDate = roles.includes('date') || roles.includes('year')
  if (hasDate && roles.includes('title')) return { roles }
  throw new UsageError(
    `Which column is ${hasDate ? 'the title' : 'the date'}?`,
    `Say so with --map date=COLUMN,title=COLUMN. The columns are ${columns.join(', ')}.`,
  )
}

/** "date: When; title: What; kept as details: Who", for somebody who has not said so. */
export function mappingLine({ columns }: CsvQuestion, { roles }: CsvMapping): string {
  const named = columns.flatMap((column, index) => {
    const role = roles[index]
    return role === undefined || role === 'detail' || role === 'ignore' ? [] : [`${role}=${column}`]
  })
  const details = columns.filter((_, index) => roles[index] === 'detail')
  const kept = details.length === 0 ? '' : ` Kept as details: ${details.join(', ')}.`
  return `Columns: ${named.join(', ')}.${kept} Another reading: --map.`
}

/** A column by its name, in any case, or by its number from 1. */
function columnNamed(name: string, columns: readonly string[]): number {
  const folded = name.toLowerCase()
  const index = columns.findIndex((column) => column.trim().toLowerCase() === folded)
  if (index >= 0) return index
  const number = /^\d{1,4}$/.test(name) ? Number(name) : 0
  if (number >= 1 && number <= columns.length) return number - 1
  const hint = meant(name, columns) ?? `The columns are ${columns.join(', ')}.`
  throw new UsageError(`--map: there is no column ${name}.`, hint)
}
