import { nextTask, parseInSlices } from '#loading/parseInSlices.ts'
import type { ParseResult } from '#loading/parseInSteps.ts'
import type { Source } from '#loading/readPieces.ts'
import { bulkTable } from './bulkTable.ts'
import { readScanned } from './readScanned.ts'
import { DocumentScanner } from './scanDocument.ts'
import { findInTexts } from './findInTexts.ts'
import { hintsOf, type SourceHints } from './sourceHints.ts'
import { startWorker } from './startWorker.ts'
import { WorkerLine } from './workerLine.ts'

type Pieces = AsyncIterator<Uint8Array>

/**
 * Reads a large file while it comes: in a worker, or where none can be had on this thread, in slices.
 * `first` has come already, `rest` is to come. After `signal` aborts, it rejects with its reason.
 */
export async function readLarge(
  first: readonly Uint8Array[],
  rest: Pieces,
  { name, type, stated }: Source,
  signal: AbortSignal | undefined,
  onEvents: ((events: number) => void) | undefined,
): Promise<ParseResult> {
  const hints = hintsOf(name, type, stated)
  const worker = startWorker()
  if (worker === undefined) return readHere(first, rest, hints, signal, onEvents)
  const line = new WorkerLine(worker, hints, onEvents)
  const abort = (): void => line.giveUp(signal?.reason)
  signal?.addEventListener('abort', abort)
  try {
    for (const piece of first) line.push(piece)
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      line.push(next.value)
      if (line.isOver) break
    }
    line.end()
    const answer = await line.answer
    if (answer !== undefined) return answer
  } finally {
    signal?.removeEventListener('abort', abort)
    worker.terminate()
  }
  return readHere(line.kept, rest, hints, signal, onEvents)
}

/** What this thread reads at once: a part of a frame. */
const sliceBytes = 250_000

async function readHere(
  first: readonly Uint8Array[],
  rest: Pieces,
  hints: SourceHints,
  signal: AbortSignal | undefined,
  onEvents: ((events: number) => void) | undefined,
): Promise<ParseResult> {
  const scanner = new DocumentScanner(hints)
  const take = async (piece: Uint8Array): Promise<void> => {
    for (let at = 0; at < piece.length; at += sliceBytes) {
      scanner.push(piece.subarray(at, at + sliceBytes))
      await nextTask()
      signal?.throwIfAborted()
    }
    onEvents?.(scanner.pass?.length ?? 0)
  }
  for (const piece of first) await take(piece)
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    await take(next.value)
  }
  const result = readScanned(scanner)
  if (result.kind === 'failed') return { failure: result.reason }
  if (result.kind === 'whole') return parseInSlices(scanner.text, signal)
  const { document } = result
  const { problems } = document
  return { parsed: { table: bulkTable(document), problems, findWord: findInTexts(document) } }
}
