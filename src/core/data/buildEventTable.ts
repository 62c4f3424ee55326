import type { DocumentHead, TimelineDocument, TimelineEvent } from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { childrenOf, gatherColumns, type RowFacts } from './columns.ts'
import type { EventColumns, EventIndex, EventTable } from './eventTable.ts'
import { lastOf } from './lastOf.ts'

/**
 * Sorts a document's events into columns. Documents come from `readDocument`, so every date can be
 * read; an event whose date cannot has no place in time, and no row.
 */
export function buildEventTable(document: TimelineDocument): EventTable {
  return lastOf(buildEventTableInSteps(document))
}

/** Dates read between two pauses. */
const stride = 500

/** `buildEventTable` in short steps, for a thread that has more to do. */
export function* buildEventTableInSteps({
  events,
  ...document
}: TimelineDocument): Generator<undefined, EventTable> {
  const read: EventEntry[] = []
  const placeOf = new Map<string, number>()
  const factsOf = factsReader(document)
  const columns = gatherColumns()
  for (const [position, event] of events.entries()) {
    if (position % stride === 0) yield
    const reading = parseDate(event.date)
    if (!reading.ok) continue
    const drawn = drawnDate(reading.date)
    placeOf.set(event.id, read.length)
    read.push({ event, date: reading.date, drawn })
    columns.add(factsOf(event), drawn)
  }
  yield
  const sorted = columns.finish((place) => {
    const whole = read[place]?.event.relations?.find(({ kind }) => kind === 'part-of')
    return whole === undefined ? -1 : (placeOf.get(whole.to) ?? -1)
  })
  yield
  return tableOfObjects(
    document,
    sorted,
    Array.from(sorted.filePlace, (place) => read[place]),
  )
}

/** An event with its date read. */
export interface EventEntry {
  readonly event: TimelineEvent
  readonly date: EventDate
  readonly drawn: DrawnDate
}

/** A table that has its events at hand, in the order of its rows. */
export function tableOfObjects(
  document: DocumentHead,
  columns: EventColumns,
  rows: readonly (EventEntry | undefined)[],
): EventTable {
  const rowOf = new Map<string, EventIndex>()
  for (const [row, entry] of rows.entries()) if (entry) rowOf.set(entry.event.id, row)
  return {
    ...columns,
    document,
    children: childrenOf(columns),
    event: (row) => rows[row]?.event,
    date: (row) => rows[row]?.date,
    drawn: (row) => rows[row]?.drawn,
    id: (row) => rows[row]?.event.id,
    rowOf: (id) => (id === undefined ? undefined : rowOf.get(id)),
  }
}

type Named = Pick<TimelineDocument, 'organizations' | 'topics' | 'people'>

/** Reads an event's place in the lists of its document. */
export function factsReader(document: Named): (event: TimelineEvent) => RowFacts {
  const organizations = placesIn(document.organizations)
  const topics = placesIn(document.topics)
  const people = placesIn(document.people)
  return (event) => ({
    importance: event.importance,
    organizations: organizations(event.organizations.map(({ id }) => id)),
    topics: topics(event.topics),
    people: people(event.people),
    hasRelations: event.relations !== undefined && event.relations.length > 0,
  })
}

const none: readonly number[] = []

function placesIn(list: readonly { readonly id: string }[]) {
  const places = new Map(list.map(({ id }, place) => [id, place]))
  return (ids: readonly string[] | undefined): readonly number[] =>
    ids === undefined ? none : [...new Set(ids)].flatMap((id) => places.get(id) ?? [])
}
