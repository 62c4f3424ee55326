import { placeOffsets } from './placeOffsets.ts'
import { type BulkResult, readBulk } from './readBulk.ts'
import { type DocumentScanner, mostEvents } from './scanDocument.ts'

/** Longer texts are not read as one: engines make no strings of them. */
const longestWhole = 250_000_000

/** `readBulk`, which tells about files that are too long for `whole` where it stopped. */
export function readScanned(scanner: DocumentScanner): BulkResult {
  const result = readBulk(scanner)
  const { text, first, at } = scanner
  if (scanner.isTooMany) {
    const limit = text.length
    return {
      kind: 'failed',
      reason: { kind: 'too-large', limit, total: undefined, events: mostEvents },
    }
  }
  if (result.kind !== 'whole' || text.length <= longestWhole) return result
  const place = placeOffsets(text, [at], first).get(at) ?? { line: 1, column: 1 }
  return {
    kind: 'failed',
    reason: {
      kind: 'not-json',
      syntax: {
        ...place,
        code: 'unexpected-character',
        message: 'From here on the text is not JSON, or not in the order of a timeline.',
        hint: 'Look at this place in an editor for large files.',
        excerpt: new TextDecoder().decode(text.subarray(at, at + 80)).replaceAll(/\s/g, ' '),
      },
    },
  }
}
