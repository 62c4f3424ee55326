import type { FailureReason } from '../loadFailure.ts'
import type { WorkerMessage as PlainMessage } from '../tableTransfer.ts'
import type { BulkDocument } from './readBulk.ts'
import type { SourceHints } from './sourceHints.ts'

/** To the worker: what is known before the first byte, the bytes in the order of the file, their end. */
export type ToWorker =
  | { readonly kind: 'start'; readonly hints: SourceHints }
  | { readonly kind: 'pieces'; readonly pieces: readonly Uint8Array[] }
  | { readonly kind: 'end' }

/**
 * From the worker: that it is there, how far it is, and one message with all columns, whose buffers are
 * handed over. What only a reading as a whole can tell comes as `tableTransfer` has it.
 */
export type FromWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'found'; readonly events: number }
  | { readonly kind: 'bulk'; readonly document: BulkDocument }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | PlainMessage

/** The buffers of a document, each once: they cross to the page without a copy. */
export function buffersOf({ columns, ids, starts, cut }: BulkDocument): ArrayBufferLike[] {
  const { organizations, topics, people } = columns
  const arrays = [
    ...[columns.anchor, columns.start, columns.end, columns.importance, columns.parent],
    ...[columns.related, columns.filePlace, starts, cut],
    ...[organizations, topics, people].flatMap(({ starts, places }) => [starts, places]),
    ...[ids.text, ids.made, ids.at, ids.slots],
  ]
  return [...new Set(arrays.map(({ buffer }) => buffer))]
}
