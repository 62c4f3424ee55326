import type { Span } from '#core/time/instant.ts'
import { edtfToSpan, spanToEdtf } from '#core/time/spanText.ts'

/**
 * The span of a `range` parameter: an EDTF interval or one date. `..` (or nothing, since programs that
 * turn text into links cut trailing dots off) is the data's edge and gives `-Infinity` or `Infinity`.
 * Undefined for what is no date, or runs backwards.
 */
export function readRange(text: string): Span | undefined {
  const span = /^\s*(\.\.)?\/(\.\.)?\s*$/.test(text)
    ? { start: -Infinity, end: Infinity }
    : edtfToSpan(text.trim())
  return span !== undefined && span.start < span.end ? span : undefined
}

/**
 * The shortest interval that moves no edge by half a pixel; undefined when both edges are open.
 *
 * A shortened date can itself be near a still shorter one, and copies of copies would wander. So it
 * is shortened here until nothing changes, in steps of a quarter of a pixel at most. A range always
 * counts as two hundred pixels or more, so that its edges cannot meet.
 */
export function writeRange(range: Span, msPerPx: number): string | undefined {
  if (range.start === -Infinity && range.end === Infinity) return undefined
  let text = shorten(range, msPerPx)
  for (let round = 0; round < 8; round++) {
    const span = readRange(text)
    const shorter = span && shorten(span, msPerPx)
    if (shorter === undefined || shorter === text) break
    text = shorter
  }
  return text
}

function shorten(range: Span, msPerPx: number): string {
  return spanToEdtf(range, Math.min(msPerPx / 2, (range.end - range.start) / 200))
}
