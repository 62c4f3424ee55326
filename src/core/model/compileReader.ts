import * as v from 'valibot'
import { addressSchema, dateSchema, imageAddressSchema } from './document.ts'
import type { ProblemCode } from './problemCodes.ts'
import { readAddress, readDate, readImageAddress, readNumber, readString } from './readValues.ts'
import { nearestName, quote, type Reading } from './reading.ts'

/**
 * Turns a schema into a forgiving reader. The schema library's own parser gives all or nothing; this
 * one goes down the schema field by field, mends or drops what is wrong, and reports it. What is
 * right stays said once, in the schema.
 */
type Read = (value: unknown, reading: Reading) => unknown

/** How a required field that is missing or unusable is made up for. */
export interface Repair {
  /** What is put in its place; undefined when even that cannot be had, and the entry is lost. */
  readonly make: (entry: Readonly<Record<string, unknown>>) => unknown
  /** Says what `make` does, as a sentence. */
  readonly words: string
  /** An empty text is a value here. */
  readonly mayBeBlank?: boolean
}

/** Repairs by object schema, then by field. */
export type Repairs = ReadonlyMap<v.GenericSchema, Readonly<Record<string, Repair>>>

type KnownSchema =
  | v.StringSchema<undefined>
  | v.NumberSchema<undefined>
  | v.PicklistSchema<readonly string[], undefined>
  | v.ArraySchema<v.GenericSchema, undefined>
  | v.RecordSchema<v.StringSchema<undefined>, v.GenericSchema, undefined>
  | v.LooseObjectSchema<Readonly<Record<string, v.GenericSchema>>, undefined>
  | v.UnionSchema<v.GenericSchema[], undefined>
  | v.OptionalSchema<v.GenericSchema, undefined>

const knownTypes: ReadonlySet<string> = new Set([
  'string',
  'number',
  'picklist',
  'array',
  'record',
  'loose_object',
  'union',
  'optional',
] satisfies KnownSchema['type'][])

function isKnown(schema: v.GenericSchema): schema is v.GenericSchema & KnownSchema {
  return knownTypes.has(schema.type)
}

/**
 * The reader of a schema. It gives undefined, after reporting, for a value of which nothing can be
 * kept. Its depth is that of the schema, whatever the depth of the value.
 */
export function compileReader<S extends v.GenericSchema>(
  schema: S,
  repairs: Repairs = new Map(),
): (value: unknown, reading: Reading) => v.InferOutput<S> | undefined {
  const read = compile(schema, repairs)
  // The one place where the walk over a schema claims to yield its type; a property test holds it.
  return (value, reading) => read(value, reading)
}

function compile(schema: v.GenericSchema, repairs: Repairs): Read {
  if (schema === dateSchema) return readDate
  if (schema === addressSchema) return readAddress
  if (schema === imageAddressSchema) return readImageAddress
  if (!isKnown(schema)) throw new Error(`No reader for the schema type ${schema.type}`)
  const read = compileKind(schema, repairs)
  return 'pipe' in schema ? checkedBy(schema, read) : read
}

function compileKind(schema: v.GenericSchema & KnownSchema, repairs: Repairs): Read {
  switch (schema.type) {
    case 'string':
      return readString
    case 'number':
      return readNumber
    case 'picklist':
      return picklistReader(schema.options)
    case 'optional':
      return compile(schema.wrapped, repairs)
    case 'array':
      return arrayReader(compile(schema.item, repairs))
    case 'record':
      return recordReader(compile(schema.value, repairs))
    case 'union':
      return unionReader(schema.options, repairs)
    case 'loose_object':
      return objectReader(schema, repairs)
  }
}

/** Adds the checks of a pipe (`v.regex`, `v.maxValue`, …) after the reading of its base. */
function checkedBy(schema: v.GenericSchema, read: Read): Read {
  return (value, reading) => {
    const result = read(value, reading)
    if (result === undefined || v.is(schema, result)) return result
    const expected = v.getDescription(schema) ?? 'another value'
    reading.refuse('value-unusable', `This cannot be ${quote(result)}.`, asPhrase(expected))
    return undefined
  }
}

/** A description as the end of a sentence. */
function asPhrase(words: string): string {
  const plain = words.endsWith('.') ? words.slice(0, -1) : words
  return plain.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())
}

function picklistReader(options: readonly string[]): Read {
  return (value, reading) => {
    if (typeof value === 'string' && options.includes(value)) return value
    const near = typeof value === 'string' ? nearestName(value, options) : undefined
    const expected = `one of ${options.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`
    reading.refuse('value-unknown', `This cannot be ${quote(value)}.`, expected)
    return undefined
  }
}

const entryLost = { severity: 'warning', words: 'This entry was left out.' } as const
const fieldLost = { severity: 'warning', words: 'This field was left out.' } as const

function arrayReader(readEntry: Read): Read {
  return (value, reading) => {
    const { loss } = reading
    if (!Array.isArray(value)) {
      if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) {
        reading.refuse('value-unusable', `This cannot be ${quote(value)}.`, 'a list')
        return undefined
      }
      const only = readEntry(value, reading)
      if (only === undefined) return undefined
      reading.report(
        'note',
        'list-of-one',
        `A list belongs here, not ${quote(value)}.`,
        'Read as a list of one.',
      )
      return [only]
    }
    const list: unknown[] = []
    for (const [position, entry] of value.entries()) {
      reading.path.push(position)
      reading.loss = entryLost
      const read = readEntry(entry, reading)
      reading.path.pop()
      if (read !== undefined) list.push(read)
    }
    reading.loss = loss
    return list
  }
}

/** Texts by language. A field of it that is wrong takes nothing else with it. */
function recordReader(readEntry: Read): Read {
  return (value, reading) => {
    if (!isRecord(value)) {
      reading.refuse('value-unusable', `This cannot be ${quote(value)}.`, 'texts by language')
      return undefined
    }
    const { loss } = reading
    const result: Record<string, unknown> = {}
    for (const [key, entry] of Object.entries(value)) {
      if (isUnsafe(key, reading)) continue
      reading.path.push(key)
      reading.loss = fieldLost
      const read = readEntry(entry, reading)
      reading.path.pop()
      if (read !== undefined) result[key] = read
    }
    reading.loss = loss
    return result
  }
}

/** Picks the option by the kind of the value; numbers and texts stand in for each other. */
function unionReader(options: readonly v.GenericSchema[], repairs: Repairs): Read {
  const byType = new Map<string, Read>()
  for (const option of options.flatMap(flatten)) {
    if (!byType.has(option.type)) byType.set(option.type, compile(option, repairs))
  }
  const text = byType.get('string')
  const number = byType.get('number') ?? text
  const object = byType.get('loose_object') ?? byType.get('record')
  return (value, reading) => {
    if (typeof value === 'number' && number) return number(value, reading)
    const read = isRecord(value) ? object : text
    return (read ?? readString)(value, reading)
  }
}

function flatten(schema: v.GenericSchema): readonly v.GenericSchema[] {
  return isKnown(schema) && schema.type === 'union' ? schema.options.flatMap(flatten) : [schema]
}

function objectReader(
  schema: v.LooseObjectSchema<Readonly<Record<string, v.GenericSchema>>, undefined>,
  repairs: Repairs,
): Read {
  const ownRepairs = new Map(Object.entries(repairs.get(schema) ?? {}))
  const fields = Object.entries(schema.entries).map(([name, entry]) => ({
    name,
    isOptional: entry.type === 'optional',
    read: compile(entry, repairs),
    repair: ownRepairs.get(name),
  }))
  const names = fields.map(({ name }) => name)
  const known = new Set(names)

  return (value, reading) => {
    if (!isRecord(value)) {
      reading.refuse('value-unusable', `This cannot be ${quote(value)}.`, 'an object { … }')
      return undefined
    }
    const { loss } = reading
    const result: Record<string, unknown> = {}
    const absent: (typeof fields)[number][] = []
    const unusable: (typeof fields)[number][] = []

    for (const field of fields) {
      const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined
      if (given === undefined || given === null) {
        if (!field.isOptional) absent.push(field)
        continue
      }
      reading.path.push(field.name)
      if (field.isOptional) reading.loss = fieldLost
      else if (field.repair) reading.loss = { severity: 'warning', words: field.repair.words }
      else reading.loss = loss
      const read = field.read(given, reading)
      reading.path.pop()
      if (read === undefined) {
        if (!field.isOptional) unusable.push(field)
      } else if (!field.isOptional && field.repair?.mayBeBlank !== true && isBlank(read)) {
        absent.push(field)
      } else {
        result[field.name] = read
      }
    }
    reading.loss = loss

    let isLost = false
    for (const { name, repair } of [...unusable, ...absent]) {
      const made = repair?.make(result)
      if (made === undefined) isLost = true
      else result[name] = made
    }
    for (const { name, repair } of absent) {
      const message = `The field "${name}" is missing.`
      reading.path.push(name)
      if (repair && Object.hasOwn(result, name)) {
        reading.report('warning', codeOfMissing(name), message, repair.words)
      } else {
        reading.report(loss.severity, codeOfMissing(name), message, loss.words)
      }
      reading.path.pop()
    }
    keepUnknown(value, result, known, names, reading)
    return isLost ? undefined : result
  }
}

function codeOfMissing(name: string): ProblemCode {
  if (name === 'title' || name === 'name' || name === 'id' || name === 'date') {
    return `${name}-missing`
  }
  return 'field-missing'
}

/** Fields that the format does not know stay, so that a document can be written out again. */
function keepUnknown(
  value: Readonly<Record<string, unknown>>,
  result: Record<string, unknown>,
  known: ReadonlySet<string>,
  names: readonly string[],
  reading: Reading,
): void {
  for (const name of Object.keys(value)) {
    if (known.has(name) || isUnsafe(name, reading)) continue
    const given = value[name]
    if (isDeeperThan(given, deepest)) {
      reading.path.push(name)
      reading.report(
        'warning',
        'too-deep',
        `This is nested more than ${deepest} levels deep.`,
        fieldLost.words,
      )
      reading.path.pop()
      continue
    }
    reading.noteUnknown(name, names)
    result[name] = given
  }
}

/** As a key of an object this one would change what the object is. */
function isUnsafe(name: string, reading: Reading): boolean {
  if (name !== '__proto__') return false
  reading.report('note', 'field-unsafe', 'A field has the name "__proto__".', fieldLost.words)
  return true
}

/** Deeper values than this could overflow the stack of whoever copies the document. */
const deepest = 32

function isDeeperThan(value: unknown, limit: number): boolean {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    )
  }
  return false
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return isRecord(value) && Object.values(value).every((entry) => isBlank(entry))
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
