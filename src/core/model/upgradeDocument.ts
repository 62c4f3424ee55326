import { isRecord } from './compileReader.ts'
import type { Fields, Reading } from './reading.ts'

/** Takes a document of one version to the next; `tell` is called once for each field that it changes. */
type Upgrader = (json: Fields, tell: (change: string) => void) => Fields

/** By the version that they start from. A new version of the format adds a line, and kept files. */
const upgraders: readonly Upgrader[] = [fromDraft]

/**
 * Brings a document of an older version up to the one that is read, and says what was read as what.
 * Version 0 is a draft: written by hand before anything was fixed, or without any version.
 */
export function upgradeDocument(json: Fields, version: number, reading: Reading): Fields {
  const changes = new Map<string, number>()
  const tell = (change: string): void => {
    changes.set(change, (changes.get(change) ?? 0) + 1)
  }
  const current = upgraders.slice(version).reduce((older, upgrade) => upgrade(older, tell), json)
  for (const [change, count] of changes) {
    reading.report(
      'note',
      'version-upgraded',
      `Older than version 1: ${change}${count > 1 ? `, ${count} times` : ''}.`,
      'Read as version 1 has it. Save it so, and this note goes.',
    )
  }
  return current
}

/** British names, and a date in two fields. */
function fromDraft(json: Fields, tell: (change: string) => void): Fields {
  const upgraded: Record<string, unknown> = { ...renamed(json, tell) }
  for (const list of ['people', 'events', 'story']) {
    const entries = upgraded[list]
    if (!Array.isArray(entries)) continue
    upgraded[list] = entries.map((entry: unknown) =>
      isRecord(entry) ? joinedDate(renamed(entry, tell), tell) : entry,
    )
  }
  return upgraded
}

const names: readonly (readonly [draft: string, name: string])[] = [
  ['organisations', 'organizations'],
  ['organisation', 'organization'],
]

function renamed(entry: Fields, tell: (change: string) => void): Fields {
  let result = entry
  for (const [draft, name] of names) {
    if (!Object.hasOwn(result, draft) || Object.hasOwn(result, name)) continue
    const { [draft]: value, ...rest } = result
    result = { ...rest, [name]: value }
    tell(`"${draft}" is "${name}"`)
  }
  return result
}

function joinedDate(entry: Fields, tell: (change: string) => void): Fields {
  const { start, end, ...rest } = entry
  if (!isDate(start) || Object.hasOwn(entry, 'date')) return entry
  if (end !== undefined && end !== null && !isDate(end)) return entry
  tell(isDate(end) ? '"start" and "end" are "date"' : '"start" is "date"')
  return { ...rest, date: isDate(end) ? `${start}/${end}` : start }
}

function isDate(value: unknown): value is string | number {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')
}
