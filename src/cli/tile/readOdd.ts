import { type DocumentHead, textIn, type TimelineEvent } from '#core/model/document.ts'
import { slug } from '#core/model/giveIds.ts'
import { eventText } from '#core/tiles/eventText.ts'
import { readPart } from '#core/tiles/readPart.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { Cell, Database } from './database.ts'
import { atPlace, fields, indexOf, query, stride } from './readSteps.ts'
import { listFields, type TextReading } from './textReading.ts'
import type { TileFindings } from './tileFindings.ts'

/**
 * Adds to the table `drafts` what the database could not read: through the reader of documents, some hundred
 * events at a time. Gives the head with the organisations that these name.
 */
export async function readOdd(
  database: Database,
  given: DocumentHead,
  texts: TextReading,
  findings: TileFindings,
): Promise<DocumentHead> {
  let head = given
  const kinds = [
    'bigint',
    'text',
    'boolean',
    'text',
    'double',
    'double',
    'double',
    'integer',
    'integer',
  ] as const
  let waiting: (readonly Cell[])[] = []
  const flush = async (): Promise<void> => {
    const made = readOddPart(waiting, head, texts, findings)
    head = made.head
    await database.append('odd', kinds, made.rows)
    waiting = []
  }
  await database.run(
    'CREATE TABLE odd (place BIGINT, id VARCHAR, written BOOLEAN, tail VARCHAR, first DOUBLE, last DOUBLE, anchor DOUBLE, importance INTEGER, owner INTEGER)',
  )
  for await (const rows of database.parts(query('odd'))) {
    for (const row of rows) {
      waiting.push(row)
      if (waiting.length === stride) await flush()
    }
  }
  await flush()
  await database.run('INSERT INTO drafts SELECT * FROM odd')
  return head
}

function readOddPart(
  rows: readonly (readonly Cell[])[],
  head: DocumentHead,
  texts: TextReading,
  findings: TileFindings,
): { readonly head: DocumentHead; readonly rows: readonly (readonly Cell[])[] } {
  const places: number[] = []
  const raw: unknown[] = []
  for (const row of rows) {
    const place = Number(row[0])
    const json = objectOf(row, texts)
    if (json === undefined) {
      findings.add(brokenLine, place)
      continue
    }
    places.push(place)
    raw.push(json)
  }
  const { events, problems, organizations } = readPart(head, raw)
  const lost = new Set<number>()
  const renamed = new Set<number>()
  for (const problem of problems) {
    const index = indexOf(problem)
    const place = places[index]
    // Whether an id is taken, all events decide together.
    if (problem.code === 'id-repeated') renamed.add(index)
    else if (place !== undefined) findings.add(atPlace(problem, place), place)
    if (problem.severity === 'error') lost.add(index)
  }
  const kept = raw.flatMap((_, index) => (lost.has(index) ? [] : [index]))
  const owners = new Map(organizations.map(({ id }, place) => [id, place]))
  const read = events.flatMap((event, at): readonly (readonly Cell[])[] => {
    const index = kept[at] ?? 0
    const reading = parseDate(event.date)
    if (!reading.ok) return []
    const { outer, others, anchor } = drawnDate(reading.date)
    const given: unknown = Reflect.get(Object(raw[index]), 'id')
    const id = renamed.has(index) ? String(given) : event.id
    const isWritten = id === String(given)
    const [first] = event.organizations
    return [
      [
        BigInt(places[index] ?? 0),
        isWritten ? id : madeId(event, head.language),
        isWritten,
        tailOf(event),
        Math.min(outer.start, ...others),
        Math.max(outer.end, ...others),
        anchor,
        event.importance,
        first === undefined ? -1 : (owners.get(first.id) ?? -1),
      ],
    ]
  })
  return { head: { ...head, organizations }, rows: read }
}

/** The event of a row; undefined for a line that is no JSON. */
function objectOf(row: readonly Cell[], { date, list }: TextReading): unknown {
  const more = row[fields.length + 1]
  if (typeof more === 'string') return more === '' ? undefined : JSON.parse(more)
  const entries = fields.flatMap((name, at): readonly (readonly [string, unknown])[] => {
    const json = row[at + 1]
    if (typeof json !== 'string') return []
    const value: unknown = JSON.parse(json)
    if (name === 'date' && date && typeof value === 'string') return [[name, date(value) ?? value]]
    const field = listFields.find((one) => one === name)
    return [[name, field && list ? list(field, value) : value]]
  })
  return Object.fromEntries(entries)
}

const brokenLine = {
  code: 'not-json',
  severity: 'error',
  path: '',
  message: 'The line is not JSON.',
  hint: 'Each line holds one event. The line was left out.',
} as const

function madeId(event: TimelineEvent, language: string): string {
  return slug(`${event.date} ${textIn(event.title, language, language)}`) || 'event'
}

/** What follows the id in the JSON of an event. */
function tailOf(event: TimelineEvent): string {
  return eventText(event).slice(`{"id":${JSON.stringify(event.id)}`.length)
}
