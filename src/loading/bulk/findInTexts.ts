import type { FindWord } from '#core/data/searchEvents.ts'
import { nextTask } from '#loading/parseInSlices.ts'
import type { FromWorker, ToWorker } from './bulkMessages.ts'
import type { BulkDocument } from './readBulk.ts'
import { rowTexts } from './rowTexts.ts'
import { startWorker } from './startWorker.ts'

/** Bytes that are copied to the worker at a time: some milliseconds. */
const pieceBytes = 8_000_000
/** A worker that nobody asked for so long is let go, with its copy of the texts. Milliseconds. */
const idleAfter = 120_000

/** Who looks for words, and how to let go of what it holds. */
interface Finder {
  readonly find: FindWord
  readonly close: () => void
}

/**
 * Looks for words in the texts of a large document: in a worker, which has a copy of them from the first
 * search on; where there is none, on this thread, after gathering them in slices.
 */
export function findInTexts({ ids, starts, columns }: Omit<BulkDocument, 'problems'>): FindWord {
  const { filePlace } = columns
  let finder: Promise<Finder> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const letGo = (): void => {
    void finder?.then(({ close }) => close())
    finder = undefined
  }
  return async (word) => {
    clearTimeout(timer)
    timer = setTimeout(letGo, idleAfter)
    finder ??= openFinder(ids.text, startsOfRows(starts, filePlace))
    return (await finder).find(word)
  }
}

/** Where the text of each row begins. By a loop: `Uint32Array.from` takes a tenth of a second for a million. */
function startsOfRows(starts: Uint32Array, filePlace: Uint32Array): Uint32Array {
  const ofRows = new Uint32Array(filePlace.length)
  for (let row = 0; row < ofRows.length; row += 1) ofRows[row] = starts[filePlace[row] ?? -1] ?? 0
  return ofRows
}

async function openFinder(text: Uint8Array, starts: Uint32Array): Promise<Finder> {
  return (await openWorker(text, starts)) ?? openHere(text, starts)
}

async function openHere(text: Uint8Array, starts: Uint32Array): Promise<Finder> {
  const steps = rowTexts(text, starts)
  for (;;) {
    const step = steps.next()
    if (step.done === true) {
      return { find: async (word) => step.value.find(word), close: () => {} }
    }
    await nextTask()
  }
}

async function openWorker(text: Uint8Array, starts: Uint32Array): Promise<Finder | undefined> {
  const started = startWorker()
  if (started === undefined || !(await started.isThere)) return undefined
  const { worker } = started
  const post = (message: ToWorker, transfer: ArrayBuffer[] = []): void =>
    worker.postMessage(message, transfer)
  post({ kind: 'texts', starts, bytes: text.length })
  for (let at = 0; at < text.length; at += pieceBytes) {
    const piece = new Uint8Array(text.subarray(at, at + pieceBytes))
    post({ kind: 'text', at, piece }, [piece.buffer])
    await nextTask()
  }
  const waiting = new Map<string, ((rows: Uint8Array) => void)[]>()
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'word') return
    for (const resolve of waiting.get(data.word) ?? []) resolve(data.rows)
    waiting.delete(data.word)
  })
  return {
    find: (word) =>
      new Promise((resolve) => {
        const others = waiting.get(word)
        if (others) others.push(resolve)
        else {
          waiting.set(word, [resolve])
          post({ kind: 'find', word })
        }
      }),
    close: () => worker.terminate(),
  }
}
