import type { FindWord } from '#core/data/searchEvents.ts'
import type { EventTable } from '#core/data/eventTable.ts'
import type { FromWorker } from './bulkMessages.ts'
import type { WordAsked } from './bulkTexts.ts'

/** Ends the workers of tables that nobody holds any more. */
const unused = new FinalizationRegistry<Worker>((worker) => worker.terminate())

/** Searches in the worker that has read a table, which lives as long as this table does. */
export function askWorker(worker: Worker, table: EventTable): FindWord {
  unused.register(table, worker)
  const waiting = new Map<number, (rows: Uint8Array) => void>()
  let turns = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind !== 'rows') return
    waiting.get(data.turn)?.(data.rows)
    waiting.delete(data.turn)
  })
  return (word) =>
    new Promise((resolve) => {
      turns += 1
      waiting.set(turns, resolve)
      const asked: WordAsked = { kind: 'find', turn: turns, word }
      worker.postMessage(asked, [])
    })
}
