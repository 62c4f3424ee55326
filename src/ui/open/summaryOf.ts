import { countEvents } from '#core/data/eventTable.ts'
import { textIn } from '#core/model/document.ts'
import { formatSpan } from '#core/time/formatDate.ts'
import type { Words } from '#i18n/loadWords.ts'
import type { Loaded } from '#loading/fetchDocument.ts'

/** What a document holds, in figures and in the reader's words. */
export interface DocumentSummary {
  /** Empty where there is nothing to show. */
  readonly events: string
  readonly span: string
  readonly organizations: number
  /** The first few. */
  readonly names: string
  readonly error: number
  readonly warning: number
  readonly note: number
  /** Events that were left out, each with an error. */
  readonly left: number
}

const shownNames = 6

/** Sums up what was read. */
export function summaryOf(loaded: Loaded, words: Words): DocumentSummary {
  const { table, problems } = loaded
  const { document } = table
  const { locale, dateWords } = words
  const count = (severity: string): number =>
    problems.filter((problem) => problem.severity === severity).length
  const names = document.organizations
    .slice(0, shownNames)
    .map(({ name }) => textIn(name, locale, document.language))
  const more = document.organizations.length > shownNames
  return {
    events: table.length === 0 ? '' : countEvents(table).toLocaleString(locale),
    span: table.length === 0 ? '–' : formatSpan(table.span, dateWords),
    organizations: document.organizations.length,
    names: more ? [...names, '…'].join(', ') : names.join(', '),
    error: count('error') + count('fatal'),
    warning: count('warning'),
    note: count('note'),
    left: new Set(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ path }) => /^events\[\d+\]/.exec(path)?.[0])
        .filter((path) => path !== undefined),
    ).size,
  }
}
