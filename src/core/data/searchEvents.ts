import type { Text, DocumentHead } from '#core/model/document.ts'
import type { EventIndex, EventTable } from './eventTable.ts'
import { foldText, foldWithMap } from './foldText.ts'

/** Everything that can be searched, folded; each row is prepared when it is first asked for. */
export interface SearchIndex {
  /** All searchable text of a row in all languages, parts separated by line breaks. */
  textOf(row: EventIndex): string
}

/**
 * An index over titles, summaries, bodies and details, and over the names of organisations (short
 * names and aliases too), people and topics, in every language that the document has.
 */
export function buildSearchIndex(table: EventTable): SearchIndex {
  const names = namesById(table.document)
  const texts: (string | undefined)[] = []
  return {
    textOf: (row) => {
      const known = texts[row]
      if (known !== undefined) return known
      const text = textOfRow(table, row, names)
      texts[row] = text
      return text
    },
  }
}

type Names = ReadonlyMap<string, string>

function namesById({ organizations, people, topics }: DocumentHead) {
  const named = <T extends { readonly id: string }>(
    list: readonly T[],
    textsOf: (entry: T) => readonly (Text | undefined)[],
  ): Names => new Map(list.map((entry) => [entry.id, foldAll(textsOf(entry))]))
  return {
    organizations: named(organizations, ({ name, shortName, aliases }) => [
      name,
      shortName,
      ...(aliases ?? []),
    ]),
    people: named(people, ({ name }) => [name]),
    topics: named(topics, ({ title }) => [title]),
  }
}

function textOfRow(
  table: EventTable,
  row: EventIndex,
  names: ReturnType<typeof namesById>,
): string {
  const event = table.event(row)
  if (event === undefined) return ''
  const { title, summary, body, details, organizations, people, topics } = event
  const own = foldAll([
    title,
    summary,
    body,
    ...(details ?? []).flatMap(({ label, value }) => [label, value]),
  ])
  return [
    own,
    ...organizations.map(({ id }) => names.organizations.get(id)),
    ...(people ?? []).map((id) => names.people.get(id)),
    ...(topics ?? []).map((id) => names.topics.get(id)),
  ].join('\n')
}

function foldAll(texts: readonly (Text | undefined)[]): string {
  const plain = texts.flatMap((text) => {
    if (text === undefined) return []
    return typeof text === 'string' ? [text] : Object.values(text)
  })
  return foldText(plain.join('\n'))
}

/** The words of a query, folded. Writing without blanks, as in Chinese, stays one piece. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(foldText(query).split(/\s+/).filter(Boolean))]
}

/** True when every word occurs somewhere in the event. */
export function matchesWords(
  index: SearchIndex,
  row: EventIndex,
  words: readonly string[],
): boolean {
  if (words.length === 0) return true
  const text = index.textOf(row)
  return words.every((word) => text.includes(word))
}

/**
 * Where the words of the query stand in a displayed text: ranges `[start, end)` of the text as it
 * is, in order, not overlapping, always around whole characters.
 */
export function findMatches(text: string, query: string): readonly (readonly [number, number])[] {
  const words = wordsOf(query)
  if (words.length === 0 || text === '') return []
  const { folded, origin } = foldWithMap(text)
  const ranges: [number, number][] = []
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const start = origin[at] ?? 0
      ranges.push([start, endOfCharacters(text, origin, at + word.length)])
    }
  }
  ranges.sort(([a], [b]) => a - b)
  const merged: [number, number][] = []
  for (const [start, end] of ranges) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** A match may end inside what one character folds to (`ﬁ`), or before accents that fold to nothing. */
function endOfCharacters(text: string, origin: readonly number[], foldedEnd: number): number {
  const last = origin[foldedEnd - 1] ?? 0
  let end = last + String.fromCodePoint(text.codePointAt(last) ?? 0).length
  while (/^\p{M}/u.test(text.slice(end, end + 2))) {
    end += String.fromCodePoint(text.codePointAt(end) ?? 0).length
  }
  return end
}
