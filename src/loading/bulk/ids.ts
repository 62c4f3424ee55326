import { hashOf, hashSeed, slotOf } from './byteNames.ts'
import { QUOTE } from './jsonBytes.ts'

/**
 * The ids of all events, as texts of JSON in bytes: most stand in the file itself, and those that were
 * made or mended behind each other in `made`.
 */
export interface Ids {
  /** The file. */
  readonly text: Uint8Array
  readonly made: Uint8Array
  /** By event: where its opening quote stands; with `inMade` added, where in `made`. */
  readonly at: Uint32Array
  /** Places of events by the hash of their ids, one more; 0 for a free slot. Their number is a power of two. */
  readonly slots: Int32Array
}

/** Added to places in `made`: files are shorter. */
export const inMade = 0x80000000

const BACKSLASH = 92
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/** The id of an event; undefined for none. */
export function idOf(ids: Pick<Ids, 'text' | 'made' | 'at'>, place: number): string | undefined {
  const at = ids.at[place]
  return at === undefined ? undefined : textAt(at < inMade ? ids.text : ids.made, at % inMade)
}

/** The text of JSON whose opening quote stands at `at`. */
export function textAt(bytes: Uint8Array, at: number): string {
  let end = at + 1
  let isPlain = true
  for (; bytes[end] !== QUOTE && end < bytes.length; end += 1) {
    if (bytes[end] !== BACKSLASH) continue
    isPlain = false
    end += 1
  }
  if (isPlain) return decoder.decode(bytes.subarray(at + 1, end))
  return String(JSON.parse(decoder.decode(bytes.subarray(at, end + 1))))
}

/** An id as it stands in `made`, with its quotes. */
export function literalOf(id: string): Uint8Array {
  return encoder.encode(JSON.stringify(id))
}

/** The hash of the text of JSON whose opening quote stands at `at`, up to the first quote in it. */
export function hashAt(bytes: Uint8Array, at: number): number {
  let hash = hashSeed
  for (let next = at + 1; next < bytes.length && bytes[next] !== QUOTE; next += 1) {
    hash = hashOf(hash, bytes[next] ?? 0)
  }
  return hash
}

/** The event of an id; -1 for none. */
export function placeOf(ids: Ids, id: string): number {
  const literal = literalOf(id)
  const mask = ids.slots.length - 1
  for (let slot = slotOf(hashAt(literal, 0), mask + 1); ; slot = (slot + 1) & mask) {
    const place = (ids.slots[slot] ?? 0) - 1
    if (place < 0) return -1
    const at = ids.at[place] ?? 0
    if (isSameText(literal, 0, at < inMade ? ids.text : ids.made, at % inMade)) return place
  }
}

/** Whether two texts of JSON are the same, by their bytes from the opening quotes on. */
export function isSameText(a: Uint8Array, atA: number, b: Uint8Array, atB: number): boolean {
  for (let step = 1; ; step += 1) {
    const byte = a[atA + step]
    if (byte !== b[atB + step]) return false
    if (byte === QUOTE || byte === undefined) return true
    if (byte !== BACKSLASH) continue
    step += 1
    if (a[atA + step] !== b[atB + step]) return false
  }
}
