import type { DocumentHead } from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { makeEventTable } from './addDocument.ts'
import type { Cell, Database } from './database.ts'
import { nameEvents } from './nameEvents.ts'
import { readLists } from './readLists.ts'
import { readOdd } from './readOdd.ts'
import { fields, query, runStep } from './readSteps.ts'
import type { TextReading } from './textReading.ts'
import type { TileFindings } from './tileFindings.ts'

/** Makes the table `input` of the lines of NDJSON files, the first `from` of which are no events. */
export async function readLines(
  database: Database,
  files: readonly string[],
): Promise<string | undefined> {
  await runStep(database, 'lines', { files })
  const [[json] = []] = await database.all('SELECT json FROM lines WHERE rowid = 0')
  const head = typeof json === 'string' && isHead(json) ? json : undefined
  await runStep(database, 'input', { fields, from: head === undefined ? 0 : 1 })
  return head
}

function isHead(line: string): boolean {
  const json: unknown = JSON.parse(line)
  return typeof json === 'object' && json !== null && !Array.isArray(json) && !('date' in json)
}

/**
 * Makes the table `events` of the table `input`, as `readDocument` would read its events, and gives the head
 * with the organisations that they name. Plain events are read by the database, the others one by one.
 */
export async function readRows(
  database: Database,
  given: DocumentHead,
  texts: TextReading,
  findings: TileFindings,
  told: (line: string) => void,
): Promise<DocumentHead> {
  await runStep(database, 'dates')
  await readOddDates(database, texts)
  await runStep(database, 'dates joined')
  told('Read the dates.')
  await runStep(database, 'lists')
  let head = await readLists(database, given, texts, findings)
  await runStep(database, 'plain')
  told('Read the plain events.')
  head = await readOdd(database, head, texts, findings)
  await runStep(database, 'read')
  await nameEvents(database, findings)
  await makeEventTable(database)
  await runStep(database, 'events')
  return head
}

/** Dates that the database cannot read, each once, and only what needs no word about it. */
async function readOddDates(database: Database, { date }: TextReading): Promise<void> {
  for await (const rows of database.parts(query('odd dates'))) {
    const read = rows.flatMap(([json]): readonly (readonly Cell[])[] => {
      const text: unknown = JSON.parse(String(json))
      if (typeof text !== 'string') return []
      const written = date === undefined ? text : date(text)
      const reading = written === undefined ? undefined : parseDate(written)
      if (reading?.ok !== true || (date === undefined && reading.notes.length > 0)) return []
      const { outer, others, anchor } = drawnDate(reading.date)
      return [
        [
          json ?? null,
          JSON.stringify(written),
          Math.min(outer.start, ...others),
          Math.max(outer.end, ...others),
          anchor,
        ],
      ]
    })
    await database.append('odd_dates', ['text', 'text', 'double', 'double', 'double'], read)
  }
}
