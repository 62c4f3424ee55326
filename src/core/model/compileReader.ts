import * as v from 'valibot'
import { addressSchema, dateSchema, imageAddressSchema } from './document.ts'
import type { ProblemCode } from './problemCodes.ts'
import {
  addressReader,
  dateReader,
  imageAddressReader,
  numberReader,
  type Reader,
  textReader,
} from './readValues.ts'
import { fieldAt, type Loss, nearestName, quote, type Reading } from './reading.ts'

/**
 * Turns a schema into a forgiving reader. The schema library's own parser gives all or nothing; this
 * one goes down the schema field by field, mends or drops what is wrong, and reports it. What is
 * right stays said once, in the schema.
 *
 * Most values are as they should be: each reader first looks whether there is anything to mend, and gives
 * what it was given where there is not. Paths are only followed into what has to be mended.
 */

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

/** Any schema. */
export type Schema = v.GenericSchema

export function isKnown(schema: Schema): schema is Schema & KnownSchema {
  return knownTypes.has(schema.type)
}

/**
 * The reader of a schema. It gives undefined, after reporting, for a value of which nothing can be
 * kept. Its depth is that of the schema, whatever the depth of the value.
 */
export function compileReader<S extends Schema>(
  schema: S,
  repairs: Repairs = new Map(),
): (value: unknown, reading: Reading) => v.InferOutput<S> | undefined {
  const reader = compile(schema, repairs)
  // The one place where the walk over a schema claims to yield its type; a property test holds it.
  return (value, reading) => read(reader, value, reading)
}

function read({ isSound, mend }: Reader, value: unknown, reading: Reading): unknown {
  return isSound(value) ? value : mend(value, reading)
}

/** Reads what stands one step down; `loss` says what happens to it if it cannot be used. */
function readInside(
  reader: Reader,
  step: string | number,
  value: unknown,
  loss: Loss,
  reading: Reading,
): unknown {
  if (reader.isSound(value)) return value
  const before = reading.loss
  reading.loss = loss
  reading.path.push(step)
  const kept = reader.mend(value, reading)
  reading.path.pop()
  reading.loss = before
  return kept
}

function compile(schema: Schema, repairs: Repairs): Reader {
  if (schema === dateSchema) return dateReader
  if (schema === addressSchema) return addressReader
  if (schema === imageAddressSchema) return imageAddressReader
  if (!isKnown(schema)) throw new Error(`No reader for the schema type ${schema.type}`)
  const reader = compileKind(schema, repairs)
  return checksOf(schema).length > 0 ? checkedBy(schema, reader) : reader
}

function compileKind(schema: Schema & KnownSchema, repairs: Repairs): Reader {
  switch (schema.type) {
    case 'string':
      return textReader
    case 'number':
      return numberReader
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

/** What its pipe checks, besides describing it. */
export function checksOf(
  schema: Schema & { readonly pipe?: unknown },
): readonly { type: string }[] {
  return Array.isArray(schema.pipe) ? schema.pipe.filter(({ kind }) => kind === 'validation') : []
}

/** Adds the checks of a pipe (`v.regex`, `v.maxValue`, …) after the reading of its base. */
function checkedBy(schema: Schema, reader: Reader): Reader {
  return {
    isSound: (value) => reader.isSound(value) && v.is(schema, value),
    mend: (value, reading) => {
      const result = read(reader, value, reading)
      if (result === undefined || v.is(schema, result)) return result
      const expected = v.getDescription(schema) ?? 'another value'
      reading.refuseValue(result, asPhrase(expected))
      return undefined
    },
  }
}

/** A description as the end of a sentence. */
function asPhrase(words: string): string {
  const plain = words.endsWith('.') ? words.slice(0, -1) : words
  return plain.replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())
}

function picklistReader(options: readonly string[]): Reader {
  return {
    isSound: (value) => typeof value === 'string' && options.includes(value),
    mend: (value, reading) => {
      const near = typeof value === 'string' ? nearestName(value, options) : undefined
      const expected = `one of ${options.join(', ')}${near === undefined ? '' : `; did you mean "${near}"?`}`
      reading.refuseValue(value, expected, 'value-unknown')
      return undefined
    },
  }
}

const fieldLost = { severity: 'warning', words: 'This field was left out.' } as const

function arrayReader(entries: Reader): Reader {
  return {
    isSound: (value) => {
      if (!Array.isArray(value)) return false
      // Unlike `every`, this comes to what is missing in a list, too.
      for (const entry of value) if (!entries.isSound(entry)) return false
      return true
    },
    mend: (value, reading) => {
      if (!Array.isArray(value)) {
        if (typeof value !== 'string' && (typeof value !== 'object' || value === null)) {
          reading.refuseValue(value, 'a list')
          return undefined
        }
        const only = read(entries, value, reading)
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
      const words = `This entry of "${String(reading.path.at(-1))}" was left out; all else was kept.`
      const entryLost = { severity: 'warning', words } as const
      for (const [position, entry] of value.entries()) {
        const kept = readInside(entries, position, entry, entryLost, reading)
        if (kept !== undefined) list.push(kept)
      }
      return list
    },
  }
}

/** Texts by language. A field of it that is wrong takes nothing else with it. */
function recordReader(entries: Reader): Reader {
  return {
    isSound: (value) =>
      isRecord(value) &&
      Object.keys(value).every((key) => key !== unsafe && entries.isSound(value[key])),
    mend: (value, reading) => {
      if (!isRecord(value)) {
        reading.refuseValue(value, 'texts by language')
        return undefined
      }
      const result: Record<string, unknown> = {}
      for (const [key, entry] of Object.entries(value)) {
        if (isUnsafe(key, reading)) continue
        const kept = readInside(entries, key, entry, fieldLost, reading)
        if (kept !== undefined) result[key] = kept
      }
      return result
    },
  }
}

/** Picks the option by the kind of the value; numbers and texts stand in for each other. */
function unionReader(options: readonly Schema[], repairs: Repairs): Reader {
  const byType = new Map<string, Reader>()
  for (const option of options.flatMap(flatten)) {
    if (!byType.has(option.type)) byType.set(option.type, compile(option, repairs))
  }
  const texts = byType.get('string') ?? textReader
  const numbers = byType.get('number') ?? texts
  const objects = byType.get('loose_object') ?? byType.get('record') ?? textReader
  const readerOf = (value: unknown): Reader => {
    if (typeof value === 'number') return numbers
    return isRecord(value) ? objects : texts
  }
  return {
    isSound: (value) => readerOf(value).isSound(value),
    mend: (value, reading) => readerOf(value).mend(value, reading),
  }
}

/** The options of a union, and of unions in it. */
export function flatten(schema: Schema): readonly Schema[] {
  return isKnown(schema) && schema.type === 'union' ? schema.options.flatMap(flatten) : [schema]
}

function objectReader(
  schema: v.LooseObjectSchema<Readonly<Record<string, Schema>>, undefined>,
  repairs: Repairs,
): Reader {
  const fields = Object.entries(schema.entries).map(([name, entry]) => {
    const isOptional = entry.type === 'optional'
    const repair = repairs.get(schema)?.[name]
    const repaired = repair && ({ severity: 'warning', words: repair.words } as const)
    const reader = compile(entry, repairs)
    return { name, isOptional, repair, loss: isOptional ? fieldLost : repaired, reader }
  })
  const known = new Map(fields.map((field) => [field.name, field]))
  const names = [...known.keys()]
  const required = fields.filter(({ isOptional }) => !isOptional).length
  const isMissing = ({ isOptional, repair }: (typeof fields)[number], value: unknown): boolean =>
    !isOptional && repair?.mayBeBlank !== true && isBlank(value)

  const isSound = (value: unknown): boolean => {
    if (!isRecord(value)) return false
    let missing = required
    for (const name of Object.keys(value)) {
      const field = known.get(name)
      const given = value[name]
      if (!field?.reader.isSound(given) || isMissing(field, given)) return false
      if (!field.isOptional) missing -= 1
    }
    return missing === 0
  }

  const mend = (value: unknown, reading: Reading): unknown => {
    if (!isRecord(value)) {
      reading.refuseValue(value, 'an object { … }')
      return undefined
    }
    const { loss } = reading
    const result: Record<string, unknown> = {}
    const absent: typeof fields = []
    const unusable: typeof fields = []

    for (const field of fields) {
      const given = Object.hasOwn(value, field.name) ? value[field.name] : undefined
      if (given === undefined || given === null) {
        if (!field.isOptional) absent.push(field)
        continue
      }
      const kept = readInside(field.reader, field.name, given, field.loss ?? loss, reading)
      if (kept === undefined) {
        if (!field.isOptional) unusable.push(field)
      } else if (isMissing(field, kept)) absent.push(field)
      else result[field.name] = kept
    }

    const lost: typeof fields = []
    for (const field of [...unusable, ...absent]) {
      const made = field.repair?.make(result)
      if (made === undefined) lost.push(field)
      else result[field.name] = made
    }
    // One warning for a lost entry: what would have been made from another field is told with that. Of an
    // event all that it lacks is told, since its author has to mend it.
    const isTold = loss.severity === 'warning' && lost.some(({ repair }) => repair === undefined)
    for (const field of absent) {
      const { name, repair } = field
      const isMade = !lost.includes(field)
      if (!isMade && repair && isTold) continue
      reading.path.push(name)
      const message = `The field ${fieldAt(reading.path)} is missing.`
      if (isMade && repair) reading.report('warning', codeOfMissing(name), message, repair.words)
      else reading.report(loss.severity, codeOfMissing(name), message, loss.words)
      reading.path.pop()
    }
    keepUnknown(value, result, names, reading)
    return lost.length > 0 ? undefined : result
  }
  return { isSound, mend }
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
  names: readonly string[],
  reading: Reading,
): void {
  for (const name of Object.keys(value)) {
    if (names.includes(name) || isUnsafe(name, reading)) continue
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
const unsafe = '__proto__'

function isUnsafe(name: string, reading: Reading): boolean {
  if (name !== unsafe) return false
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
