import { ByteNames } from './byteNames.ts'
import {
  afterSpace,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  endOfName,
  nameHash,
  OPEN_OBJECT,
  QUOTE,
} from './jsonBytes.ts'

/** Goes through the value of a field; gives where it ends, or -1 where it is not plain. */
export type TakeField = (field: number, bytes: Uint8Array, at: number, end: number) => number

/** Goes through objects of one kind, field by field. None is plain with a field that stands twice. */
export class ObjectBytes {
  readonly #names = new ByteNames()
  /** The object in which a field was seen last. */
  readonly #seen: number[] = []
  #object = 0
  /** The fields of the object before, one after the other: most have the same in the same order. */
  readonly #order: number[] = []
  /** So many names are learned of objects that may have any. */
  readonly #mostNames: number

  constructor(names: readonly string[], mostNames = 0) {
    for (const name of names) this.add(name)
    this.#mostNames = mostNames
  }

  /** Adds a field that is not there yet, and gives its number. */
  add(name: string): number {
    this.#seen.push(0)
    return this.#names.add(name)
  }

  /** Whether the object that was read last has a field. */
  has(field: number): boolean {
    return this.#seen[field] === this.#object
  }

  /** Behind the object at `at`; -1 where it is not plain, or not all there yet. */
  read(bytes: Uint8Array, at: number, end: number, take: TakeField): number {
    if (bytes[at] !== OPEN_OBJECT) return -1
    this.#object += 1
    let next = afterSpace(bytes, at + 1, end)
    if (next < end && bytes[next] === CLOSE_OBJECT) return next + 1
    for (let turn = 0; ; turn += 1) {
      if (bytes[next] !== QUOTE) return -1
      let field = this.#order[turn] ?? -1
      let close = this.#names.endAt(field, bytes, next + 1)
      if (close < 0 || close >= end) {
        close = endOfName(bytes, next + 1, end)
        if (close < 0) return -1
        field = this.#find(bytes, next + 1, close)
        this.#order[turn] = field
      }
      if (field < 0 || this.#seen[field] === this.#object) return -1
      this.#seen[field] = this.#object
      next = afterSpace(bytes, close + 1, end)
      if (bytes[next] !== COLON) return -1
      next = afterSpace(bytes, next + 1, end)
      next = next < end ? take(field, bytes, next, end) : -1
      if (next < 0) return -1
      next = afterSpace(bytes, next, end)
      if (next >= end) return -1
      if (bytes[next] === CLOSE_OBJECT) return next + 1
      if (bytes[next] !== COMMA) return -1
      next = afterSpace(bytes, next + 1, end)
    }
  }

  #find(bytes: Uint8Array, from: number, to: number): number {
    const field = this.#names.find(bytes, from, to, nameHash[0] ?? 0)
    if (field >= 0 || this.#names.length >= this.#mostNames) return field
    const name = decoder.decode(bytes.subarray(from, to))
    return name === '__proto__' ? -1 : this.add(name)
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
