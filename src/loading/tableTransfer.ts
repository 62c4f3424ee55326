import type { EventTable } from '#core/data/eventTable.ts'
import type { TimelineDocument } from '#core/model/document.ts'
import type { FailureReason } from './loadFailure.ts'
import type { Parsed } from './parseInSteps.ts'

// How a parsed document crosses from the worker to the page. Copying all of it at once would block
// the page as long as parsing did, so rows go in portions, each a task of its own.

type RowPart = Pick<EventTable, 'events' | 'dates' | 'drawn'>
type Columns = Omit<EventTable, keyof RowPart | 'document' | 'indexOf'>

export type WorkerMessage =
  | { readonly kind: 'rows'; readonly part: RowPart }
  | {
      readonly kind: 'done'
      readonly head: Omit<TimelineDocument, 'events'>
      readonly columns: Columns
      /** The row of each event of the file. */
      readonly rowOf: Int32Array
      readonly problems: Parsed['problems']
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

const portion = 1000

/** The messages that carry a document. */
export function* messagesOf({ document, table, problems }: Parsed): Generator<WorkerMessage> {
  const { events, dates, drawn, document: _document, indexOf, ...columns } = table
  for (let from = 0; from < events.length; from += portion) {
    const to = from + portion
    const part = {
      events: events.slice(from, to),
      dates: dates.slice(from, to),
      drawn: drawn.slice(from, to),
    }
    yield { kind: 'rows', part }
  }
  const { events: fileEvents, ...head } = document
  const rowOf = Int32Array.from(fileEvents, ({ id }) => indexOf.get(id) ?? -1)
  yield { kind: 'done', head, columns, rowOf, problems }
}

/** Puts the messages together again; undefined until the last one has come. */
export function startReceiving(): (message: WorkerMessage) => Parsed | undefined {
  const events: EventTable['events'][number][] = []
  const dates: EventTable['dates'][number][] = []
  const drawn: EventTable['drawn'][number][] = []
  return (message) => {
    if (message.kind === 'rows') {
      for (const event of message.part.events) events.push(event)
      for (const date of message.part.dates) dates.push(date)
      for (const one of message.part.drawn) drawn.push(one)
      return undefined
    }
    if (message.kind === 'failed') return undefined
    const inFile = Array.from(message.rowOf, (row) => events[row])
    const document: TimelineDocument = {
      ...message.head,
      events: inFile.filter((event) => event !== undefined),
    }
    const indexOf = new Map(events.map(({ id }, row) => [id, row]))
    const table: EventTable = { ...message.columns, document, events, dates, drawn, indexOf }
    return { document, table, problems: message.problems }
  }
}
