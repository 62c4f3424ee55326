import type { Problem } from '#core/model/problem.ts'
import { detectFormat, importFile, type ImportedFile } from '#formats/import/importFile.ts'
import { decodeForeign } from '#loading/decodeForeign.ts'
import { type BulkResult, readBulk } from './readBulk.ts'
import { DocumentScanner } from './scanDocument.ts'
import type { SourceHints } from './sourceHints.ts'

/** Rows that are written between two looks at what they give. */
const portion = 1000

/**
 * Reads a table of values (CSV) as the importers do, by the columns that its header names; where these are
 * not ours, by the best guess. Undefined for what is no table.
 */
export async function readTable(
  bytes: Uint8Array,
  hints: SourceHints,
): Promise<BulkResult | undefined> {
  const file = { name: hints.name, text: decodeForeign(bytes) }
  const first = await importFile(hints.isTable ? { ...file, format: formatOf(file) } : file)
  const result =
    'needsMapping' in first
      ? await importFile({ ...file, format: 'csv', mapping: first.needsMapping.guess })
      : first
  if (!isTable(result)) return undefined
  const { json, problems } = result.imported
  return inLines(json, problems)
}

function formatOf({ name, text }: { readonly name: string; readonly text: string }) {
  return detectFormat(name, text) === 'knightlab-csv' ? 'knightlab-csv' : 'csv'
}

function isTable(result: ImportedFile): result is Extract<ImportedFile, { imported: unknown }> {
  const { format } = result
  return 'imported' in result && (format === 'csv' || format === 'knightlab-csv')
}

/** What was imported, read in bulk as one event a line: these lines are kept, and not the table. */
function inLines(
  { events, ...head }: Readonly<Record<string, unknown>>,
  before: readonly Problem[],
): BulkResult {
  const list: readonly unknown[] = Array.isArray(events) ? events : []
  const encoder = new TextEncoder()
  const scanner = new DocumentScanner({ title: '', isLines: true, expected: undefined })
  scanner.push(encoder.encode(`${JSON.stringify(head)}\n`))
  for (let from = 0; from < list.length; from += portion) {
    const lines = list.slice(from, from + portion).map((event) => JSON.stringify(event))
    scanner.push(encoder.encode(`${lines.join('\n')}\n`))
  }
  const result = readBulk(scanner)
  if (result.kind !== 'read') return result
  // Lines of what was written here are none of the table.
  const own = result.document.problems.map(({ code, severity, path, message, hint }) => ({
    code,
    severity,
    path,
    message,
    hint,
  }))
  const document = { ...result.document, problems: [...before, ...own] }
  return { kind: 'read', document }
}
