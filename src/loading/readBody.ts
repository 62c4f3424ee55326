import { statedLength } from './statedLength.ts'
import { LoadFailure } from './loadFailure.ts'

/** How far a download is, in bytes. `total` is unknown where the server does not say, or compresses. */
export interface Progress {
  readonly received: number
  readonly total: number | undefined
  /** How many events were found in what has come, where somebody counts. */
  readonly events?: number
}

/** Larger files are for tiles, not for one download. */
export const maxBytes = 1_000_000_000

/**
 * Reads a response to its end, piece by piece, telling how far it is after each, and stops at the limit.
 * `onBytes` runs whenever something arrived: it winds up the caller's time-out again.
 */
export async function* piecesOf(
  response: Response,
  onProgress: ((progress: Progress) => void) | undefined,
  onBytes: () => void,
  limit = maxBytes,
): AsyncGenerator<Uint8Array, void, void> {
  const stated = statedLength(response)
  const tooLarge = (total: number | undefined): LoadFailure =>
    new LoadFailure({ kind: 'too-large', limit, total }, response.url)
  if (stated !== undefined && stated > limit) {
    await response.body?.cancel()
    throw tooLarge(stated)
  }
  const reader = response.body?.getReader()
  if (!reader) return yield new Uint8Array(await response.arrayBuffer())

  let received = 0
  // A length that is passed was that of the compressed file, hidden by the rules between origins.
  const total = (): number | undefined =>
    stated !== undefined && received <= stated ? stated : undefined
  onProgress?.({ received, total: total() })
  for (;;) {
    const { done, value } = await reader.read().catch((error: unknown) => {
      // The caller's own abort passes through; it knows why it aborted.
      if (error instanceof DOMException && error.name === 'AbortError') throw error
      throw new LoadFailure({ kind: 'interrupted', received, total: total() }, response.url)
    })
    if (done) return
    onBytes()
    received += value.length
    if (received > limit) {
      await reader.cancel()
      throw tooLarge(total())
    }
    onProgress?.({ received, total: total() })
    yield value
  }
}

/** Pieces behind each other. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
