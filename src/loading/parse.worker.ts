import { brokenJson } from './brokenJson.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf, type WorkerMessage } from './tableTransfer.ts'

// A worker of its own for large files: takes the bytes, answers with messages of `tableTransfer`.

const post = (message: WorkerMessage): void => {
  globalThis.postMessage(message, { transfer: [] })
}

globalThis.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  const steps = parseInSteps(data)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  const result = 'broken' in step.value ? brokenJson(step.value) : step.value
  if ('failure' in result) post({ kind: 'failed', reason: result.failure })
  else for (const message of messagesOf(result.parsed)) post(message)
})
