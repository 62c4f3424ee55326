import type { TimelineDocument } from '#core/model/document.ts'
import { explainSyntax } from '#core/model/explainSyntax.ts'
import { findDuplicateKeys, locateInJson } from '#core/model/locateInJson.ts'
import { readDocument } from '#core/model/readDocument.ts'
import { repeatsKeys } from '#core/model/repeatsKeys.ts'
import { withDateHints } from '#formats/import/dateHints.ts'
import { decodeText } from '#loading/decodeText.ts'
import type { Finding } from './findings.ts'

/** What is in a file: `document` is undefined when there is no timeline in it at all. */
export interface TimelineReading {
  readonly document: TimelineDocument | undefined
  readonly findings: readonly Finding[]
}

const noJson: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  empty: ['The file is empty.', 'A timeline is a JSON object with a list of "events".'],
  'is-gzip': ['The file is packed with gzip.', 'Unpack it first.'],
  'is-utf16': ['The file is in UTF-16, which the page cannot read.', 'Save it as UTF-8.'],
  'is-html': ['The file is a web page or XML, not JSON.', 'Give the file that the page shows.'],
}

/** Reads the bytes of a document as the page does, with the place of every problem. Never rejects. */
export async function readTimeline(bytes: Uint8Array): Promise<TimelineReading> {
  const decoded = decodeText(bytes)
  if ('failure' in decoded) {
    const { kind } = decoded.failure
    const [message, hint] = noJson[kind] ?? ['The file cannot be read.', '']
    return { document: undefined, findings: [fatal(kind, 1, 1, message, hint)] }
  }
  const { text } = decoded
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { document: undefined, findings: [...decoded.problems, brokenJson(text)] }
  }
  const { document, problems } = readDocument(json, (paths) => locateInJson(text, paths))
  const found = await withDateHints(problems, () => json)
  const repeated = repeatsKeys(text, json) ? findDuplicateKeys(text) : []
  return { document, findings: [...decoded.problems, ...repeated, ...found] }
}

function brokenJson(text: string): Finding {
  const fault = explainSyntax(text)
  if (fault === undefined) return fatal('not-json', 1, 1, 'The file is not JSON.', '')
  return fatal(fault.code, fault.line, fault.column, fault.message, fault.hint)
}

function fatal(code: string, line: number, column: number, message: string, hint: string): Finding {
  return { code, severity: 'fatal', path: '', line, column, message, hint }
}
