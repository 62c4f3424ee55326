import type { Place } from '#core/model/locateInJson.ts'

const LINE_BREAK = 10
/** Bytes that are decoded at once. */
const stretch = 1_000_000

/**
 * Lines and columns of places in a text of UTF-8, given by their bytes; `first` is where the text begins.
 * Goes through the text once.
 */
export function placeOffsets(
  text: Uint8Array,
  offsets: readonly number[],
  first: number,
): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>()
  let line = 1
  let column = 1
  let at = first
  for (const offset of [...new Set(offsets)].toSorted((a, b) => a - b)) {
    for (;;) {
      const lineEnd = text.indexOf(LINE_BREAK, at)
      if (lineEnd < 0 || lineEnd >= offset) break
      line += 1
      column = 1
      at = lineEnd + 1
    }
    column += unitsIn(text, at, offset)
    at = offset
    places.set(offset, { line, column })
  }
  return places
}

/** UTF-16 units of a stretch that begins and ends between characters. */
function unitsIn(text: Uint8Array, from: number, to: number): number {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let units = 0
  for (let at = from; at < to; at += stretch) {
    const end = Math.min(to, at + stretch)
    units += decoder.decode(text.subarray(at, end), { stream: end < to }).length
  }
  return units
}

/** A place in a piece of text that begins at `start` of a whole. */
export function placeWithin(start: Place, place: Place): Place {
  return place.line === 1
    ? { line: start.line, column: start.column + place.column - 1 }
    : { line: start.line + place.line - 1, column: place.column }
}

/** The line of the first character that stands for bytes which are no UTF-8; undefined for none. */
export function lineOfUnreadable(text: Uint8Array, first: number): number | undefined {
  if (isUtf8(text)) return undefined
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let line = 1
  for (let at = first; at < text.length; at += stretch) {
    const end = Math.min(text.length, at + stretch)
    const piece = decoder.decode(text.subarray(at, end), { stream: end < text.length })
    const found = piece.indexOf('\ufffd')
    line += piece.slice(0, found < 0 ? undefined : found).split('\n').length - 1
    if (found >= 0) return line
  }
  return line
}

function isUtf8(text: Uint8Array): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for (let at = 0; at < text.length; at += stretch) {
      const end = Math.min(text.length, at + stretch)
      decoder.decode(text.subarray(at, end), { stream: end < text.length })
    }
    return true
  } catch {
    return false
  }
}
