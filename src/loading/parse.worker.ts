import { throughAll } from '#core/model/readDocument.ts'
import { brokenJson } from './brokenJson.ts'
import { buffersOf, type FromWorker, type ToWorker } from '#loading/bulk/bulkMessages.ts'
import { readScanned } from '#loading/bulk/readScanned.ts'
import { DocumentScanner } from '#loading/bulk/scanDocument.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf } from './tableTransfer.ts'

// A worker of its own for large files: takes the bytes as they come, answers with columns.

const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => {
  globalThis.postMessage(message, { transfer })
}

let scanner: DocumentScanner | undefined

function finish(): void {
  if (scanner === undefined) return
  const result = readScanned(scanner)
  if (result.kind === 'failed') post(result)
  else if (result.kind === 'read') {
    post({ kind: 'bulk', document: result.document }, buffersOf(result.document))
  } else {
    const read = throughAll(parseInSteps(scanner.text))
    const whole = 'broken' in read ? brokenJson(read) : read
    if ('failure' in whole) post({ kind: 'failed', reason: whole.failure })
    else for (const message of messagesOf(whole.parsed)) post(message)
  }
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') scanner = new DocumentScanner(data.hints)
  else if (data.kind === 'end') finish()
  else {
    for (const piece of data.pieces) scanner?.push(piece)
    post({ kind: 'found', events: scanner?.pass?.length ?? 0 })
  }
})
post({ kind: 'ready' })
