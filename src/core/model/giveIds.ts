/**
 * Makes the ids of a list unique. `ids` holds what the author wrote (undefined for nothing), `derive`
 * gives the id of an entry without one. The first holder of an id keeps it; every written id is taken
 * before any is made, so that what is made never depends on the order of the list, except between
 * entries that look the same.
 */
export function giveIds(
  ids: readonly (string | undefined)[],
  derive: (index: number) => string,
): { readonly ids: readonly string[]; readonly repeated: readonly number[] } {
  const written = new Set(ids)
  const held = new Set<string>()
  const repeated: number[] = []
  const counters = new Map<string, number>()

  const unused = (wanted: string): string => {
    if (!held.has(wanted) && !written.has(wanted)) return wanted
    let number = counters.get(wanted) ?? 2
    while (held.has(`${wanted}-${number}`) || written.has(`${wanted}-${number}`)) number += 1
    counters.set(wanted, number + 1)
    return `${wanted}-${number}`
  }

  const given = ids.map((id, index) => {
    let own = id
    if (own === undefined) own = unused(derive(index))
    else if (held.has(own)) {
      repeated.push(index)
      own = unused(own)
    }
    held.add(own)
    return own
  })
  return { ids: given, repeated }
}

const longest = 60

/** A readable id from any script: letters and digits, joined by hyphens. */
export function slug(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
  const letters = Array.from(words)
  if (letters.length <= longest) return words
  return `${letters.slice(0, longest).join('')}-${hash(words)}`
}

/** FNV-1a, 32 bits: tells apart long titles that begin alike. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  }
  return (value >>> 0).toString(36)
}
