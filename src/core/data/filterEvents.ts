import { type EventIndex, type EventTable, isUnseen, type Lists } from './eventTable.ts'
import { type FilterState, isNoFilter } from './filterState.ts'
import { rememberedBy } from './rememberedBy.ts'
import { type SearchIndex, wordsOf } from './searchEvents.ts'

type RowTest = (row: EventIndex) => boolean

const everyRow: RowTest = () => true

/** The rows that the filter lets through. */
export interface FilteredEvents {
  /** One per row: 1 when it passes. */
  readonly matching: Uint8Array
  /** The rows that pass, in order; those of events that are here. */
  readonly rows: Int32Array
  /** How many events pass, also of those that are only counted. */
  readonly count: number
}

type ByFilter<T> = (table: EventTable, index: SearchIndex | undefined, filter: FilterState) => T

/** What needs no search has one result for each filter of a table, whoever asks for it. */
function keptUnlessSearched<T>(compute: ByFilter<T>): ByFilter<T> {
  const kept = rememberedBy((table: EventTable) =>
    rememberedBy((filter: FilterState) => compute(table, undefined, filter)),
  )
  return (table, index, filter) =>
    isSearch(filter) ? compute(table, index, filter) : kept(table)(filter)
}

/** True when a filter asks for words: without an index these let everything through. */
export function isSearch({ q }: FilterState): boolean {
  return wordsOf(q).length > 0
}

/**
 * Applies the whole filter. Different kinds combine by "and". Within a kind any one of several ids is
 * enough, except for organisations with `match: 'all'`. An event in which a left-out organisation
 * takes part is hidden. Events that are part of another one are judged like all others. Ids that the
 * document does not have count for nothing: a kind with none but such lets everything through.
 */
export const filterEvents = keptUnlessSearched((table, index, filter): FilteredEvents => {
  if (isNoFilter(filter)) return allEvents(table)
  const organizationPasses = organizationTest(table, filter)
  const restPasses = othersTest(table, index, filter, undefined)
  return passing(table, (row) => organizationPasses(row) && restPasses(row))
})

/** All of a table: one result for each, so that what is made of it can be kept. */
export const allEvents = rememberedBy((table: EventTable) => passing(table, everyRow))

function passing(table: EventTable, passes: RowTest): FilteredEvents {
  const matching = new Uint8Array(table.length)
  const rows = new Int32Array(table.length)
  let length = 0
  let unseen = 0
  for (let row = 0; row < table.length; row += 1) {
    if (!passes(row)) continue
    matching[row] = 1
    if (isUnseen(table, row)) {
      unseen += table.unseen?.counts[row] ?? 0
      continue
    }
    rows[length] = row
    length += 1
  }
  return { matching, rows: rows.slice(0, length), count: length + unseen }
}

/** One byte for each entry of a list: 1 for those asked for. */
function marked(list: readonly { readonly id: string }[], ids: readonly string[]): Uint8Array {
  const wanted = new Set(ids)
  return Uint8Array.from(list, ({ id }) => (wanted.has(id) ? 1 : 0))
}

/** How many of a row's places are marked. */
function countMarked({ starts, places }: Lists, row: EventIndex, marks: Uint8Array): number {
  let count = 0
  const end = starts[row + 1] ?? 0
  for (let at = starts[row] ?? 0; at < end; at += 1) count += marks[places[at] ?? -1] ?? 0
  return count
}

function organizationTest(table: EventTable, { org, notOrg, match }: FilterState): RowTest {
  const { organizations } = table
  const list = table.document.organizations
  if (org.length === 0 && notOrg.length === 0) return everyRow
  const chosen = marked(list, org)
  const wanted = chosen.reduce((sum, mark) => sum + mark, 0)
  const least = match === 'all' ? wanted : 1
  const isChosen: RowTest =
    wanted === 0 ? everyRow : (row) => countMarked(organizations, row, chosen) >= least
  // Asked of every row of a million, twice a filter.
  if (notOrg.length === 0) return isChosen
  const unwanted = marked(list, notOrg)
  return (row) => countMarked(organizations, row, unwanted) === 0 && isChosen(row)
}

/** Topics, people and search, without the kind that is just being counted. */
function othersTest(
  table: EventTable,
  index: SearchIndex | undefined,
  filter: FilterState,
  without: 'topic' | 'person' | undefined,
): RowTest {
  const { document } = table
  const topics = anyOf(table.topics, document.topics, without === 'topic' ? [] : filter.topic)
  const people = anyOf(table.people, document.people, without === 'person' ? [] : filter.person)
  const words = wordsOf(filter.q)
  if (topics === everyRow && people === everyRow && words.length === 0) return everyRow
  const found = words.length === 0 ? undefined : index?.find(words)
  return (row) => topics(row) && people(row) && found?.[row] !== 0
}

function anyOf(
  lists: Lists,
  list: readonly { readonly id: string }[],
  ids: readonly string[],
): RowTest {
  if (ids.length === 0) return everyRow
  const marks = marked(list, ids)
  if (!marks.includes(1)) return everyRow
  return (row) => countMarked(lists, row, marks) > 0
}

/**
 * For each organisation of the document, how many events would show if it alone were chosen (and no
 * longer left out), with everything else in the filter as it is. A chip that shows this number tells
 * exactly what a click on it will draw.
 */
export const countsByOrganization = keptUnlessSearched((table, index, filter) => {
  if (isNoFilter(filter)) return countsOfOrganizations(table)
  const list = table.document.organizations
  const leavesOut = filter.notOrg.length > 0
  const unwanted = marked(list, filter.notOrg)
  const passes = othersTest(table, index, filter, undefined)
  return counted(list, table, table.organizations, (row) => {
    // Two left-out organisations hide an event even when one of them is chosen.
    const hiding = leavesOut ? countMarked(table.organizations, row, unwanted) : 0
    if (hiding > 1 || !passes(row)) return undefined
    return hiding === 0 ? everyPlace : (place) => unwanted[place] === 1
  })
})

/** In how many events each organisation of a table takes part. */
export const countsOfOrganizations = rememberedBy((table: EventTable) =>
  counted(table.document.organizations, table, table.organizations, () => everyPlace),
)

/** As `countsByOrganization`, for topics. */
export function countsByTopic(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): ReadonlyMap<string, number> {
  return countOthers(table, index, filter, 'topic')
}

/** As `countsByOrganization`, for people. */
export function countsByPerson(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
): ReadonlyMap<string, number> {
  return countOthers(table, index, filter, 'person')
}

function countOthers(
  table: EventTable,
  index: SearchIndex,
  filter: FilterState,
  kind: 'topic' | 'person',
): ReadonlyMap<string, number> {
  const organizationPasses = organizationTest(table, filter)
  const restPasses = othersTest(table, index, filter, kind)
  const lists = kind === 'topic' ? table.topics : table.people
  const list = kind === 'topic' ? table.document.topics : table.document.people
  return counted(list, table, lists, (row) =>
    organizationPasses(row) && restPasses(row) ? everyPlace : undefined,
  )
}

type PlaceTest = (place: number) => boolean

const everyPlace: PlaceTest = () => true

/** By id, in how many events each entry of `list` stands; `countsIn` says for a row which of its own count. */
function counted(
  list: readonly { readonly id: string }[],
  { unseen }: EventTable,
  { starts, places }: Lists,
  countsIn: (row: EventIndex) => PlaceTest | undefined,
): ReadonlyMap<string, number> {
  const counts = new Uint32Array(list.length)
  for (let row = 0; row < starts.length - 1; row += 1) {
    const end = starts[row + 1] ?? 0
    if (end === starts[row]) continue
    const test = countsIn(row)
    if (test === undefined) continue
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const place = places[at] ?? 0
      if (test(place)) counts[place] = (counts[place] ?? 0) + (unseen?.counts[row] ?? 1)
    }
  }
  return new Map(list.map(({ id }, place) => [id, counts[place] ?? 0]))
}
