import { nextTask, parseInSlices } from '#loading/parseInSlices.ts'
import type { ParseResult } from '#loading/parseInSteps.ts'
import type { Source } from '#loading/readPieces.ts'
import { worthWorker } from '#loading/statedLength.ts'
import { bulkTable } from './bulkTable.ts'
import { FileReading } from './fileReading.ts'
import { findInTexts } from './findInTexts.ts'
import { hintsOf, type SourceHints } from './sourceHints.ts'
import { startWorker } from './startWorker.ts'
import { WorkerLine } from './workerLine.ts'

type Pieces = AsyncIterator<Uint8Array>

/**
 * Reads a large file: in a worker while it comes, or on this thread, in slices, where it is not that large
 * or no worker can be had. `first` has come already, `rest` is to come. After `signal` aborts, it rejects with its reason.
 */
export async function readLarge(
  first: readonly Uint8Array[],
  rest: Pieces,
  { name, type, stated }: Source,
  signal: AbortSignal | undefined,
  onEvents: ((events: number) => void) | undefined,
): Promise<ParseResult> {
  const hints = hintsOf(name, type, stated)
  const early = [...first]
  const isShort =
    stated === undefined ? await isEndBefore(worthWorker, early, rest) : stated < worthWorker
  const started = isShort ? undefined : startWorker()
  if (started === undefined) return readHere(early, rest, hints, signal, onEvents)
  const line = new WorkerLine(started, hints, onEvents)
  const abort = (): void => line.giveUp(signal?.reason)
  signal?.addEventListener('abort', abort)
  try {
    for (const piece of early) line.push(piece)
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      line.push(next.value)
      if (line.isOver) break
    }
    line.end()
    const answer = await line.answer
    if (answer !== undefined) return answer
  } finally {
    signal?.removeEventListener('abort', abort)
    started.worker.terminate()
  }
  return readHere(line.kept, rest, hints, signal, onEvents)
}

/** Takes pieces until they end, or have so many bytes that it cannot be soon. */
async function isEndBefore(bytes: number, early: Uint8Array[], rest: Pieces): Promise<boolean> {
  let length = early.reduce((sum, piece) => sum + piece.length, 0)
  while (length < bytes) {
    const { done, value } = await rest.next()
    if (done === true) return true
    early.push(value)
    length += value.length
  }
  return false
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
  const reading = new FileReading(hints)
  const take = async (piece: Uint8Array): Promise<void> => {
    for (let at = 0; at < piece.length; at += sliceBytes) {
      reading.push(piece.subarray(at, at + sliceBytes))
      await nextTask()
      signal?.throwIfAborted()
    }
    onEvents?.(reading.events)
  }
  for (const piece of first) await take(piece)
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    await take(next.value)
  }
  return (await parsedOf(reading)) ?? parseInSlices(reading.text, signal)
}

/** What reading in bulk gives; undefined where the file is to be read as a whole. */
async function parsedOf(reading: FileReading): Promise<ParseResult | undefined> {
  const result = await reading.finish()
  if (result.kind === 'failed') return { failure: result.reason }
  if (result.kind === 'whole') return undefined
  const { document } = result
  const { problems } = document
  return { parsed: { table: bulkTable(document), problems, findWord: findInTexts(document) } }
}

/** What a small file is that no document of JSON was found in: lines or a table, or `failure`. */
export async function readOther(
  bytes: Uint8Array,
  { name, type }: Source,
  failure: ParseResult,
): Promise<ParseResult> {
  const reading = new FileReading(hintsOf(name, type, bytes.length))
  reading.push(bytes)
  return (await parsedOf(reading)) ?? failure
}
