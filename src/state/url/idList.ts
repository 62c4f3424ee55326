/**
 * Lists of ids inside one parameter's value: separated by commas, spaces around them ignored. Inside
 * an id the comma, the per cent sign, a leading minus and outer spaces are percent-encoded. That is a
 * level of its own below the encoding of the query string, since many tools that build addresses
 * encode every comma: `org=a%2Cb` must stay two ids.
 */

/** Reads a list; empty places and repetitions fall away. */
export function readIds(text: string): readonly string[] {
  const written = text.split(',').map((part) => part.trim())
  return [...new Set(written.filter((part) => part !== '').map(decodeId))]
}

export function writeIds(ids: readonly string[]): string {
  return ids.map(encodeId).join(',')
}

/** Reads a list in which `-id` leaves out. */
export function readSignedIds(text: string): {
  readonly wanted: readonly string[]
  readonly unwanted: readonly string[]
} {
  const written = text.split(',').map((part) => part.trim())
  const wanted = written.filter((part) => !part.startsWith('-'))
  const unwanted = written.filter((part) => part.startsWith('-')).map((part) => part.slice(1))
  return { wanted: readIds(wanted.join(',')), unwanted: readIds(unwanted.join(',')) }
}

export function writeSignedIds(wanted: readonly string[], unwanted: readonly string[]): string {
  return [...wanted.map(encodeId), ...unwanted.map((id) => `-${encodeId(id)}`)].join(',')
}

function encodeId(id: string): string {
  return wellFormed(id).replaceAll(/[%,]|^-|^\s+|\s+$/g, (part) =>
    part === '-' ? '%2D' : encodeURIComponent(part),
  )
}

function decodeId(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A lone per cent sign that somebody typed: it stands for itself.
    return part
  }
}

/** Text without lone surrogates, which no address can carry. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')
}
