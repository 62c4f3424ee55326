import { buildEventTableInSteps } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { FindWord } from '#core/data/searchEvents.ts'
import { findDuplicateKeys, locateInJson, type PlaceOf } from '#core/model/locateInJson.ts'
import type { Problem } from '#core/model/problem.ts'
import { type ReadingSteps, readDocumentInSteps } from '#core/model/readDocumentInSteps.ts'
import { repeatsKeys } from '#core/model/repeatsKeys.ts'
import { decodeText } from './decodeText.ts'
import type { FailureReason } from './loadFailure.ts'

export interface Parsed {
  readonly table: EventTable
  readonly problems: readonly Problem[]
  /** Asks for a word where the texts of a large table are; absent where they are at hand. */
  readonly findWord?: FindWord
}

export type ParseResult = { readonly parsed: Parsed } | { readonly failure: FailureReason }

/** A text that is no JSON. Why not is worked out by `brokenJson`, which hardly anybody needs. */
export interface BrokenText {
  readonly broken: string
}

/** From the bytes of a file to a table, in steps short enough for the page's own thread. */
export function* parseInSteps(bytes: Uint8Array): ReadingSteps<ParseResult | BrokenText> {
  const decoded = decodeText(bytes)
  if ('failure' in decoded) return decoded
  const { text } = decoded
  yield
  const json = parseJson(text)
  if ('broken' in json) return json
  yield
  const repeated = repeatsKeys(text, json.value) ? findDuplicateKeys(text) : []
  yield
  const before = [...decoded.problems, ...repeated]
  return yield* readInSteps(json.value, before, (paths) => locateInJson(text, paths))
}

/**
 * The same from a JSON value that is at hand. `before` are the problems found so far; `place` gives
 * lines and columns where there is a text.
 */
export function* readInSteps(
  json: unknown,
  before: readonly Problem[] = [],
  place?: PlaceOf,
): ReadingSteps<ParseResult> {
  if (isTileSet(json)) return { failure: { kind: 'is-tiles', manifest: json } }
  const reading = yield* readDocumentInSteps(json, place)
  if (reading.document === undefined) return { failure: failureOf(reading.problems) }
  const table = yield* buildEventTableInSteps(reading.document)
  const problems = [...before, ...reading.problems]
  return { parsed: { table, problems } }
}

function isTileSet(json: unknown): boolean {
  return (
    typeof json === 'object' && json !== null && Reflect.get(json, 'format') === 'throughline-tiles'
  )
}

function parseJson(text: string): { readonly value: unknown } | BrokenText {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { broken: text }
  }
}

function failureOf(problems: readonly Problem[]): FailureReason {
  const problem = problems.find(({ severity }) => severity === 'fatal')
  if (problem === undefined) throw new Error('No document, and no reason why')
  return { kind: problem.code === 'newer-version' ? 'newer-version' : 'no-events', problem }
}
