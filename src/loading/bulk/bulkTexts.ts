import { searchableText } from '#core/data/searchEvents.ts'
import { gatherTexts, type TextBlocks } from '#core/data/textBlocks.ts'
import { draftAt } from './eventText.ts'
import type { BulkDocument } from './readBulk.ts'

/** A word to look for, and the rows that have it, one byte each; `turn` pairs them. */
export interface WordAsked {
  readonly kind: 'find'
  readonly turn: number
  readonly word: string
}
export interface WordFound {
  readonly kind: 'rows'
  readonly turn: number
  readonly rows: Uint8Array<ArrayBuffer>
}

/**
 * The texts of a document, to be searched when its bytes have been handed over: it takes copies at once,
 * and goes through the events when it is first asked.
 */
export function bulkTexts({
  ids,
  starts,
  columns,
}: BulkDocument): (word: string) => Uint8Array<ArrayBuffer> {
  const text = ids.text.slice()
  const begins = starts.slice()
  const places = columns.filePlace.slice()
  let texts: TextBlocks | undefined
  return (word) => {
    texts ??= gathered(text, begins, places)
    return texts.find(word)
  }
}

function gathered(text: Uint8Array, starts: Uint32Array, places: Uint32Array): TextBlocks {
  const texts = gatherTexts()
  for (const place of places) texts.add(searchableText(draftAt(text, starts[place] ?? 0)))
  return texts.done()
}
