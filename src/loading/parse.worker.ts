import type { TextBlocks } from '#core/data/textBlocks.ts'
import { throughAll } from '#core/model/readDocument.ts'
import { brokenJson } from './brokenJson.ts'
import { buffersOf, type FromWorker, type ToWorker } from '#loading/bulk/bulkMessages.ts'
import { FileReading } from '#loading/bulk/fileReading.ts'
import { rowTexts } from '#loading/bulk/rowTexts.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf } from './tableTransfer.ts'

// A worker of its own for large files: takes the bytes as they come, answers with columns.

const post = (message: FromWorker, transfer: ArrayBuffer[] = []): void => {
  globalThis.postMessage(message, { transfer })
}

let reading: FileReading | undefined

async function finish(): Promise<void> {
  if (reading === undefined) return
  const result = await reading.finish()
  if (result.kind === 'failed') post(result)
  else if (result.kind === 'read') {
    post({ kind: 'bulk', document: result.document }, buffersOf(result.document))
  } else {
    const read = throughAll(parseInSteps(reading.text))
    const whole = 'broken' in read ? brokenJson(read) : read
    if ('failure' in whole) post({ kind: 'failed', reason: whole.failure })
    else for (const message of messagesOf(whole.parsed)) post(message)
  }
}

/** A document to search in, as its text comes; and its texts, once somebody asks for a word. */
let searched: { readonly text: Uint8Array; readonly starts: Uint32Array } | undefined
let texts: TextBlocks | undefined

function find(word: string): void {
  if (texts === undefined && searched !== undefined) {
    texts = throughAll(rowTexts(searched.text, searched.starts))
    searched = undefined
  }
  const rows = texts?.find(word) ?? new Uint8Array()
  post({ kind: 'word', word, rows }, rows.buffer instanceof ArrayBuffer ? [rows.buffer] : [])
}

globalThis.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'start':
      reading = new FileReading(data.hints)
      break
    case 'pieces':
      for (const piece of data.pieces) reading?.push(piece)
      post({ kind: 'found', events: reading?.events ?? 0 })
      break
    case 'end':
      void finish()
      break
    case 'texts':
      searched = { text: new Uint8Array(data.bytes), starts: data.starts }
      break
    case 'text':
      searched?.text.set(data.piece, data.at)
      break
    case 'find':
      find(data.word)
  }
})
post({ kind: 'ready' })
