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
): Int32Array {
  const isRising = sorting.direction === 'ascending'
  if (sorting.key === 'date') return isRising ? rows : rows.toReversed()
  if (sorting.key === 'importance') {
    const levels = [1, 2, 3, 4, 5].map((level) =>
      rows.filter((row) => table.importance[row] === level),
    )
    const sorted = new Int32Array(rows.length)
    let at = 0
    for (const level of isRising ? levels : levels.toReversed()) {
      sorted.set(level, at)
      at += level.length
    }
    return sorted
  }
  const sign = isRising ? 1 : -1
  const collator = new Intl.Collator(locale, { numeric: true })
  const wordOf = words[sorting.key]
  const entries = Array.from(rows, (event) => ({ event, word: wordOf(event) }))
  entries.sort((a, b) => sign * collator.compare(a.word, b.word) || a.event - b.event)
  return Int32Array.from(entries, ({ event }) => event)
}

/** More than these would be looked at one by one, and long, to be sorted by a word. */
export const mostByWord = 50_000

/** True where so many rows can be sorted by it: numbers are columns, words have to be made. */
export function canSort(key: SortKey, rows: number): boolean {
  return key === 'date' || key === 'importance' || rows <= mostByWord
}
