import { searchableText } from '#core/data/searchEvents.ts'
import { gatherTexts, type TextBlocks } from '#core/data/textBlocks.ts'
import { isRecord } from '#core/model/compileReader.ts'
import { draftAt, eventText } from './eventText.ts'

/** Texts gathered between two pauses. */
const stride = 2000

/**
 * What can be found of each event, in the order of rows; `starts` says where in the file each begins. In
 * steps, for a thread that has more to do.
 */
export function* rowTexts(
  text: Uint8Array,
  starts: Uint32Array,
): Generator<undefined, TextBlocks, unknown> {
  const texts = gatherTexts()
  for (const [row, start] of starts.entries()) {
    if (row % stride === 0) yield
    texts.add(textAt(text, start))
  }
  return texts.done()
}

function textAt(text: Uint8Array, start: number): string {
  const event: unknown = JSON.parse(eventText(text, start))
  if (!isRecord(event)) return ''
  const { title, summary, body, details } = event
  // Most have plain texts, and need not be read in full.
  return isPlain(title) && isPlain(summary) && isPlain(body) && details === undefined
    ? searchableText({ title: title ?? '', summary, body })
    : searchableText(draftAt(text, start))
}

function isPlain(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}
