import type { EventIndex, EventTable } from '#core/data/eventTable.ts'

export const sortKeys = ['date', 'title', 'organizations', 'importance'] as const
export type SortKey = (typeof sortKeys)[number]
export interface Sorting {
  readonly key: SortKey
  readonly direction: 'ascending' | 'descending'
}

/** Sorting after a click on a header: the other way round, or that column's natural way first. */
export function nextSorting(current: Sorting, key: SortKey): Sorting {
  if (current.key !== key) {
    return { key, direction: key === 'importance' ? 'descending' : 'ascending' }
  }
  return { key, direction: current.direction === 'ascending' ? 'descending' : 'ascending' }
}

/** What a row shows in the columns that are sorted as words. */
export interface RowWords {
  readonly title: (event: EventIndex) => string
  readonly organizations: (event: EventIndex) => string
}

/**
 * The rows in the wanted order; `rows` come in order of time, which also breaks every tie, so that
 * two sorts of the same rows never differ. Words are compared as `locale` does, numbers by value.
 */
export function sortRows(
  table: EventTable,
  rows: Int32Array,
  sorting: Sorting,
  words: RowWords,
  locale: string,
): EventIndex[] {
  const sign = sorting.direction === 'ascending' ? 1 : -1
  const inTime = (a: EventIndex, b: EventIndex): number => a - b
  if (sorting.key === 'date') return [...rows].sort((a, b) => sign * inTime(a, b))
  if (sorting.key === 'importance') {
    const importance = (event: EventIndex): number => table.importance[event] ?? 0
    return [...rows].sort((a, b) => sign * (importance(a) - importance(b)) || inTime(a, b))
  }
  const collator = new Intl.Collator(locale, { numeric: true })
  const wordOf = words[sorting.key]
  return Array.from(rows, (event) => ({ event, word: wordOf(event) }))
    .sort((a, b) => sign * collator.compare(a.word, b.word) || inTime(a.event, b.event))
    .map(({ event }) => event)
}
