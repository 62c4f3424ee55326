import {
  eventSchema,
  organizationRefSchema,
  relationKinds,
  relationSchema,
  sourceRefSchema,
} from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import type { ByteNames } from './byteNames.ts'
import { afterNumber, nameHash } from './jsonBytes.ts'
import { ObjectBytes, type TakeField } from './objectBytes.ts'
import { readPlainDate } from './plainDate.ts'
import {
  either,
  oneOf,
  plainAny,
  plainFields,
  plainList,
  plainName,
  plainObject,
  type PlainValue,
  takeField,
} from './plainValue.ts'

/** Names of drafts (see `upgradeDocument`). */
export const draftNames = ['organisations', 'organisation', 'start', 'end'] as const

/** Files may use names as if they were values: beyond these they are read in full. */
const mostUnknown = 100

/** What events refer to, by the place in its list. */
export interface References {
  readonly organizations: ByteNames
  readonly people: ByteNames
  readonly topics: ByteNames
  readonly sources: ByteNames
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const fields = Object.keys(eventSchema.entries)
const dateField = fields.indexOf('date')
const titleField = fields.indexOf('title')
const anyValue = plainAny()

/**
 * Reads plain events straight from their bytes: those of which the full reader (`readEvent` and
 * `finishEvent`) would keep everything as it is, and say nothing. What it finds stands in its fields until
 * the next event; no object is made for one.
 */
export class PlainEvents {
  /** Where the opening quote of the id stands; 0 for none. */
  idAt = 0
  idHash = 0
  importance = 3
  /** Sets of dates (`{a,b}`) are in `outer` with all their members. */
  readonly drawn = { anchor: 0, outer: { start: 0, end: 0 }, others: [] as readonly number[] }
  /** Places in the lists of the document, each once. */
  readonly organizations: number[] = []
  readonly people: number[] = []
  readonly topics: number[] = []
  /** Where the ids of related events stand, which may be unknown. */
  readonly related: number[] = []
  /** Which of these the event is part of; -1 for none. */
  whole = -1

  readonly #object = new ObjectBytes(fields)
  readonly #fields: ReturnType<typeof plainFields>
  readonly #take: TakeField
  /** Names that the format does not know, and in how many events they were passed over. */
  readonly #unknown: { readonly name: string; readonly field: number; count: number }[] = []
  /** No field, and nothing that could be passed over as one. */
  readonly #names = new Set<string>(['__proto__', ...fields, ...draftNames])

  constructor(references: References) {
    const organization = this.#oneOf(references.organizations, this.organizations, true)
    const source = this.#oneOf(references.sources)
    this.#fields = plainFields(eventSchema, {
      id: (bytes, at, end) => {
        const after = plainName(bytes, at, end)
        this.idAt = at
        this.idHash = nameHash[0] ?? 0
        return after
      },
      date: (bytes, at, end) => this.#date(bytes, at, end),
      organizations: plainList(
        either(organization, plainObject(organizationRefSchema.options[1], { id: organization })),
      ),
      people: plainList(this.#oneOf(references.people, this.people)),
      topics: plainList(this.#oneOf(references.topics, this.topics)),
      sources: plainList(either(source, plainObject(sourceRefSchema.options[1], { id: source }))),
      importance: (bytes, at, end) => {
        const digit = (bytes[at] ?? 0) - 48
        if (digit < 1 || digit > 5 || afterNumber(bytes, at, end) !== at + 1) return -1
        this.importance = digit
        return at + 1
      },
      relations: this.#relations(),
    })
    this.#take = takeField(this.#fields)
  }

  get hasRelations(): boolean {
    return this.related.length > 0
  }

  /** From now on plain values of this field, which the format does not know, are only counted. */
  passOver(name: string): void {
    if (this.#unknown.length >= mostUnknown || this.#names.has(name)) return
    this.#names.add(name)
    this.#unknown.push({ name, field: this.#object.add(name), count: 0 })
    this.#fields.push({ value: anyValue, isOptional: true, mayBeBlank: true })
  }

  /** The fields that were passed over. */
  get unknown(): readonly { readonly name: string; readonly count: number }[] {
    return this.#unknown
  }

  /** Reads the event at `at`; gives where it ends, or -1 where it is not plain, or not all there yet. */
  read(bytes: Uint8Array, at: number, end: number): number {
    this.idAt = 0
    this.importance = 3
    this.organizations.length = 0
    this.people.length = 0
    this.topics.length = 0
    this.related.length = 0
    this.whole = -1
    const after = this.#object.read(bytes, at, end, this.#take)
    return this.#object.has(dateField) && this.#object.has(titleField) ? after : -1
  }

  /** Counts what was passed over in the event that was read last. */
  countUnknown(): void {
    for (const unknown of this.#unknown) {
      if (this.#object.has(unknown.field)) unknown.count += 1
    }
  }

  #date(bytes: Uint8Array, at: number, end: number): number {
    const after = plainName(bytes, at, end)
    if (after < 0 || readPlainDate(bytes, at + 1, after - 1, this.drawn)) return after
    const reading = parseDate(decoder.decode(bytes.subarray(at + 1, after - 1)))
    if (!reading.ok || reading.notes.length > 0) return -1
    const { anchor, outer, others } = drawnDate(reading.date)
    this.drawn.anchor = anchor
    this.drawn.outer.start = Math.min(outer.start, ...others)
    this.drawn.outer.end = Math.max(outer.end, ...others)
    return after
  }

  /** An id that is known; its place is added to `places`. */
  #oneOf(names: ByteNames, places?: number[], eachOnce = false): PlainValue {
    return (bytes, at, end) => {
      const after = plainName(bytes, at, end)
      const place = after < 0 ? -1 : names.find(bytes, at + 1, after - 1, nameHash[0] ?? 0)
      if (place < 0) return -1
      if (places?.includes(place) !== true) places?.push(place)
      else if (eachOnce) return -1
      return after
    }
  }

  /** Where they lead is looked at when all events are known. */
  #relations(): PlainValue {
    const kinds = oneOf(relationKinds)
    const wholeKind = oneOf(['part-of'])
    const { related } = this
    let isWhole = false
    const relation = plainObject(relationSchema, {
      to: (bytes, at, end) => {
        related.push(at)
        return plainName(bytes, at, end)
      },
      kind: (bytes, at, end) => {
        isWhole = wholeKind(bytes, at, end) > 0
        return kinds(bytes, at, end)
      },
    })
    return plainList((bytes, at, end) => {
      const after = relation(bytes, at, end)
      if (!isWhole || after < 0) return after
      // Of several the first one counts, and the others are told of.
      if (this.whole >= 0) return -1
      this.whole = related.length - 1
      return after
    })
  }
}
