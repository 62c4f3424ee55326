import { childrenOf } from '#core/data/columns.ts'
import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import { knownIds } from '#core/model/checkReferences.ts'
import type { TimelineEvent } from '#core/model/document.ts'
import { finishEvent, withoutWhole } from '#core/model/readDocumentInSteps.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { DrawnDate, EventDate } from '#core/time/eventDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { draftAt, silentReading } from './eventText.ts'
import { idOf, placeOf } from './ids.ts'
import type { BulkDocument } from './readBulk.ts'

/** So many events are kept as objects: what is in view, and more. */
const mostKept = 4096

interface Kept {
  readonly event: TimelineEvent
  date: EventDate | undefined
  drawn: DrawnDate | undefined
}

/** A table that makes each event from its text when it is asked for, and keeps those of last. */
export function bulkTable(bulk: Omit<BulkDocument, 'problems'>): EventTable {
  const { head, columns, ids, starts } = bulk
  const { filePlace } = columns
  const cut = new Set(bulk.cut)
  const known = {
    people: knownIds(head.people.map(({ id }) => id)),
    topics: knownIds(head.topics.map(({ id }) => id)),
    sources: knownIds(head.sources.map(({ id }) => id)),
    events: { has: (id: string) => placeOf(ids, id) >= 0, near: () => undefined },
  }
  const silent = silentReading()
  const listed = (): void => {}

  const make = (row: EventIndex): Kept | undefined => {
    const place = filePlace[row]
    const start = place === undefined ? undefined : starts[place]
    if (place === undefined || start === undefined) return undefined
    const draft = draftAt(ids.text, start)
    const event = finishEvent(draft, idOf(ids, place) ?? '', known, listed, silent)
    const own = cut.has(place) ? withoutWhole(event) : event
    return { event: own, date: undefined, drawn: undefined }
  }
  const kept = new Map<EventIndex, Kept>()
  const at = (row: EventIndex): Kept | undefined => {
    const known = kept.get(row)
    const entry = known ?? make(row)
    if (entry === undefined) return undefined
    // The oldest stand first.
    if (known) kept.delete(row)
    else if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? row)
    kept.set(row, entry)
    return entry
  }
  const dateAt = (row: EventIndex): EventDate | undefined => {
    const entry = at(row)
    if (entry === undefined || entry.date) return entry?.date
    const reading = parseDate(entry.event.date)
    if (reading.ok) entry.date = reading.date
    return entry.date
  }

  // A frame asks for the id of every mark.
  const keptIds = new Map<EventIndex, string>()
  let rows: Uint32Array | undefined
  return {
    ...columns,
    document: head,
    children: childrenOf(columns),
    event: (row) => at(row)?.event,
    date: dateAt,
    drawn: (row) => {
      const entry = at(row)
      const date = entry?.drawn ? undefined : dateAt(row)
      if (entry && date) entry.drawn = drawnDate(date)
      return entry?.drawn
    },
    id(row) {
      const place = filePlace[row]
      const known = keptIds.get(row)
      if (known !== undefined || place === undefined) return known
      const id = idOf(ids, place)
      if (keptIds.size >= mostKept) keptIds.clear()
      if (id !== undefined) keptIds.set(row, id)
      return id
    },
    rowOf: (id) => {
      const place = id === undefined ? -1 : placeOf(ids, id)
      if (place < 0) return undefined
      rows ??= rowsOf(filePlace)
      return rows[place]
    },
  }
}

/** Rows by place in the file. */
function rowsOf(filePlace: Uint32Array): Uint32Array {
  const rows = new Uint32Array(filePlace.length)
  for (let row = 0; row < filePlace.length; row += 1) rows[filePlace[row] ?? 0] = row
  return rows
}
