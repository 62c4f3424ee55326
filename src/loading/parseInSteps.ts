import { buildEventTableInSteps } from '#core/data/buildEventTable.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { FindWord } from '#core/data/searchEvents.ts'
import type { Problem } from '#core/model/problem.ts'
import { type ReadingSteps, readDocumentInSteps } from '#core/model/readDocumentInSteps.ts'
import { withPlaces } from '#core/model/reading.ts'
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
  const rare = repeatsKeys(text, json.value) ? yield 'rare' : undefined
  const repeated = rare?.findDuplicateKeys(text) ?? []
  yield
  return yield* readInSteps(json.value, [...decoded.problems, ...repeated], text)
}

/**
 * The same from a JSON value that is at hand. `before` are the problems found so far; `text` is where the
 * value comes from, so that what is found can be told by line.
 */
export function* readInSteps(
  json: unknown,
  before: readonly Problem[] = [],
  text?: string,
): ReadingSteps<ParseResult> {
  if (isTileSet(json)) return { failure: { kind: 'is-tiles', manifest: json } }
  const { document, problems } = yield* readDocumentInSteps(json)
  let placed = problems
  if (text !== undefined && problems.length > 0) {
    const rare = yield 'rare'
    placed = withPlaces(problems, (paths) => rare?.locateInJson(text, paths) ?? new Map())
  }
  if (document === undefined) return { failure: failureOf(placed) }
  const table = yield* buildEventTableInSteps(document)
  return { parsed: { table, problems: [...before, ...placed] } }
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
