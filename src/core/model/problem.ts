import type { ProblemCode } from './problemCodes.ts'

/**
 * What is wrong with a document, as a value. `error` leaves an event out, `warning` keeps it with the
 * repair that `hint` states, `note` only tells, `fatal` means that there is no timeline at all.
 */
export interface Problem {
  /** Stable, kebab-case: `date-unreadable`, `id-repeated`, … Listed in docs/format.md. */
  readonly code: ProblemCode
  readonly severity: 'fatal' | 'error' | 'warning' | 'note'
  /** Where in the document, as a JSONPath-like string: `events[3].date`. Empty for the whole file. */
  readonly path: string
  /** 1-based place in the file; absent where the text is not at hand. */
  readonly line?: number
  readonly column?: number
  /**
   * What is wrong, in one English sentence that names the field and quotes the value (at most 80
   * characters of it).
   */
  readonly message: string
  /** What would be right, or what was done instead. */
  readonly hint: string
}

/** In the order of the file; what concerns all of it comes first. */
export function inFileOrder<T extends Pick<Problem, 'line' | 'column'>>(
  problems: readonly T[],
): readonly T[] {
  return problems.toSorted(
    (a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  )
}
