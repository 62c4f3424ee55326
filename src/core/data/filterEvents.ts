import type { TimelineEvent } from '#core/model/document.ts'
import type { EventIndex, EventTable } from './eventTable.ts'
import type { FilterState } from './filterState.ts'
import { matchesWords, type SearchIndex, wordsOf } from './searchEvents.ts'

/** The rows that the filter lets through. */
export interface FilteredEvents {
  /** One per row: 1 when it passes. */
  readonly matching: Uint8Array
  /** The rows that pass, in order. */
  readonly rows: Int32Array
  readonly count: number
}

/**
 * Applies the whole filter. Different kinds combine by "and". Within a kind any one of several ids is
 * enough, except for organisations with `match: 'all'`. An event in which a left-out organisation
 * takes part is hidden. Events that are part of another one are judged like all others.
 */
export function filterEvents(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): FilteredEvents {
  const organizationPasses = organizationTest(filter)
  const restPasses = othersTest(index, filter, undefined)
  const matching = new Uint8Array(table.length)
  let count = 0
  for (const [row, event] of table.events.entries()) {
    if (!organizationPasses(event) || !restPasses(event, row)) continue
    matching[row] = 1
    count += 1
  }
  const rows = new Int32Array(count)
  let at = 0
  for (let row = 0; row < table.length; row++) {
    if (matching[row] !== 1) continue
    rows[at] = row
    at += 1
  }
  return { matching, rows, count }
}

function organizationTest({ org, notOrg, match }: FilterState): (event: TimelineEvent) => boolean {
  const wanted = [...new Set(org)]
  const unwanted = new Set(notOrg)
  if (wanted.length === 0 && unwanted.size === 0) return () => true
  return ({ organizations }) => {
    if (organizations.some(({ id }) => unwanted.has(id))) return false
    const takesPart = (id: string): boolean => organizations.some((own) => own.id === id)
    if (wanted.length === 0) return true
    return match === 'all' ? wanted.every(takesPart) : wanted.some(takesPart)
  }
}

/** Topics, people and search, without the kind that is just being counted. */
function othersTest(
  index: SearchIndex,
  filter: FilterState,
  without: 'topic' | 'person' | undefined,
): (event: TimelineEvent, row: EventIndex) => boolean {
  const topics = new Set(without === 'topic' ? [] : filter.topic)
  const people = new Set(without === 'person' ? [] : filter.person)
  const words = wordsOf(filter.q)
  return (event, row) =>
    (topics.size === 0 || (event.topics ?? []).some((id) => topics.has(id))) &&
    (people.size === 0 || (event.people ?? []).some((id) => people.has(id))) &&
    matchesWords(index, row, words)
}

/**
 * For each organisation of the document, how many events would show if it alone were chosen (and no
 * longer left out), with everything else in the filter as it is. A chip that shows this number tells
 * exactly what a click on it will draw.
 */
export function countsByOrganization(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): ReadonlyMap<string, number> {
  const counts = zeros(table.document.organizations)
  const unwanted = new Set(filter.notOrg)
  const passes = othersTest(index, filter, undefined)
  for (const [row, event] of table.events.entries()) {
    if (!passes(event, row)) continue
    const own = [...new Set(event.organizations.map(({ id }) => id))]
    const hiding = own.filter((id) => unwanted.has(id))
    // Two left-out organisations hide an event even when one of them is chosen.
    const seen = hiding.length === 0 ? own : hiding
    if (hiding.length < 2) addOne(counts, seen)
  }
  return counts
}

/** As `countsByOrganization`, for topics. */
export function countsByTopic(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): ReadonlyMap<string, number> {
  const counts = zeros(table.document.topics)
  return countOthers(table, index, filter, 'topic', counts, ({ topics }) => topics)
}

/** As `countsByOrganization`, for people. */
export function countsByPerson(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): ReadonlyMap<string, number> {
  const counts = zeros(table.document.people)
  return countOthers(table, index, filter, 'person', counts, ({ people }) => people)
}

function countOthers(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
  kind: 'topic' | 'person',
  counts: Map<string, number>,
  idsOf: (event: TimelineEvent) => readonly string[] | undefined,
): ReadonlyMap<string, number> {
  const organizationPasses = organizationTest(filter)
  const restPasses = othersTest(index, filter, kind)
  for (const [row, event] of table.events.entries()) {
    if (organizationPasses(event) && restPasses(event, row)) {
      addOne(counts, new Set(idsOf(event)))
    }
  }
  return counts
}

function zeros(list: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(list.map(({ id }) => [id, 0]))
}

function addOne(counts: Map<string, number>, ids: Iterable<string>): void {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
}
