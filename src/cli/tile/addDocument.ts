import { buildEventTable } from '#core/data/buildEventTable.ts'
import type { TimelineDocument } from '#core/model/document.ts'
import { eventText } from '#core/tiles/eventText.ts'
import type { Cell, Database } from './database.ts'

/** Makes the table `events` that cutting wants. */
export async function makeEventTable(database: Database): Promise<void> {
  await database.run(
    'CREATE TABLE events (place BIGINT, json VARCHAR, anchor DOUBLE, first DOUBLE, last DOUBLE, importance INTEGER, owner INTEGER)',
  )
}

/** Fills the table `events` with a document that is in memory. */
export async function addDocument(database: Database, document: TimelineDocument): Promise<void> {
  await makeEventTable(database)
  const table = buildEventTable(document)
  function* rows(): Generator<readonly Cell[]> {
    for (let row = 0; row < table.length; row += 1) {
      const event = table.event(row)
      if (event === undefined) continue
      const at = table.organizations.starts[row] ?? 0
      const isOwned = at < (table.organizations.starts[row + 1] ?? 0)
      yield [
        BigInt(table.filePlace[row] ?? 0),
        eventText(event),
        table.anchor[row] ?? 0,
        table.start[row] ?? 0,
        table.end[row] ?? 0,
        event.importance,
        isOwned ? (table.organizations.places[at] ?? -1) : -1,
      ]
    }
  }
  const kinds = ['bigint', 'text', 'double', 'double', 'double', 'integer', 'integer'] as const
  await database.append('events', kinds, rows())
}
