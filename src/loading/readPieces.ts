import { namesTileSet } from './checkSource.ts'
import { parseInSlices } from './parseInSlices.ts'
import type { ParseResult } from './parseInSteps.ts'
import { joined } from './readBody.ts'
import { bringCrowds } from './readyToDraw.ts'

/** What is known of a file besides its bytes. */
export interface Source {
  /** Its name or address. */
  readonly name: string
  /** Its media type, as the server says it. */
  readonly type: string | null
  /** How many bytes are to come. */
  readonly stated: number | undefined
}

/** From so many bytes on, reading in bulk is worth fetching what does it, and starting a worker. */
const largeFile = 400_000

/**
 * Reads a file from its pieces: a small one on this thread, a large one, and what is no single text of
 * JSON, in a worker while it comes. `onEvents` hears how many events were found.
 */
export async function readPieces(
  pieces: AsyncIterator<Uint8Array>,
  source: Source,
  signal: AbortSignal | undefined,
  onEvents?: (events: number) => void,
): Promise<ParseResult> {
  const first: Uint8Array[] = []
  let length = 0
  // The manifest of a tile set is no list of events, however long it is.
  while ((source.stated ?? length) < largeFile || namesTileSet(source.name)) {
    const { done, value } = await pieces.next()
    if (done === true) return readSmall(joined(first), source, signal)
    first.push(value)
    length += value.length
  }
  const [{ readLarge }] = await Promise.all([
    import('#loading/bulk/readLarge.ts'),
    // A large file is a large table.
    bringCrowds(),
  ])
  return readLarge(first, pieces, source, signal, onEvents)
}

async function readSmall(
  bytes: Uint8Array,
  source: Source,
  signal: AbortSignal | undefined,
): Promise<ParseResult> {
  const result = await parseInSlices(bytes, signal)
  const kind = 'failure' in result ? result.failure.kind : undefined
  if (kind !== 'not-json' && kind !== 'no-events') return result
  return (await import('#loading/bulk/readLarge.ts')).readOther(bytes, source, result)
}

/** The same for bytes that are at hand. */
export function readBytes(
  bytes: Uint8Array,
  name: string,
  signal: AbortSignal | undefined,
): Promise<ParseResult> {
  return readPieces(cut(bytes), { name, type: null, stated: bytes.length }, signal)
}

/** Copies of a million bytes each: a worker takes what it is given. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < bytes.length; at += 1_000_000) yield bytes.slice(at, at + 1_000_000)
}
