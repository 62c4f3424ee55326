import { MS } from '#core/time/instant.ts'
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
 * An edge that stands exactly on a date about as coarse as a pixel keeps it. Otherwise a shortened
 * date could be near a still shorter one, and copies of copies would wander; so one that somebody
 * wrote stays as it is. A range always counts as a hundred pixels or more: its edges cannot meet.
 */
export function writeRange(range: Span, msPerPx: number): string | undefined {
  // No date is finer than a millisecond.
  const [start, end] = [Math.round(range.start), Math.round(range.end)]
  if (start === -Infinity && end === Infinity) return undefined
  const pixel = Math.min(msPerPx, (end - start) / 100)
  const first = writeEdge(pixel, (px) => spanToEdtf({ start, end: Infinity }, px).split('/')[0])
  const last = writeEdge(pixel, (px) => spanToEdtf({ start: -Infinity, end }, px).split('/')[1])
  return first === last ? first : `${first}/${last}`
}

function writeEdge(pixel: number, write: (msPerPx: number) => string | undefined): string {
  const exact = write(0) ?? '..'
  return unitOf(exact) >= coarsestUnit(exact, pixel) ? exact : (write(pixel) ?? '..')
}

const year = 366 * MS.day
/** Longest lengths of what a date in our texts ends with. */
const units = [1, MS.second, MS.minute, MS.day, 31 * MS.day, year]

/** The coarsest unit whose nearest boundary is surely within half a pixel. */
function coarsestUnit(text: string, pixel: number): number {
  if (text.startsWith('Y') && pixel >= year)
    return year * 10 ** Math.floor(Math.log10(pixel / year))
  return units.findLast((unit) => unit <= pixel) ?? 1
}

/** The unit of the last part of a date as `spanToEdtf` writes it. Long years count by their zeros. */
function unitOf(text: string): number {
  const [, zeros = '', exponent = '0'] = /^Y-?\d*?(0*)(?:E(\d+))?$/.exec(text) ?? []
  if (text.startsWith('Y')) return year * 10 ** (zeros.length + Number(exponent))
  const parts = text.replace(/^-/, '').split(/[-T:.]/).length
  // Year, month, day; then hour and minute come together, second, millisecond.
  return [year, year, 31 * MS.day, MS.day, MS.day, MS.minute, MS.second, 1][parts] ?? Infinity
}
