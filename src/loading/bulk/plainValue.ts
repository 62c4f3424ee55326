import { checksOf, flatten, isKnown, type Schema } from '#core/model/compileReader.ts'
import { addressSchema, dateSchema, imageAddressSchema } from '#core/model/document.ts'
import { addressReader } from '#core/model/readValues.ts'
import { repairs } from '#core/model/repairs.ts'
import { ByteNames, hashOf, hashSeed } from './byteNames.ts'
import {
  afterNumber,
  afterSpace,
  afterWord,
  CLOSE_LIST,
  COMMA,
  endOfName,
  endOfPlainText,
  nameHash,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './jsonBytes.ts'
import { ObjectBytes, type TakeField } from './objectBytes.ts'
import { readPlainDate } from './plainDate.ts'

/**
 * Goes through a value that begins at `at`, and gives where it ends; -1 where it is not plain: the reader
 * of `core/model` would mend something in it, or say something about it, or it cannot be told here.
 */
export type PlainValue = (bytes: Uint8Array, at: number, end: number) => number

interface ObjectSchema extends Schema {
  readonly entries: Readonly<Record<string, Schema>>
}
/** Values of fields, in place of what the schema says. */
type InPlace = Readonly<Record<string, PlainValue>>

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const BACKSLASH = 92
const SLASH = 47

/** What `compileReader` makes of a schema, for bytes: what it goes through is sound. */
export function plainValue(schema: Schema): PlainValue {
  if (schema === addressSchema) return plainAddress
  if (schema === imageAddressSchema) return plainPicture
  if (schema === dateSchema) return plainDate
  if (!isKnown(schema)) return never
  const checks = checksOf(schema)
  if (checks.length > 0 && (schema.type !== 'string' || checks.some(isOdd))) return never
  switch (schema.type) {
    case 'string':
      return checks.length > 0 ? plainName : plainText
    case 'number':
      return plainNumber
    case 'picklist':
      return oneOf(schema.options)
    case 'optional':
      return plainValue(schema.wrapped)
    case 'array':
      return plainList(plainValue(schema.item))
    case 'record':
      return plainRecord(plainValue(schema.value))
    case 'union':
      return plainUnion(flatten(schema))
    case 'loose_object':
      return plainObject(schema)
  }
}

const never: PlainValue = () => -1

function isOdd({ type }: { readonly type: string }): boolean {
  return type !== 'non_empty'
}

/** Whether something can be seen of what was gone through last: required fields may not be blank. */
let isSeen = false

/** A field of an object: a required one has to show something as a rule, others may be null. */
interface PlainField {
  readonly value: PlainValue
  readonly isOptional: boolean
  readonly mayBeBlank: boolean
}

/** Fields in the order of their schema. */
export function plainFields(object: ObjectSchema, inPlace: InPlace = {}): PlainField[] {
  return Object.entries(object.entries).map(([name, schema]) => ({
    value: inPlace[name] ?? plainValue(schema),
    isOptional: schema.type === 'optional',
    mayBeBlank: repairs.get(object)?.[name]?.mayBeBlank === true,
  }))
}

/** Goes through the value of one of these fields. */
export function takeField(fields: readonly PlainField[]): TakeField {
  return (place, bytes, at, end) => {
    const field = fields[place]
    if (field === undefined) return -1
    if (field.isOptional) {
      return bytes[at] === 110 ? afterWord(bytes, at, end) : field.value(bytes, at, end)
    }
    isSeen = field.mayBeBlank
    const after = field.value(bytes, at, end)
    return isSeen ? after : -1
  }
}

export function plainObject(schema: ObjectSchema, inPlace?: InPlace): PlainValue {
  const object = new ObjectBytes(Object.keys(schema.entries))
  const fields = plainFields(schema, inPlace)
  const take = takeField(fields)
  const required = fields.flatMap(({ isOptional }, place) => (isOptional ? [] : [place]))
  return (bytes, at, end) => {
    const after = object.read(bytes, at, end, take)
    isSeen = true
    return required.every((place) => object.has(place)) ? after : -1
  }
}

/** So many languages, or other names, are known by their bytes. */
const mostKeys = 100

function plainRecord(value: PlainValue): PlainValue {
  const object = new ObjectBytes([], mostKeys)
  const take: TakeField = (_place, bytes, at, end) => value(bytes, at, end)
  return (bytes, at, end) => object.read(bytes, at, end, take)
}

export function plainList(entry: PlainValue): PlainValue {
  return (bytes, at, end) => {
    if (bytes[at] !== OPEN_LIST) return -1
    let next = afterSpace(bytes, at + 1, end)
    if (next < end && bytes[next] === CLOSE_LIST) return next + 1
    for (;;) {
      next = next < end ? entry(bytes, next, end) : -1
      if (next < 0) return -1
      next = afterSpace(bytes, next, end)
      if (next >= end) return -1
      if (bytes[next] === CLOSE_LIST) return next + 1
      if (bytes[next] !== COMMA) return -1
      next = afterSpace(bytes, next + 1, end)
    }
  }
}

function plainUnion(options: readonly Schema[]): PlainValue {
  const of = (type: string): PlainValue | undefined => {
    const option = options.find((one) => one.type === type)
    return option && plainValue(option)
  }
  return either(of('string') ?? never, of('loose_object') ?? of('record') ?? never, of('number'))
}

/** By how a value begins. */
export function either(text: PlainValue, object: PlainValue, other = never): PlainValue {
  return (bytes, at, end) => {
    const first = bytes[at]
    const value = first === QUOTE ? text : first === OPEN_OBJECT ? object : other
    return value(bytes, at, end)
  }
}

export function oneOf(options: readonly string[]): PlainValue {
  const names = new ByteNames()
  for (const option of options) names.add(option)
  return (bytes, at, end) => {
    const after = plainName(bytes, at, end)
    return after < 0 || names.find(bytes, at + 1, after - 1, nameHash[0] ?? 0) < 0 ? -1 : after
  }
}

const plainText: PlainValue = (bytes, at, end) => {
  if (bytes[at] !== QUOTE) return -1
  const close = endOfPlainText(bytes, at + 1, end)
  if (close < 0) return -1
  isSeen ||= shows(bytes, at + 1, close)
  return close + 1
}

/** A text with something in it, without escapes; its hash is in `nameHash`. */
export const plainName: PlainValue = (bytes, at, end) => {
  if (bytes[at] !== QUOTE) return -1
  const close = endOfName(bytes, at + 1, end)
  if (close <= at + 1) return -1
  isSeen ||= shows(bytes, at + 1, close)
  return close + 1
}

/** Whether a plain text surely has more than blanks in it. */
function shows(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    // It may begin a blank.
    if (byte === BACKSLASH) return false
    if (byte > 32 && byte < 127) return true
    // First bytes of characters, but for those of which some are blanks.
    if (byte > 0xc2 && (byte < 0xe1 || byte > 0xe3) && byte !== 0xef) return true
  }
  return false
}

/** A number that is finite, however it is rounded. */
const plainNumber: PlainValue = (bytes, at, end) => {
  const after = afterNumber(bytes, at, end)
  if (after - at > 100) return -1
  for (let next = at; next < after; next += 1) if (((bytes[next] ?? 0) | 32) === 101) return -1
  isSeen = true
  return after
}

/** Values are looked at so many levels deep, where any are taken. */
const deepest = 4

/** A value of any kind: nobody looks into it, but no field of it may stand twice. */
export function plainAny(depth = 0): PlainValue {
  if (depth > deepest) return never
  const inside = plainAny(depth + 1)
  const list = plainList(inside)
  return either(plainText, plainRecord(inside), (bytes, at, end) => {
    const first = bytes[at] ?? 0
    if (first === OPEN_LIST) return list(bytes, at, end)
    return first < 58 ? afterNumber(bytes, at, end) : afterWord(bytes, at, end)
  })
}

const date = { anchor: 0, outer: { start: 0, end: 0 } }

const plainDate: PlainValue = (bytes, at, end) => {
  const after = plainName(bytes, at, end)
  return after < 0 || readPlainDate(bytes, at + 1, after - 1, date) ? after : -1
}

/** Beginnings of addresses that were looked at, up to the path: what stands behind them is never refused. */
const origins = new ByteNames()
const mostOrigins = 10_000

const plainAddress: PlainValue = (bytes, at, end) => {
  const after = plainName(bytes, at, end)
  if (after < 0) return -1
  const close = after - 1
  let hash = hashSeed
  let next = at + 1
  for (; next < close; next += 1) {
    const byte = bytes[next] ?? 0
    // Not the slashes before the host.
    if (next - at > 8 && (byte === SLASH || byte === 63 || byte === 35)) break
    hash = hashOf(hash, byte)
  }
  if (origins.find(bytes, at + 1, next, hash) < 0) {
    const text = decoder.decode(bytes.subarray(at + 1, next))
    if (!text.startsWith('http') || !addressReader.isSound(text)) return -1
    if (origins.length < mostOrigins) origins.add(text)
  }
  for (; next < close; next += 1) {
    const byte = bytes[next] ?? 0
    if (byte < 33 || byte > 126) return -1
  }
  return after
}

/** The address of a picture: it may stand beside the document, or below. */
const plainPicture: PlainValue = (bytes, at, end) => {
  let next = at + 1
  while (next < end && isOfPath(bytes[next] ?? 0)) next += 1
  return next < end && bytes[next] === QUOTE && bytes[at + 1] !== SLASH
    ? plainName(bytes, at, end)
    : plainAddress(bytes, at, end)
}

/** Letters, digits, and `-./_`. */
function isOfPath(byte: number): boolean {
  const lower = byte | 32
  return (lower >= 97 && lower <= 122) || (byte >= 45 && byte <= 57) || byte === 95
}
