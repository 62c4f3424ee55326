/** Limits of a message (protocol 1). Size is counted in characters of text, names included. */
const maxSize = 256 * 1024
const maxDepth = 20

/**
 * A copy of what came from outside: plain objects, lists, text, finite numbers, booleans, null and
 * blobs, and nothing else. What is of another kind is left out of it, an inherited field is never
 * read, and each field is read once, so that what was checked is also what is used. Undefined for
 * what is too large, too deep, goes in circles, or throws while it is read. The work is bounded by
 * the size, not by how cleverly the data repeats itself.
 */
export function boundedCopy(data: unknown): unknown {
  let left = maxSize

  const spend = (cost: number): void => {
    left -= cost
    // Written so that a length of NaN, which a proxy may claim, ends here too.
    if (!(left >= 0)) throw new RangeError('too large')
  }

  const copy = (value: unknown, depth: number): unknown => {
    spend(1)
    if (typeof value === 'string') spend(value.length)
    if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
    if (typeof value !== 'object') return undefined
    if (value instanceof Blob) return value
    if (depth > maxDepth) throw new RangeError('too deep')
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value
      const { length } = list
      spend(length)
      return Array.from({ length }, (_, index) => copy(list[index], depth + 1))
    }
    if (!isPlain(value)) return undefined
    const names = Object.keys(value)
    spend(names.length)
    const result: Record<string, unknown> = {}
    for (const name of names) {
      spend(name.length)
      // Assigning to this name would change what the copy inherits.
      if (name !== '__proto__') result[name] = copy(Reflect.get(value, name), depth + 1)
    }
    return result
  }

  try {
    return copy(data, 1)
  } catch {
    return undefined
  }
}

/** No typed array, map, error, …: an object of literal kind, of whatever window it comes from. */
function isPlain(value: object): boolean {
  const parent: unknown = Object.getPrototypeOf(value)
  return parent === null || Object.getPrototypeOf(parent) === null
}
