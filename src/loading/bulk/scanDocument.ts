import { isRecord } from '#core/model/compileReader.ts'
import { isOlder, openRoot } from '#core/model/readHead.ts'
import { type Reading, startReading } from '#core/model/reading.ts'
import { upgradeDocument } from '#core/model/upgradeDocument.ts'
import { EventPass, type Root } from './eventPass.ts'
import { GrowingBytes } from './growing.ts'
import { textAt } from './ids.ts'
import {
  afterSpace,
  CLOSE_LIST,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  OPEN_LIST,
  OPEN_OBJECT,
  QUOTE,
} from './jsonBytes.ts'
import { ValueSkipper } from './skipValue.ts'
import type { SourceHints } from './sourceHints.ts'

/** What is awaited next. `odd` is a file that only a reading as a whole can tell about. */
type State =
  | 'root'
  | 'key-or-end'
  | 'key'
  | 'colon'
  | 'value'
  | 'after-value'
  | 'event-or-end'
  | 'event'
  | 'after-event'
  | 'line'
  | 'end'
  | 'odd'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const LINE_BREAK = 10

/** More events than these are for tiles: their columns alone would take half of a gigabyte. */
export const mostEvents = 10_000_000

/** Opens what stands around the events. */
export function rootOf(json: unknown, reading: Reading): Root | undefined {
  return openRoot(json, reading, isOlder(json) ? upgradeDocument : undefined)
}

/**
 * Finds the events of a document while its bytes come, and hands them to an `EventPass`. It keeps the
 * bytes, and the lists that stand before the events; those behind are looked at in the end.
 */
export class DocumentScanner {
  readonly store: GrowingBytes
  state: State = 'root'
  pass: EventPass | undefined
  /** The file has more events than are read. */
  isTooMany = false
  /** One event a line. */
  isLines: boolean
  /** Where the document begins, behind a byte order mark. */
  first = 0
  /** Where the list of events begins, behind its bracket, and where its closing bracket stands. */
  listStart = 0
  listEnd = 0
  /** Of a file of lines: the head, and the text that it was read from. */
  linesHead: unknown = undefined
  linesHeadText = ''

  readonly #title: string
  readonly #skipper = new ValueSkipper()
  #at = 0
  #key = ''
  /** Of an event whose end has not come yet; -1 for none. */
  #eventStart = -1

  /** `title` is for lines without a head; `expected` bytes may come. */
  constructor(options: Pick<SourceHints, 'title' | 'isLines' | 'expected'>) {
    this.store = new GrowingBytes(options.expected)
    this.isLines = options.isLines
    this.#title = options.title
  }

  /** The bytes that have come. */
  get text(): Uint8Array {
    return this.store.bytes.subarray(0, this.store.length)
  }

  /** Where the scanner stands. */
  get at(): number {
    return this.#at
  }

  push(piece: Uint8Array): void {
    this.store.push(piece)
    this.#advance(false)
  }

  /** No more bytes come. False where the file is `odd`. */
  finish(): boolean {
    this.#advance(true)
    const { state, pass } = this
    return pass !== undefined && (state === 'end' || state === 'line')
  }

  #advance(isWhole: boolean): void {
    const { text } = this
    if (this.state === 'root' && text.length < 3 && !isWhole) return
    while (this.state !== 'odd' && this.#step(text, text.length, isWhole)) {
      // On to the next.
    }
  }

  /** Takes one step; false where there are not the bytes for it. */
  #step(text: Uint8Array, end: number, isWhole: boolean): boolean {
    if ((this.pass?.length ?? 0) > mostEvents) {
      this.isTooMany = true
      return this.#go('odd')
    }
    if (this.state === 'event' || this.state === 'event-or-end') return this.#event(text, end)
    if (this.state === 'line') return this.#line(text, end, isWhole)
    if (this.state === 'root' && this.#at === 0 && text[0] === 0xef && text[1] === 0xbb) {
      this.first = 3
      this.#at = 3
    }
    this.#at = afterSpace(text, this.#at, end)
    if (this.#at >= end) {
      const isOneLine = this.state === 'end' && this.isLines && this.pass === undefined
      return isWhole && isOneLine && this.#openLines(text)
    }
    const byte = text[this.#at] ?? 0
    switch (this.state) {
      case 'root':
        if (byte === OPEN_LIST) return this.#openList(text)
        return this.#go(byte === OPEN_OBJECT ? 'key-or-end' : 'odd', 1)
      case 'key-or-end':
      case 'key':
        if (byte === CLOSE_OBJECT && this.state === 'key-or-end') return this.#go('end', 1)
        return byte === QUOTE ? this.#readKey(text, end) : this.#go('odd')
      case 'colon':
        return this.#go(byte === COLON ? 'value' : 'odd', 1)
      case 'value':
        if (this.#key === 'events') {
          return byte === OPEN_LIST && !this.pass ? this.#openList(text) : this.#go('odd')
        }
        return this.#skip(text, end) && this.#go('after-value')
      case 'after-value':
        if (byte === COMMA) return this.#go('key', 1)
        return this.#go(byte === CLOSE_OBJECT ? 'end' : 'odd', 1)
      case 'after-event':
        if (byte === COMMA) return this.#go('event', 1)
        return byte === CLOSE_LIST ? this.#closeList() : this.#go('odd')
      case 'end':
        if (byte === OPEN_OBJECT && this.pass === undefined) return this.#openLines(text)
        return this.#go('odd')
      case 'odd':
        return false
    }
  }

  #go(state: State, step = 0): true {
    this.state = state
    this.#at += step
    return true
  }

  #skip(text: Uint8Array, end: number): boolean {
    const after = this.#skipper.skip(text, this.#at, end)
    if (after < 0) return false
    this.#at = after
    return true
  }

  #readKey(text: Uint8Array, end: number): boolean {
    const start = this.#at
    if (!this.#skip(text, end)) return false
    try {
      this.#key = textAt(text, start)
    } catch {
      return this.#go('odd')
    }
    return this.#go('colon')
  }

  #openList(text: Uint8Array): boolean {
    this.listStart = this.#at + 1
    const isRoot = this.state === 'root'
    this.#open(
      parsed(`${decoder.decode(text.subarray(this.first, this.listStart))}]${isRoot ? '' : '}'}`),
    )
    return this.pass ? this.#go('event-or-end', 1) : this.#go('odd')
  }

  #open(json: unknown): void {
    const root = rootOf(json, startReading())
    if (root) this.pass = new EventPass(root, () => this.store.bytes)
  }

  #closeList(): true {
    this.listEnd = this.#at
    return this.#go(this.pass?.root.eventsPath.length === 0 ? 'end' : 'after-value', 1)
  }

  #event(text: Uint8Array, end: number): boolean {
    const { pass } = this
    this.#at = afterSpace(text, this.#at, end)
    if (this.#at >= end || pass === undefined) return false
    if (this.state === 'event-or-end' && text[this.#at] === CLOSE_LIST) return this.#closeList()
    if (this.#eventStart < 0) {
      const after = pass.takePlain(text, this.#at, end)
      if (after >= 0) {
        this.#at = after
        return this.#go('after-event')
      }
    }
    const start = this.#eventStart < 0 ? this.#at : this.#eventStart
    const wasCut = this.#eventStart >= 0
    if (!this.#skip(text, end)) {
      this.#eventStart = start
      return false
    }
    this.#eventStart = -1
    if (wasCut && pass.takePlain(text, start, end) >= 0) return this.#go('after-event')
    try {
      pass.takeAny(decoder.decode(text.subarray(start, this.#at)), start)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      return this.#go('odd')
    }
    return this.#go('after-event')
  }

  /** What came was an object in one line, and no document: a head, or the first event. */
  #openLines(text: Uint8Array): boolean {
    const end = new ValueSkipper().skip(text, this.first, text.length)
    const first = decoder.decode(text.subarray(this.first, end))
    const json = parsed(first)
    const rest = text.subarray(end, this.#at)
    const isLine = !first.trim().includes('\n') && (rest.length === 0 || rest.includes(LINE_BREAK))
    if (!isRecord(json) || !(isLine || this.isLines)) return this.#go('odd')
    this.isLines = true
    const isHead = !Object.hasOwn(json, 'date')
    const head = { version: 1, title: this.#title, ...(isHead ? json : {}), events: [] }
    this.linesHead = head
    if (isHead) this.linesHeadText = first
    this.#open(head)
    this.#at = isHead ? end : this.first
    return this.pass ? this.#go('line') : this.#go('odd')
  }

  #line(text: Uint8Array, end: number, isWhole: boolean): boolean {
    const { pass } = this
    const start = afterSpace(text, this.#at, end)
    this.#at = start
    if (start >= end || pass === undefined) return false
    const found = text.indexOf(LINE_BREAK, start)
    if (found < 0 && !isWhole) return false
    const lineEnd = found < 0 ? end : found
    this.#at = lineEnd
    if (pass.takePlain(text, start, lineEnd, true) >= 0) return true
    try {
      pass.takeAny(decoder.decode(text.subarray(start, lineEnd)), start)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      pass.loseLine(start)
    }
    return true
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
