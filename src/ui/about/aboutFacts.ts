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

/** Events between two pauses. */
const stride = 500

/** Counts the events that are here, in one pass, in steps short enough for the page's thread. */
export function* aboutFactsInSteps(table: EventTable): Generator<undefined, AboutFacts, unknown> {
  const dates = new Map<DateKind, number>()
  const citations = new Map<string, EventIndex[]>()
  const unsourced: EventIndex[] = []
  const disputed: EventIndex[] = []
  const reported: EventIndex[] = []
  let [approximate, uncertain] = [0, 0]
  for (let row = 0; row < table.length; row += 1) {
    if (row % stride === 0) yield
    const event = table.event(row)
    const date = table.date(row)
    const drawn = table.drawn(row)
    if (event === undefined || date === undefined || drawn === undefined) continue
    const kind = dateKindOf(date)
    dates.set(kind, (dates.get(kind) ?? 0) + 1)
    if (drawn.approximate) approximate += 1
    if (drawn.uncertain) uncertain += 1
    for (const id of new Set(event.sources.map((source) => source.id))) {
      const citing = citations.get(id)
      if (citing) citing.push(row)
      else citations.set(id, [row])
    }
    if (event.sources.length === 0) unsourced.push(row)
    if (event.confidence === 'disputed') disputed.push(row)
    if (event.confidence === 'reported') reported.push(row)
  }
  return {
    dates,
    approximate,
    uncertain,
    citations,
    unsourced,
    disputed,
    reported,
    parts: table.parent.reduce((sum, parent) => sum + (parent >= 0 ? 1 : 0), 0),
  }
}
