import { type ColumnGatherer, gatherColumns } from '#core/data/columns.ts'
import { type KnownIds, knownIds, organizationRegister } from '#core/model/checkReferences.ts'
import { isRecord } from '#core/model/compileReader.ts'
import type { Organization } from '#core/model/document.ts'
import { findRepeatedKeys, mostRepeatedKeys, type RepeatedKey } from '#core/model/locateInJson.ts'
import { finishEvent, readEvent } from '#core/model/readDocumentInSteps.ts'
import { repeatsKeys } from '#core/model/repeatsKeys.ts'
import type { openRoot } from '#core/model/readHead.ts'
import { startReading } from '#core/model/reading.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { ByteNames } from './byteNames.ts'
import { IdGatherer } from './gatherIds.ts'
import { RelationGatherer } from './gatherRelations.ts'
import { GrowingList } from './growing.ts'
import { afterSpace } from './jsonBytes.ts'
import { draftNames, PlainEvents } from './plainEvent.ts'
import { sortInTime } from './sortInTime.ts'

export type Root = NonNullable<ReturnType<typeof openRoot>>

/** Keys that stand twice in one event; their offsets and paths begin in it. */
interface RepeatedInEvent {
  readonly start: number
  readonly position: number
  readonly keys: readonly RepeatedKey[]
}

/** Every id is known while not all have been seen: relations are looked at in the end. */
const anyId: KnownIds = { has: () => true, near: () => undefined }

/**
 * Goes through the events of a file in order, and keeps of each only its columns, its id and where it
 * stands. Plain ones are read from their bytes; all others by the readers of `core/model`, just as a
 * document is that is read as a whole.
 */
export class EventPass {
  readonly root: Root
  readonly columns: ColumnGatherer = gatherColumns(sortInTime)
  readonly ids: IdGatherer
  readonly plain: PlainEvents
  /** Where each event of the file begins, also of those that are lost. */
  readonly starts = new GrowingList()
  /** Of each event that is kept: its position in the file. */
  readonly positions = new GrowingList()
  readonly relations = new RelationGatherer()
  /** The kept events that were read in full, and those that still need an id. */
  readonly full = new GrowingList()
  readonly withoutId = new GrowingList()
  /** What reading the events said, and what following their references. */
  readonly drafting = startReading()
  readonly checking = startReading()
  readonly repeatedKeys: RepeatedInEvent[] = []
  #repeated = 0
  /** Some event has a field that only drafts have. */
  hasDraftNames = false
  /** Some text holds what bytes that are no UTF-8 become. */
  mayBeUnreadable = false

  readonly organizations: ReturnType<typeof organizationRegister>
  readonly #places: Readonly<Record<'organizations' | 'people' | 'topics', Map<string, number>>>
  readonly #names: Readonly<Record<'organizations' | 'people' | 'topics' | 'sources', ByteNames>>
  readonly #known
  readonly #anyEvent

  constructor(root: Root, text: () => Uint8Array) {
    const { head } = root
    this.root = root
    this.ids = new IdGatherer(text)
    this.organizations = organizationRegister(head.organizations)
    this.#names = {
      organizations: namesOf(head.organizations),
      people: namesOf(head.people),
      topics: namesOf(head.topics),
      sources: namesOf(head.sources),
    }
    this.#places = {
      organizations: placesOf(head.organizations),
      people: placesOf(head.people),
      topics: placesOf(head.topics),
    }
    this.#known = {
      people: knownIds(head.people.map(({ id }) => id)),
      topics: knownIds(head.topics.map(({ id }) => id)),
      sources: knownIds(head.sources.map(({ id }) => id)),
    }
    this.#anyEvent = this.known(anyId)
    this.plain = new PlainEvents(this.#names)
  }

  /** How many events have been kept. */
  get length(): number {
    return this.positions.length
  }

  known(events: KnownIds) {
    return { ...this.#known, events }
  }

  /**
   * Takes a plain event; gives where it ends, or -1, and nothing is taken, for any other. `fillsLine`
   * stands for one that has all up to `end` for itself.
   */
  takePlain(bytes: Uint8Array, at: number, end: number, fillsLine = false): number {
    const { plain } = this
    const after = plain.read(bytes, at, end)
    if (after < 0 || (fillsLine && afterSpace(bytes, after, end) < end)) return -1
    plain.countUnknown()
    this.positions.push(this.starts.length)
    this.starts.push(at)
    if (plain.idAt === 0) {
      this.ids.addNone()
      this.withoutId.push(this.length - 1)
    } else if (!this.ids.addPlain(plain.idAt, plain.idHash)) this.withoutId.push(this.length - 1)
    if (plain.hasRelations) this.relations.add(this.length - 1, plain.related, plain.whole)
    this.columns.add(plain, plain.drawn)
    return after
  }

  /** Takes any event, by its text and where it begins. Throws a `SyntaxError` for what is no JSON. */
  takeAny(text: string, start: number): void {
    const json: unknown = JSON.parse(text)
    const position = this.starts.length
    this.starts.push(start)
    if (text.includes('\ufffd')) this.mayBeUnreadable = true
    this.#look(json, text, position)

    const path = [...this.root.eventsPath, position]
    const { drafting, checking, organizations } = this
    drafting.path.push(...path)
    drafting.loss = { severity: 'error', words: 'The event was left out.' }
    const draft = readEvent(json, drafting)
    drafting.path.length = 0
    const reading = draft && parseDate(draft.date)
    if (draft === undefined || reading?.ok !== true) return

    const place = this.length
    this.positions.push(position)
    this.full.push(place)
    checking.path.push(...path)
    const event = finishEvent(draft, '', this.#anyEvent, organizations.ensure, checking)
    checking.path.length = 0
    this.#nameMade(organizations.all)
    if (draft.id === undefined) this.ids.addNone()
    if (draft.id === undefined || !this.ids.addOther(draft.id)) this.withoutId.push(place)
    const { relations = [] } = event
    const hasRelations = relations.length > 0
    if (hasRelations) {
      const to = relations.map((relation) => this.ids.note(relation.to))
      const whole = relations.findIndex(({ kind }) => kind === 'part-of')
      this.relations.add(place, to, whole)
    }
    const { organizations: owners, topics, people } = this.#places
    this.columns.add(
      {
        importance: event.importance,
        organizations: placesIn(
          owners,
          event.organizations.map(({ id }) => id),
        ),
        topics: placesIn(topics, event.topics),
        people: placesIn(people, event.people),
        hasRelations,
      },
      drawnDate(reading.date),
    )
  }

  /** A line that holds no JSON. */
  loseLine(start: number): void {
    const { drafting } = this
    drafting.path.push(...this.root.eventsPath, this.starts.length)
    this.starts.push(start)
    drafting.report('error', 'import-unreadable', 'This line is not JSON.', 'It was left out.')
    drafting.path.length = 0
  }

  /** What is not told by reading an event. */
  #look(json: unknown, text: string, position: number): void {
    if (this.#repeated < mostRepeatedKeys && repeatsKeys(text, json)) {
      const keys = findRepeatedKeys(text, mostRepeatedKeys - this.#repeated)
      this.#repeated += keys.length
      if (keys.length > 0) {
        this.repeatedKeys.push({ start: this.starts.at(position), position, keys })
      }
    }
    if (!isRecord(json)) return
    if (draftNames.some((name) => Object.hasOwn(json, name))) this.hasDraftNames = true
    for (const name of Object.keys(json)) this.plain.passOver(name)
  }

  /** Organisations that nobody listed are known from their first event on. */
  #nameMade(all: readonly Organization[]): void {
    const { organizations } = this.#places
    for (let place = organizations.size; place < all.length; place += 1) {
      const id = all[place]?.id ?? ''
      organizations.set(id, place)
      this.#names.organizations.add(id)
    }
  }
}

type List = readonly { readonly id: string }[]

function namesOf(list: List): ByteNames {
  const names = new ByteNames()
  for (const { id } of list) names.add(id)
  return names
}

function placesOf(list: List): Map<string, number> {
  return new Map(list.map(({ id }, place) => [id, place]))
}

function placesIn(
  places: ReadonlyMap<string, number>,
  ids: readonly string[] | undefined,
): readonly number[] {
  const found: number[] = []
  for (const id of new Set(ids)) {
    const place = places.get(id)
    if (place !== undefined) found.push(place)
  }
  return found
}
