import { confidences, eventSchema } from '#core/model/document.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { ByteNames } from './byteNames.ts'
import {
  afterNumber,
  afterSpace,
  afterWord,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfName,
  endOfPlainText,
  nameHash,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './jsonBytes.ts'
import { readPlainDate } from './plainDate.ts'

/** How the value of a field is gone through. `never` sends its event to the full reader. */
type Kind =
  | 'id'
  | 'date'
  | 'title'
  | 'text'
  | 'organizations'
  | 'people'
  | 'topics'
  | 'sources'
  | 'importance'
  | 'confidence'
  | 'list'
  | 'unknown'
  | 'never'

const kinds: Readonly<Record<string, Kind>> = {
  id: 'id',
  date: 'date',
  title: 'title',
  dateNote: 'text',
  summary: 'text',
  body: 'text',
  diagram: 'text',
  confidenceNote: 'text',
  organizations: 'organizations',
  people: 'people',
  topics: 'topics',
  sources: 'sources',
  importance: 'importance',
  confidence: 'confidence',
} satisfies Partial<Record<keyof typeof eventSchema.entries, Kind>>

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
  /** Those with relations are for the full reader. */
  readonly hasRelations = false
  /** Places in the lists of the document, each once. */
  readonly organizations: number[] = []
  readonly people: number[] = []
  readonly topics: number[] = []

  readonly #references: References
  readonly #fields = new ByteNames()
  readonly #kinds: Kind[] = []
  /** The event in which a field was seen last. */
  readonly #seen: number[] = []
  /** Names that the format does not know, and in how many events they were passed over. */
  readonly #unknown: { readonly name: string; readonly field: number; count: number }[] = []
  /** No field, and nothing that could be passed over as one. */
  readonly #names = new Set(['__proto__'])
  #event = 0
  /** The fields of the event before, one after the other. */
  readonly #order: number[] = []

  constructor(references: References) {
    this.#references = references
    for (const name of Object.keys(eventSchema.entries)) this.#field(name, kinds[name] ?? 'list')
    for (const name of draftNames) this.#field(name, 'never')
  }

  /** From now on plain values of this field, which the format does not know, are only counted. */
  passOver(name: string): void {
    if (this.#unknown.length >= mostUnknown || this.#names.has(name)) return
    this.#unknown.push({ name, field: this.#fields.length, count: 0 })
    this.#field(name, 'unknown')
  }

  /** The fields that were passed over. */
  get unknown(): readonly { readonly name: string; readonly count: number }[] {
    return this.#unknown
  }

  #field(name: string, kind: Kind): void {
    this.#names.add(name)
    this.#fields.add(name)
    this.#kinds.push(kind)
    this.#seen.push(0)
  }

  /** Reads the event at `at`; gives where it ends, or -1 where it is not plain, or not all there yet. */
  read(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== OPEN_OBJECT) return -1
    this.#event += 1
    this.idAt = 0
    this.importance = 3
    this.organizations.length = 0
    this.people.length = 0
    this.topics.length = 0
    let hasDate = false
    let hasTitle = false
    let next = afterSpace(bytes, at + 1, end)
    for (let turn = 0; ; turn += 1) {
      if (bytes[next] !== QUOTE) return -1
      // Most events have the same fields in the same order as the one before.
      let field = this.#order[turn] ?? -1
      let close = this.#fields.endAt(field, bytes, next + 1)
      if (close < 0 || close >= end) {
        close = endOfName(bytes, next + 1, end)
        if (close < 0) return -1
        field = this.#fields.find(bytes, next + 1, close, nameHash[0] ?? 0)
        this.#order[turn] = field
      }
      if (field < 0 || this.#seen[field] === this.#event) return -1
      this.#seen[field] = this.#event
      next = afterSpace(bytes, close + 1, end)
      if (bytes[next] !== COLON) return -1
      next = afterSpace(bytes, next + 1, end)
      const kind = this.#kinds[field] ?? 'never'
      next = this.#value(kind, bytes, next, end)
      if (next < 0) return -1
      if (kind === 'date') hasDate = true
      if (kind === 'title') hasTitle = true
      next = afterSpace(bytes, next, end)
      if (next >= end) return -1
      if (bytes[next] === CLOSE_OBJECT) break
      if (bytes[next] !== COMMA) return -1
      next = afterSpace(bytes, next + 1, end)
    }
    if (!hasDate || !hasTitle) return -1
    return next + 1
  }

  /** Counts what was passed over in the event that was read last. */
  countUnknown(): void {
    for (const unknown of this.#unknown) {
      if (this.#seen[unknown.field] === this.#event) unknown.count += 1
    }
  }

  /** Behind a value, or -1. */
  #value(kind: Kind, bytes: Uint8Array, at: number, end: number): number {
    if (at >= end) return -1
    if (kind === 'unknown') return afterScalar(bytes, at, end)
    if (bytes[at] === 110) {
      return kind === 'date' || kind === 'title' || kind === 'never'
        ? -1
        : afterWord(bytes, at, end)
    }
    switch (kind) {
      case 'text':
        return bytes[at] === QUOTE ? behind(endOfPlainText(bytes, at + 1, end)) : -1
      case 'title':
        return this.#title(bytes, at, end)
      case 'date':
        return this.#date(bytes, at, end)
      case 'id': {
        if (bytes[at] !== QUOTE) return -1
        const close = endOfName(bytes, at + 1, end)
        if (close <= at + 1) return -1
        this.idAt = at
        this.idHash = nameHash[0] ?? 0
        return close + 1
      }
      case 'organizations':
        return this.#list(this.#references.organizations, this.organizations, true, bytes, at, end)
      case 'people':
        return this.#list(this.#references.people, this.people, false, bytes, at, end)
      case 'topics':
        return this.#list(this.#references.topics, this.topics, false, bytes, at, end)
      case 'sources':
        return this.#list(this.#references.sources, undefined, false, bytes, at, end)
      case 'importance': {
        const digit = (bytes[at] ?? 0) - 48
        if (digit < 1 || digit > 5 || afterNumber(bytes, at, end) !== at + 1) return -1
        this.importance = digit
        return at + 1
      }
      case 'confidence': {
        const close = bytes[at] === QUOTE ? endOfName(bytes, at + 1, end) : -1
        const known = close < 0 ? -1 : confidenceNames.find(bytes, at + 1, close, nameHash[0] ?? 0)
        return known < 0 ? -1 : close + 1
      }
      case 'list': {
        const close = bytes[at] === OPEN_LIST ? afterSpace(bytes, at + 1, end) : end
        return bytes[close] === CLOSE_LIST && close < end ? close + 1 : -1
      }
      case 'never':
        return -1
    }
  }

  /** A title has to show something. */
  #title(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== QUOTE) return -1
    const close = endOfPlainText(bytes, at + 1, end)
    for (let next = at + 1; next < close; next += 1) {
      const byte = bytes[next] ?? 0
      // A backslash may begin a blank.
      if (byte === 92) return -1
      if (byte > 32 && byte < 127) return close + 1
    }
    // Some of all other scripts' characters are blanks.
    return close > at + 1 && decoder.decode(bytes.subarray(at + 1, close)).trim() !== ''
      ? close + 1
      : -1
  }

  #date(bytes: Uint8Array, at: number, end: number): number {
    if (bytes[at] !== QUOTE) return -1
    const close = endOfName(bytes, at + 1, end)
    if (close < 0) return -1
    if (readPlainDate(bytes, at + 1, close, this.drawn)) return close + 1
    const reading = parseDate(decoder.decode(bytes.subarray(at + 1, close)))
    if (!reading.ok || reading.notes.length > 0) return -1
    const { anchor, outer, others } = drawnDate(reading.date)
    this.drawn.anchor = anchor
    this.drawn.outer.start = Math.min(outer.start, ...others)
    this.drawn.outer.end = Math.max(outer.end, ...others)
    return close + 1
  }

  /** A list of ids that are known. */
  #list(
    names: ByteNames,
    places: number[] | undefined,
    eachOnce: boolean,
    bytes: Uint8Array,
    at: number,
    end: number,
  ): number {
    if (bytes[at] !== OPEN_LIST) return -1
    let next = afterSpace(bytes, at + 1, end)
    if (next < end && bytes[next] === CLOSE_LIST) return next + 1
    for (;;) {
      const close = bytes[next] === QUOTE ? endOfName(bytes, next + 1, end) : -1
      if (close < 0) return -1
      const place = names.find(bytes, next + 1, close, nameHash[0] ?? 0)
      if (place < 0) return -1
      if (places?.includes(place) !== true) places?.push(place)
      else if (eachOnce) return -1
      next = afterSpace(bytes, close + 1, end)
      if (next >= end) return -1
      if (bytes[next] === CLOSE_LIST) return next + 1
      if (bytes[next] !== COMMA) return -1
      next = afterSpace(bytes, next + 1, end)
    }
  }
}

const confidenceNames = new ByteNames()
for (const confidence of confidences) confidenceNames.add(confidence)

function behind(close: number): number {
  return close < 0 ? -1 : close + 1
}

/** Behind a text, a number or a word. */
function afterScalar(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at] ?? 0
  if (first === QUOTE) return behind(endOfPlainText(bytes, at + 1, end))
  return first === 45 || (first >= 48 && first <= 57)
    ? afterNumber(bytes, at, end)
    : afterWord(bytes, at, end)
}
