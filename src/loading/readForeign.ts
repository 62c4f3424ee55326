import type { CsvMapping, CsvQuestion } from '#formats/import/csvMapping.ts'
import type { Format } from '#formats/import/detectFormat.ts'
import { withDateHints } from '#formats/import/dateHints.ts'
import { importFile } from '#formats/import/importFile.ts'
import type { DateOrder } from '#formats/import/looseDate.ts'
import { decodeForeign } from './decodeForeign.ts'
import type { Loaded } from './fetchDocument.ts'
import { readGiven } from './givenDocument.ts'
import { type FailureReason, LoadFailure } from './loadFailure.ts'
import { maxBytes } from './readBody.ts'
import { readBytes } from './readPieces.ts'

/** A file that somebody dropped, chose or pasted. */
export interface ForeignFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the person who gave a file has said about it. */
export interface Answers {
  readonly mapping?: CsvMapping
  readonly dateOrder?: DateOrder
}

export type ForeignReading =
  | {
      readonly kind: 'read'
      readonly format: Format
      readonly loaded: Loaded
      /** Makes the document, to be kept or put in a link: as our own JSON, whatever the file was. */
      readonly json: () => string
      /** Some dates can be read in two orders, and only a person knows which is meant. */
      readonly asksDateOrder: boolean
    }
  /** Which column means what has to be said first. */
  | { readonly kind: 'question'; readonly question: CsvQuestion }
  /** No file that we can read; `hint` says in English what to do. */
  | { readonly kind: 'unknown'; readonly hint: string }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

/** Reads a document of ours, or makes one of somebody else's file. Never throws, unless by `signal`. */
export async function readForeign(
  file: ForeignFile,
  answers: Answers,
  signal?: AbortSignal,
): Promise<ForeignReading> {
  const { name, bytes } = file
  if (bytes.length > maxBytes) {
    return {
      kind: 'failed',
      reason: { kind: 'too-large', limit: maxBytes, total: bytes.length },
    }
  }
  if (isLargeOwn(bytes)) return readOwn(name, bytes, signal)
  const text = decodeForeign(bytes)
  const result = await importFile({ name, text, ...answers })
  if ('needsMapping' in result) return { kind: 'question', question: result.needsMapping }
  if (result.format === 'unknown') {
    return text.trim() === ''
      ? { kind: 'failed', reason: { kind: 'empty' } }
      : { kind: 'unknown', hint: 'hint' in result ? result.hint : '' }
  }
  if ('hint' in result) return readOwn(name, bytes, signal)
  const { json, problems } = result.imported
  try {
    const loaded = await readGiven({ key: name, name, json, problems }, signal)
    return {
      kind: 'read',
      format: result.format,
      loaded,
      json: () => JSON.stringify(json),
      asksDateOrder: problems.some(({ code }) => code === 'import-date-order'),
    }
  } catch (error) {
    if (error instanceof LoadFailure) return { kind: 'failed', reason: error.reason }
    throw error
  }
}

/** A document of ours, from its bytes, so that problems keep their lines. */
async function readOwn(
  name: string,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<ForeignReading> {
  const result = await readBytes(bytes, name, signal)
  if ('failure' in result) return { kind: 'failed', reason: result.failure }
  const { problems } = result.parsed
  const loaded = {
    ...result.parsed,
    problems:
      bytes.length < largeFile ? await withDateHints(problems, () => jsonIn(bytes)) : problems,
    url: globalThis.document?.baseURI ?? '',
    finalOrigin: globalThis.location?.origin ?? '',
    fileName: name,
    bytes: bytes.length,
  }
  const json = (): string => decodeForeign(bytes)
  return { kind: 'read', format: 'throughline', loaded, json, asksDateOrder: false }
}

/** Undefined for what is not one text of JSON. */
function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeForeign(bytes))
  } catch {
    return undefined
  }
}

/** Larger files are not gone through as a whole only to tell what they are. */
const largeFile = 2_000_000

/** Whether a large file begins as documents of ours do, and nobody else's. */
function isLargeOwn(bytes: Uint8Array): boolean {
  if (bytes.length < largeFile) return false
  const start = new TextDecoder().decode(bytes.subarray(0, 20_000)).trimStart()
  if (!/^[{[]/.test(start) || !/"date"\s*:/.test(start)) return false
  return !/"(start_?date|headline|items)"\s*:/i.test(start)
}
