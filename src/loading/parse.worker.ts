import { throughAll } from '#core/model/readDocument.ts'
import { brokenJson } from './brokenJson.ts'
import { bulkTexts } from '#loading/bulk/bulkTexts.ts'
import { buffersOf, type FromWorker, type ToWorker } from '#loading/bulk/bulkMessages.ts'
import { FileReading } from '#loading/bulk/fileReading.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf } from './tableTransfer.ts'

// A worker of its own for large files: takes the bytes as they come, answers with columns, and then finds
// words.

const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => {
  globalThis.postMessage(message, { transfer })
}

let reading: FileReading | undefined
let find: ((word: string) => Uint8Array<ArrayBuffer>) | undefined

async function finish(): Promise<void> {
  if (reading === undefined) return
  const result = await reading.finish()
  if (result.kind === 'failed') post(result)
  else if (result.kind === 'read') {
    find = bulkTexts(result.document)
    post({ kind: 'bulk', document: result.document }, buffersOf(result.document))
  } else {
    const read = throughAll(parseInSteps(reading.text))
    const whole = 'broken' in read ? brokenJson(read) : read
    if ('failure' in whole) post({ kind: 'failed', reason: whole.failure })
    else for (const message of messagesOf(whole.parsed)) post(message)
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') reading = new FileReading(data.hints)
  else if (data.kind === 'end') void finish()
  else if (data.kind === 'find') {
    const rows = find?.(data.word) ?? new Uint8Array()
    post({ kind: 'rows', turn: data.turn, rows }, [rows.buffer])
  } else {
    for (const piece of data.pieces) reading?.push(piece)
    post({ kind: 'found', events: reading?.events ?? 0 })
  }
})
post({ kind: 'ready' })
