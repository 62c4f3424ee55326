import { slotOf } from './byteNames.ts'
import { GrowingBytes, GrowingList } from './growing.ts'
import { hashAt, idOf, type Ids, inMade, isSameText, literalOf } from './ids.ts'

/** Gathers the ids of events as these are read, and finds out which stand twice. */
export class IdGatherer {
  readonly #text: () => Uint8Array
  readonly #made = new GrowingBytes()
  readonly #at = new GrowingList()
  readonly #hashes = new GrowingList()
  #slots = new Int32Array(2048)
  #count = 0

  /** `text` gives the file as far as it has come. */
  constructor(text: () => Uint8Array) {
    this.#text = text
  }

  /** An event without an id, so far. */
  addNone(): void {
    this.#at.push(0)
    this.#hashes.push(0)
  }

  /** An event whose id stands in the file; false when an event before holds it. */
  addPlain(at: number, hash: number): boolean {
    this.#at.push(at)
    this.#hashes.push(hash)
    return this.#take(this.#at.length - 1)
  }

  /** An event whose id stands elsewhere; false when an event before holds it. */
  addOther(id: string): boolean {
    const literal = literalOf(id)
    return this.addPlain(this.#write(literal), hashAt(literal, 0))
  }

  /** Gives an event an id that nobody holds. */
  give(place: number, id: string): void {
    const literal = literalOf(id)
    this.#at.values[place] = this.#write(literal)
    this.#hashes.values[place] = hashAt(literal, 0)
    this.#take(place)
  }

  idOf(place: number): string {
    return idOf({ text: this.#text(), made: this.#made.bytes, at: this.#at.values }, place) ?? ''
  }

  /** Whether an event has an id, of its own or given. */
  isGiven(place: number): boolean {
    return this.#at.at(place) > 0
  }

  /** The event that holds an id; -1 for none. */
  placeOf(id: string): number {
    const literal = literalOf(id)
    return this.#find(literal, 0, hashAt(literal, 0))
  }

  /** Keeps an id that some event may have, as `placeAt` wants it. */
  note(id: string): number {
    return this.#write(literalOf(id))
  }

  /** The event that holds the id whose opening quote stands at `at`; -1 for none. */
  placeAt(at: number): number {
    const bytes = at < inMade ? this.#text() : this.#made.bytes
    return this.#find(bytes, at % inMade, hashAt(bytes, at % inMade))
  }

  done(): Ids {
    const made = this.#made.bytes.slice(0, this.#made.length)
    return { text: this.#text(), made, at: this.#at.done(), slots: this.#slots }
  }

  #write(literal: Uint8Array): number {
    this.#made.push(literal)
    return inMade + this.#made.length - literal.length
  }

  #take(place: number): boolean {
    const at = this.#at.at(place)
    const bytes = at < inMade ? this.#text() : this.#made.bytes
    const hash = this.#hashes.at(place) | 0
    if (this.#find(bytes, at % inMade, hash) >= 0) return false
    this.#count += 1
    if (this.#count * 2 > this.#slots.length) this.#grow()
    this.#put(place, hash)
    return true
  }

  #find(bytes: Uint8Array, at: number, hash: number): number {
    const text = this.#text()
    const mask = this.#slots.length - 1
    for (let slot = slotOf(hash, mask + 1); ; slot = (slot + 1) & mask) {
      const place = (this.#slots[slot] ?? 0) - 1
      if (place < 0) return -1
      if ((this.#hashes.at(place) | 0) !== hash) continue
      const other = this.#at.at(place)
      if (isSameText(bytes, at, other < inMade ? text : this.#made.bytes, other % inMade))
        return place
    }
  }

  #put(place: number, hash: number): void {
    const mask = this.#slots.length - 1
    let slot = slotOf(hash, mask + 1)
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = place + 1
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(2 * old.length)
    for (const entry of old) if (entry > 0) this.#put(entry - 1, this.#hashes.at(entry - 1) | 0)
  }
}
