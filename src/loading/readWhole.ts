import { parseInSlices } from './parseInSlices.ts'
import type { ParseResult } from './parseInSteps.ts'
import { joined } from './readBody.ts'
import type { Source } from './readPieces.ts'

// What embeds in one file have in place of `bulk/readLarge.ts` (scripts/elementBuild.mjs): they have no
// worker, and no room for what reads without one.

/** Reads a document of JSON of any size on this thread, when all of it has come. */
export async function readLarge(
  first: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
  _source: Source,
  signal: AbortSignal | undefined,
): Promise<ParseResult> {
  const pieces = [...first]
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    pieces.push(next.value)
  }
  return parseInSlices(joined(pieces), signal)
}

/** Other forms than JSON are not read. */
export function readOther(_bytes: Uint8Array, _source: Source, failure: ParseResult): ParseResult {
  return failure
}
