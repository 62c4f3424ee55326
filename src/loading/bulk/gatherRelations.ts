import type { IdGatherer } from './gatherIds.ts'
import { GrowingList } from './growing.ts'
import type { PlainEvents } from './plainEvent.ts'

/** Gathers the relations of events as these are read, to follow them when all events are known. */
export class RelationGatherer {
  /** The events that have relations. */
  readonly places = new GrowingList()
  /** Of each, where its ids end in the two lists below. It has none there where it was read in full. */
  readonly #ends = new GrowingList()
  /** Of each, which id of its own it is part of, counted from 1; 0 for none. */
  readonly #wholes = new GrowingList()
  readonly #at = new GrowingList()
  readonly #hashes = new GrowingList()

  addPlain(place: number, { related, relatedHashes, whole }: PlainEvents): void {
    for (const at of related) this.#at.push(at)
    for (const hash of relatedHashes) this.#hashes.push(hash)
    this.#add(place, whole + 1)
  }

  /** An event whose relations have to be read once more. */
  addOther(place: number): void {
    this.#add(place, 0)
  }

  /**
   * The event that the one of this number is part of, or -1; undefined where its relations have to be
   * read, since they are not known or do not all lead to other events.
   */
  wholeOf(number: number, ids: IdGatherer): number | undefined {
    const own = this.places.at(number)
    const end = this.#ends.at(number)
    const from = end - this.countOf(number)
    const wholeAt = from + this.#wholes.at(number) - 1
    let whole = -1
    for (let at = from; at < end; at += 1) {
      const place = ids.placeAt(this.#at.at(at), this.#hashes.at(at))
      if (place < 0 || place === own) return undefined
      if (at === wholeAt) whole = place
    }
    return from === end ? undefined : whole
  }

  /** How many relations the one of this number has that are known. */
  countOf(number: number): number {
    return this.#ends.at(number) - (number === 0 ? 0 : this.#ends.at(number - 1))
  }

  #add(place: number, whole: number): void {
    this.places.push(place)
    this.#ends.push(this.#at.length)
    this.#wholes.push(whole)
  }
}
