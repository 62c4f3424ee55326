import { type EventEntry, tableOfObjects } from '#core/data/buildEventTable.ts'
import type { EventColumns, EventTable } from '#core/data/eventTable.ts'
import type { DocumentHead } from '#core/model/document.ts'
import type { FailureReason } from './loadFailure.ts'
import type { Parsed } from './parseInSteps.ts'

// How a parsed document crosses from the worker to the page. Copying all of it at once would block
// the page as long as parsing did, so rows go in portions, each a task of its own.

export type WorkerMessage =
  | { readonly kind: 'rows'; readonly part: readonly EventEntry[] }
  | {
      readonly kind: 'done'
      readonly head: DocumentHead
      readonly columns: EventColumns
      readonly problems: Parsed['problems']
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

const portion = 1000

/** The messages that carry a document. */
export function* messagesOf({ table, problems }: Parsed): Generator<WorkerMessage> {
  for (let from = 0; from < table.length; from += portion) {
    const part: EventEntry[] = []
    for (let row = from; row < Math.min(from + portion, table.length); row += 1) {
      const event = table.event(row)
      const date = table.date(row)
      const drawn = table.drawn(row)
      if (event && date && drawn) part.push({ event, date, drawn })
    }
    yield { kind: 'rows', part }
  }
  yield { kind: 'done', head: table.document, columns: columnsOf(table), problems }
}

/** A table without its functions, which cannot cross. */
export function columnsOf(table: EventTable): EventColumns {
  const {
    event: _event,
    date: _date,
    drawn: _drawn,
    id: _id,
    rowOf: _rowOf,
    children: _children,
    document: _document,
    ...columns
  } = table
  return columns
}

/** Puts the messages together again; undefined until the last one has come. */
export function startReceiving(): (message: WorkerMessage) => Parsed | undefined {
  const rows: EventEntry[] = []
  return (message) => {
    if (message.kind === 'rows') {
      for (const entry of message.part) rows.push(entry)
      return undefined
    }
    if (message.kind === 'failed') return undefined
    const { head, columns, problems } = message
    return { table: tableOfObjects(head, columns, rows), problems }
  }
}
