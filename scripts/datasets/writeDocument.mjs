import { createWriteStream, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * Writes a document event by event, so that no more than a few are held at once: as JSON when the name
 * ends in `.json`, otherwise one value a line, first the head and then each event. The file takes its name
 * when it is whole.
 * @param {string} file `-` is the standard output
 * @param {object} head the document without its events
 * @param {Iterable<object> | AsyncIterable<object>} events
 * @returns {Promise<number>} how many events were written
 */
export async function writeDocument(file, head, events) {
  let count = 0
  async function* counted() {
    for await (const event of events) {
      count += 1
      yield event
    }
  }
  const text = file.endsWith('.json') ? jsonOf(head, counted()) : linesOf(head, counted())
  const source = Readable.from(inPieces(text))
  if (file === '-') {
    await pipeline(source, process.stdout, { end: false })
    return count
  }
  mkdirSync(dirname(file), { recursive: true })
  const part = `${file}.part`
  await pipeline(source, createWriteStream(part))
  renameSync(part, file)
  return count
}

async function* linesOf(head, events) {
  yield `${JSON.stringify(head)}\n`
  for await (const event of events) yield `${JSON.stringify(event)}\n`
}

async function* jsonOf(head, events) {
  yield `${JSON.stringify(head).slice(0, -1)},"events":[`
  let before = '\n'
  for await (const event of events) {
    yield before + JSON.stringify(event)
    before = ',\n'
  }
  yield '\n]}\n'
}

/** One write a line would take longer than making the lines. */
async function* inPieces(texts) {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length > 65_536) {
      yield piece
      piece = ''
    }
  }
  yield piece
}
