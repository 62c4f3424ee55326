import type { IdGatherer } from './gatherIds.ts'
import { GrowingList } from './growing.ts'

/** Gathers the relations of events as these are read, to follow them when all events are known. */
export class RelationGatherer {
  /** The events that have relations. */
  readonly places = new GrowingList()
  /** Where the ids stand that they lead to, and of each event where its own end in this list. */
  readonly #to = new GrowingList()
  readonly #ends = new GrowingList()
  /** Of each, which id of its own it is part of, counted from 1; 0 for none. */
  readonly #wholes = new GrowingList()

  /** `whole` says which of `to` the event is part of; -1 for none. */
  add(place: number, to: readonly number[], whole: number): void {
    for (const at of to) this.#to.push(at)
    this.places.push(place)
    this.#ends.push(this.#to.length)
    this.#wholes.push(whole + 1)
  }

  /** How many relations the event of this number has. */
  countOf(number: number): number {
    return this.#ends.at(number) - (number === 0 ? 0 : this.#ends.at(number - 1))
  }

  /**
   * The event that the one of this number is part of, or -1; undefined where not all of its relations lead
   * to other events.
   */
  wholeOf(number: number, ids: IdGatherer): number | undefined {
    const own = this.places.at(number)
    const end = this.#ends.at(number)
    const from = end - this.countOf(number)
    const wholeAt = from + this.#wholes.at(number) - 1
    let whole = -1
    for (let at = from; at < end; at += 1) {
      const place = ids.placeAt(this.#to.at(at))
      if (place < 0 || place === own) return undefined
      if (at === wholeAt) whole = place
    }
    return whole
  }
}
