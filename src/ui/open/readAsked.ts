import { fetchDocument, type Loaded } from '#loading/fetchDocument.ts'
import { LoadFailure } from '#loading/loadFailure.ts'
import {
  type Answers,
  type ForeignFile,
  type ForeignReading,
  readForeign,
} from '#loading/readForeign.ts'

/** What the reader chose. */
export type Asked =
  /** `text` is what was pasted, where it came so. */
  { readonly file: ForeignFile; readonly text?: string } | { readonly address: string }

export type Reading =
  | Exclude<ForeignReading, { kind: 'read' }>
  | (Extract<ForeignReading, { kind: 'read' }> & { readonly address?: undefined })
  /** A document by its address: the page fetches it again under that. */
  | {
      readonly kind: 'read'
      readonly format: 'throughline'
      readonly loaded: Loaded
      readonly address: string
      readonly asksDateOrder: false
    }

/** Reads what was chosen. After `signal` aborts, whatever comes is to be thrown away. */
export async function readAsked(
  asked: Asked,
  answers: Answers,
  signal: AbortSignal,
): Promise<Reading> {
  if ('file' in asked) return readForeign(asked.file, answers, signal)
  const { address } = asked
  try {
    const loaded = await fetchDocument(address, { signal })
    return { kind: 'read', format: 'throughline', loaded, address, asksDateOrder: false }
  } catch (error) {
    if (error instanceof LoadFailure) return { kind: 'failed', reason: error.reason }
    if (signal.aborted) return { kind: 'unknown', hint: '' }
    throw error
  }
}
