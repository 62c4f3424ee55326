import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  isSpace,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './jsonBytes.ts'

const BACKSLASH = 92

/**
 * Finds the end of a value of JSON by its brackets and quotes, whatever else is wrong in it. It can stop
 * where the bytes end, and go on when more of them have come.
 */
export class ValueSkipper {
  #depth = 0
  #inText = false
  #at = -1

  /** Behind the value that begins at `start`; -1 where the bytes end before it does. */
  skip(bytes: Uint8Array, start: number, end: number): number {
    let depth = this.#depth
    let inText = this.#inText
    let at = this.#at < 0 ? start : this.#at
    while (at < end) {
      const byte = bytes[at] ?? 0
      if (inText) {
        if (byte === BACKSLASH) {
          // The escaped byte may not have come yet.
          if (at + 1 >= end) break
          at += 1
        } else if (byte === QUOTE) {
          inText = false
          if (depth === 0) return this.#found(at + 1)
        }
      } else if (byte === QUOTE) inText = true
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        depth -= 1
        // Below zero a number or word has ended before the bracket of what is around it.
        if (depth <= 0) return this.#found(depth < 0 ? at : at + 1)
      } else if (depth === 0 && (byte === COMMA || isSpace(byte))) return this.#found(at)
      at += 1
    }
    this.#depth = depth
    this.#inText = inText
    this.#at = at
    return -1
  }

  #found(end: number): number {
    this.#depth = 0
    this.#inText = false
    this.#at = -1
    return end
  }
}
