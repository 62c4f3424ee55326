import type { ImportNotes, Spot } from './importNotes.ts'

/** A text of a file in both of the ways that a document wants it. */
export interface RichText {
  /** For `body`. */
  readonly markdown: string
  /** For titles and everything else. */
  readonly plain: string
}

/** Reads a text that may be HTML; what is none is taken as it is written. */
export function richText(text: string, _notes: ImportNotes, _spot: Spot = {}): RichText {
  return { markdown: text, plain: text }
}
