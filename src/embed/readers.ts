/** Gives the value if it is of the wanted kind, else undefined. Never throws on a bounded copy. */
export type Reader<T> = (value: unknown) => T | undefined

type Readers<T> = { readonly [K in keyof T]-?: Reader<T[K]> }

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined)

/** Text, or null where the messages say that there is none. */
export const textOrNull: Reader<string | null> = (value) => (value === null ? null : text(value))

export const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined)

export const amount: Reader<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined

/** A step, or any other whole number from 0. */
export const natural: Reader<number> = (value) =>
  Number.isSafeInteger(value) ? amount(value) : undefined

/** An address that opens a page or a mail, and runs nothing. */
export const address: Reader<string> = (value) => {
  const found = text(value)
  return found !== undefined && /^(https?:\/\/|mailto:)/i.test(found) ? found : undefined
}

export function oneOf<const T>(...values: readonly T[]): Reader<T> {
  return (value) => values.find((known) => known === value)
}

export function either<A, B>(first: Reader<A>, second: Reader<B>): Reader<A | B> {
  return (value) => first(value) ?? second(value)
}

export function list<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return undefined
    const found = value.map(read).filter((entry) => entry !== undefined)
    return found.length === value.length ? found : undefined
  }
}

/** Query parameters. `set({step: 2})` means the text, and null the default. */
export const params: Reader<Readonly<Record<string, string>>> = (value) => {
  if (!isRecord(value)) return undefined
  const found: Record<string, string> = {}
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string') found[name] = entry
    else if (typeof entry === 'number' || typeof entry === 'boolean') found[name] = String(entry)
    else if (entry === null) found[name] = ''
    else if (entry !== undefined) return undefined
  }
  return found
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * An object with these fields. A required one that is no good makes the whole no good; an optional
 * one is left out then, and so is every field that is not named: senders may be newer than we are.
 */
export function record<R, O = object>(
  required: Readers<R>,
  optional?: Readers<O>,
): Reader<R & Partial<O>> {
  return (value) => {
    if (!isRecord(value)) return undefined
    const found: Record<string, unknown> = {}
    const take = (readers: object): void => {
      for (const [name, read] of Object.entries(readers)) {
        const field: unknown = Object.hasOwn(value, name) ? read(value[name]) : undefined
        if (field !== undefined) found[name] = field
      }
    }
    take(required)
    const hasAll = (fields: object): fields is R & Partial<O> =>
      Object.keys(fields).length === Object.keys(required).length
    if (!hasAll(found)) return undefined
    if (optional !== undefined) take(optional)
    return found
  }
}
