import { childrenOf, gatherColumns } from '#core/data/columns.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { TimelineEvent } from '#core/model/document.ts'
import { fieldsOf, instantOf } from '#core/time/calendar.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import type { EventDate } from '#core/time/eventDate.ts'
import { MS } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'

const start = instantOf({ year: 2001, month: 1, day: 1 })

/** Numbers from 0 to before 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function known(text: string): EventDate {
  const reading = parseDate(text)
  if (!reading.ok) throw new Error(text)
  return reading.date
}

/**
 * A table of so many made-up events over a year, in bursts, some of them lasting, that keeps no object of
 * any of them: as a large document is kept.
 */
export function manyEvents(count: number, lanes: number, seed: number): EventTable {
  const random = randomFrom(seed)
  const columns = gatherColumns()
  for (let place = 0; place < count; place += 1) {
    const burst = random() < 0.3 ? Math.floor(random() * 12) / 12 : random()
    const anchor = start + Math.floor((burst + random() * 0.01) * MS.year)
    const isLong = random() < 0.02
    const length = isLong ? Math.floor(random() * 30 * MS.day) : MS.minute
    columns.add(
      {
        importance: 1 + Math.floor(random() ** 3 * 5),
        organizations: [Math.floor(random() ** 2 * lanes)],
        topics: [],
        people: [],
        hasRelations: false,
      },
      { anchor, outer: { start: anchor, end: anchor + length }, others: [] },
    )
  }
  const sorted = columns.finish(() => -1)
  const minute = (instant: number): string => {
    const { year, month, day, hour, minute: minutes } = fieldsOf(instant)
    const pad = (value: number): string => String(value).padStart(2, '0')
    return `${year}-${pad(month)}-${pad(day)}T${pad(hour)}:${pad(minutes)}Z`
  }
  const dateOf = (row: number): EventDate => {
    const [from, to] = [sorted.start[row] ?? 0, sorted.end[row] ?? 0]
    return known(to - from > MS.minute ? `${minute(from)}/${minute(to)}` : minute(from))
  }
  const eventAt = (row: number): TimelineEvent | undefined =>
    row >= 0 && row < count
      ? {
          id: `e${row}`,
          date: dateOf(row).edtf,
          title: `Event ${row}`,
          importance: sorted.importance[row] ?? 3,
          organizations: [],
          sources: [],
        }
      : undefined
  return {
    ...sorted,
    document: {
      version: 1,
      title: 'Many',
      language: 'en',
      organizations: Array.from({ length: lanes }, (_, lane) => ({
        id: `o${lane}`,
        name: `O ${lane}`,
      })),
      lanes: [],
      people: [],
      topics: [],
      sources: [],
      eras: [],
      story: [],
    },
    children: childrenOf(sorted),
    event: eventAt,
    date: dateOf,
    drawn: (row) => drawnDate(dateOf(row)),
    id: (row) => eventAt(row)?.id,
    rowOf: (id) => (id === undefined ? undefined : Number(id.slice(1))),
  }
}
