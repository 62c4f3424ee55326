import { throughAll } from '#core/model/readDocument.ts'
import { brokenJson } from './brokenJson.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf, type WorkerMessage } from './tableTransfer.ts'

// A worker of its own for large files: takes the bytes, answers with messages of `tableTransfer`.

const post = (message: WorkerMessage): void => {
  globalThis.postMessage(message, { transfer: [] })
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  const read = throughAll(parseInSteps(data))
  const result = 'broken' in read ? brokenJson(read) : read
  if ('failure' in result) post({ kind: 'failed', reason: result.failure })
  else for (const message of messagesOf(result.parsed)) post(message)
})
