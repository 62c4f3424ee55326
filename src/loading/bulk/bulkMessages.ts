import type { FailureReason } from '#loading/loadFailure.ts'
import type { WorkerMessage as PlainMessage } from '#loading/tableTransfer.ts'
import type { BulkDocument } from './readBulk.ts'
import type { SourceHints } from './sourceHints.ts'

/** To the worker: what is known before the first byte, the bytes in the order of the file, their end. */
export type ToWorker =
  | { readonly kind: 'start'; readonly hints: SourceHints }
  | { readonly kind: 'pieces'; readonly pieces: readonly Uint8Array[] }
  | { readonly kind: 'end' }
  /** A document to search in: where each row begins in its text, which follows, and words to look for. */
  | { readonly kind: 'texts'; readonly starts: Uint32Array; readonly bytes: number }
  | { readonly kind: 'text'; readonly at: number; readonly piece: Uint8Array }
  | { readonly kind: 'find'; readonly word: string }

/**
 * From the worker: that it is there, how far it is, and one message with all columns, whose buffers are
 * handed over. What only a reading as a whole can tell comes as `tableTransfer` has it.
 */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'found'; readonly events: number }
  | { readonly kind: 'bulk'; readonly document: BulkDocument }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** One byte a row: 1 where the word occurs. */
  | { readonly kind: 'word'; readonly word: string; readonly rows: Uint8Array }
  | PlainMessage

/** The buffers of a document, each once: they cross to the page without a copy. */
export function buffersOf({ columns, ids, starts, cut }: BulkDocument): ArrayBuffer[] {
  const { anchor, start, end, importance, parent, related, filePlace } = columns
  const { organizations, topics, people } = columns
  const lists = [organizations, topics, people].flatMap((list) => [list.starts, list.places])
  const own = [anchor, start, end, importance, parent, related, filePlace, starts, cut]
  const all = [...own, ...lists, ids.text, ids.made, ids.at, ids.slots]
  const buffers = all.map(({ buffer }) => buffer)
  return [...new Set(buffers.filter((buffer) => buffer instanceof ArrayBuffer))]
}
