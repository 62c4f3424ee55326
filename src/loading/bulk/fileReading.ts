import { afterSpace } from './jsonBytes.ts'
import type { BulkResult } from './readBulk.ts'
import { readScanned } from './readScanned.ts'
import { DocumentScanner } from './scanDocument.ts'
import type { SourceHints } from './sourceHints.ts'

/** How JSON, a web page and packed files begin. */
const noTables: ReadonlySet<number> = new Set(
  Array.from('{[<PB\u001f', (sign) => sign.charCodeAt(0)),
)

/** Reads a file in bulk, piece by piece: JSON, one event a line, or a table. */
export class FileReading {
  readonly #scanner: DocumentScanner
  readonly #hints: SourceHints

  constructor(hints: SourceHints) {
    this.#hints = hints
    this.#scanner = new DocumentScanner(hints)
  }

  get text(): Uint8Array {
    return this.#scanner.text
  }

  /** Events found so far. */
  get events(): number {
    return this.#scanner.pass?.length ?? 0
  }

  push(piece: Uint8Array): void {
    this.#scanner.push(piece)
  }

  async finish(): Promise<BulkResult> {
    const { text } = this
    const result = readScanned(this.#scanner)
    if (result.kind !== 'whole') return result
    const first = text[afterSpace(text, 0, text.length)]
    if (first === undefined || (!this.#hints.isTable && noTables.has(first))) return result
    const { readTable } = await import('./readTable.ts')
    return (await readTable(text, this.#hints)) ?? result
  }
}
