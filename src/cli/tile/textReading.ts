import type { DocumentHead } from '#core/model/document.ts'

/** How the texts of a file are to be understood, where it is no document of ours. */
export interface TextReading {
  /** A date in EDTF for the text of a cell; undefined where it cannot be read. */
  readonly date?: (text: string) => string | undefined
  /** The list of ids that a cell names. */
  readonly list?: (field: ListField, value: unknown) => unknown
  /** The head with what the lists have named. */
  readonly head?: (head: DocumentHead) => DocumentHead
}

export const listFields = ['organizations', 'people', 'topics'] as const
export type ListField = (typeof listFields)[number]
