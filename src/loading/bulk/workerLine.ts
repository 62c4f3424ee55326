import type { ParseResult } from '#loading/parseInSteps.ts'
import { startReceiving } from '#loading/tableTransfer.ts'
import type { FromWorker, ToWorker } from './bulkMessages.ts'
import { bulkTable } from './bulkTable.ts'
import { findInTexts } from './findInTexts.ts'
import type { SourceHints } from './sourceHints.ts'
import type { ParseWorker } from './startWorker.ts'

/** Pieces of less wait for each other: a message for each would cost more than reading it. */
const worthSending = 1_000_000

/** Talks with the worker: hands it the pieces of a file, and waits for what it makes of them. */
export class WorkerLine {
  /** What the worker found; undefined where it never came, and the pieces are all in `kept`. */
  readonly answer: Promise<ParseResult | undefined>
  /** Pieces that were not handed over yet. */
  readonly kept: Uint8Array[] = []
  /** Nothing more is to be sent. */
  isOver = false

  readonly #worker: Worker
  readonly #hints: SourceHints
  #isReady = false
  #isWhole = false
  #keptBytes = 0
  #sentBytes = 0
  #settle: (result: ParseResult | undefined) => void = () => {}
  #fail: (reason: unknown) => void = () => {}

  constructor(
    { worker, isThere }: ParseWorker,
    hints: SourceHints,
    onEvents?: (events: number) => void,
  ) {
    this.#worker = worker
    this.#hints = hints
    this.answer = new Promise((resolve, reject) => {
      this.#settle = resolve
      this.#fail = reject
    })
    // Whoever pushes hears of it in the end, too.
    this.answer.catch(() => {})
    const receive = startReceiving()
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.kind === 'found') onEvents?.(data.events)
      else if (data.kind === 'failed') this.#settle({ failure: data.reason })
      else if (data.kind === 'bulk') {
        const { problems } = data.document
        const findWord = findInTexts(data.document)
        this.#settle({ parsed: { table: bulkTable(data.document), problems, findWord } })
      } else if (data.kind !== 'word' && data.kind !== 'ready') {
        const parsed = receive(data)
        if (parsed) this.#settle({ parsed })
      }
    })
    const lost = (): void => this.#lose()
    worker.addEventListener('error', lost)
    worker.addEventListener('messageerror', lost)
    // It may have said so before anybody here listened.
    void isThere.then((is) => (is ? this.#begin() : this.#lose()))
  }

  push(piece: Uint8Array): void {
    this.kept.push(piece)
    this.#keptBytes += piece.length
    if (this.#isReady && this.#keptBytes >= worthSending) this.#send()
  }

  end(): void {
    this.#isWhole = true
    if (this.#isReady && !this.isOver) this.#finish()
  }

  giveUp(reason: unknown): void {
    this.isOver = true
    this.#fail(reason)
  }

  #begin(): void {
    this.#isReady = true
    this.#post({ kind: 'start', hints: this.#hints })
    if (this.#isWhole) this.#finish()
    else this.#send()
  }

  #send(): void {
    const pieces = this.kept.splice(0).map(alone)
    this.#sentBytes += this.#keptBytes
    this.#keptBytes = 0
    const buffers = pieces.map(({ buffer }) => buffer)
    this.#post({ kind: 'pieces', pieces }, buffers)
  }

  #finish(): void {
    this.#send()
    this.#post({ kind: 'end' })
  }

  #post(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer)
  }

  #lose(): void {
    this.isOver = true
    if (!this.#isReady) this.#settle(undefined)
    else {
      // It had the pieces, and most likely no memory for more.
      const reason = { kind: 'too-large', limit: this.#sentBytes, total: undefined } as const
      this.#settle({ failure: reason })
    }
  }
}

/** A piece with a buffer of its own, which can be handed over. */
function alone(piece: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = piece
  return buffer instanceof ArrayBuffer && buffer.byteLength === piece.byteLength
    ? new Uint8Array(buffer)
    : piece.slice()
}
