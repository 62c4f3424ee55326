import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { EventDate, Precision } from '#core/time/eventDate.ts'

/** The ways in which dates are known, finest first; each event is counted in exactly one. */
export const dateKinds = [
  'day',
  'month',
  'year',
  'wider',
  'lasting',
  'open',
  'oneOf',
  'several',
] as const
export type DateKind = (typeof dateKinds)[number]

/** What "About this timeline" tells, counted from the table. */
export interface AboutFacts {
  readonly dates: ReadonlyMap<DateKind, number>
  /** Events whose date says "about", and whose date is itself in doubt. */
  readonly approximate: number
  readonly uncertain: number
  /** Events that cite a source, by its id, in order of time, each once. */
  readonly citations: ReadonlyMap<string, readonly EventIndex[]>
  /** Events without a source. */
  readonly unsourced: readonly EventIndex[]
  readonly disputed: readonly EventIndex[]
  readonly reported: readonly EventIndex[]
  /** Events that are part of another. */
  readonly parts: number
}

const kindOfPrecision: Readonly<Record<Precision, DateKind>> = {
  millisecond: 'day',
  second: 'day',
  minute: 'day',
  hour: 'day',
  day: 'day',
  month: 'month',
  season: 'month',
  year: 'year',
  decade: 'wider',
  century: 'wider',
  millennium: 'wider',
  deep: 'wider',
}

/** In which of the ways a date is known. */
export function dateKindOf(date: EventDate): DateKind {
  if (date.kind === 'point') return kindOfPrecision[date.date.precision]
  if (date.kind !== 'interval') return date.kind === 'one' ? 'oneOf' : 'several'
  return date.start.kind === 'date' && date.end.kind === 'date' ? 'lasting' : 'open'
}

/** Counts the table, in one pass. */
export function aboutFacts(table: EventTable): AboutFacts {
  const dates = new Map<DateKind, number>()
  const citations = new Map<string, EventIndex[]>()
  const rows = table.events.map((event, index) => ({ event, index }))
  table.dates.forEach((date) => {
    const kind = dateKindOf(date)
    dates.set(kind, (dates.get(kind) ?? 0) + 1)
  })
  for (const { event, index } of rows) {
    for (const id of new Set(event.sources.map((source) => source.id))) {
      const citing = citations.get(id)
      if (citing) citing.push(index)
      else citations.set(id, [index])
    }
  }
  const indexesWhere = (test: (row: (typeof rows)[number]) => boolean): EventIndex[] =>
    rows.filter(test).map((row) => row.index)
  return {
    dates,
    approximate: table.drawn.filter((drawn) => drawn.approximate).length,
    uncertain: table.drawn.filter((drawn) => drawn.uncertain).length,
    citations,
    unsourced: indexesWhere(({ event }) => event.sources.length === 0),
    disputed: indexesWhere(({ event }) => event.confidence === 'disputed'),
    reported: indexesWhere(({ event }) => event.confidence === 'reported'),
    parts: table.parent.reduce((sum, parent) => sum + (parent >= 0 ? 1 : 0), 0),
  }
}
