import type { DocumentHead, Text, TimelineEvent } from '#core/model/document.ts'
import type { EventTable, Lists } from './eventTable.ts'
import { foldText, foldWithMap } from './foldText.ts'
import { gatherTexts, type TextBlocks } from './textBlocks.ts'

/** Which events of a table a query finds. */
export interface SearchIndex {
  /** One byte a row: 1 where every word occurs somewhere in the event. */
  find(words: readonly string[]): Uint8Array
  /**
   * Has the words looked for where the texts are, if that is not here; `find` gives nothing for them
   * before. Undefined when there is nothing to wait for.
   */
  prepare(words: readonly string[]): Promise<void> | undefined
}

/** One byte a row: 1 where a word occurs in the event's own texts. */
export type FindWord = (word: string) => Promise<Uint8Array>

/** Words whose rows are kept: a query that is being typed, and those before it. */
const mostKept = 12

/**
 * An index over titles, summaries, bodies and details, and over the names of organisations (short
 * names and aliases too), people and topics, in every language that the document has. The texts of a
 * large table are in a worker: `findWord` asks there.
 */
export function buildSearchIndex(table: EventTable, findWord?: FindWord): SearchIndex {
  const names = namesOf(table.document)
  const kept = new Map<string, Uint8Array>()
  let texts: TextBlocks | undefined

  /** How many words the last query had: it keeps all of them, or it would never be whole. */
  let together = 0
  const keep = (word: string, rows: Uint8Array): Uint8Array => {
    const [oldest] = kept.keys()
    if (kept.size >= Math.max(mostKept, together) && oldest !== undefined) kept.delete(oldest)
    const all = rows.slice()
    addNamed(all, table.organizations, names.organizations, word)
    addNamed(all, table.people, names.people, word)
    addNamed(all, table.topics, names.topics, word)
    kept.set(word, all)
    return all
  }
  const rowsOf = (word: string): Uint8Array => {
    const known = kept.get(word)
    if (known !== undefined) return known
    if (findWord !== undefined) return new Uint8Array(table.length)
    texts ??= textsOf(table)
    return keep(word, texts.find(word))
  }
  return {
    find(words) {
      const [first, ...others] = words.map(rowsOf)
      if (first === undefined) return new Uint8Array(table.length).fill(1)
      const found = first.slice()
      for (const rows of others) {
        for (let row = 0; row < found.length; row += 1)
          found[row] = (found[row] ?? 0) & (rows[row] ?? 0)
      }
      return found
    },
    prepare(words) {
      if (findWord === undefined) return undefined
      together = words.length
      const missing: string[] = []
      for (const word of words) {
        const rows = kept.get(word)
        if (rows === undefined) missing.push(word)
        else {
          // Now the newest: what is still to come does not drive it out.
          kept.delete(word)
          kept.set(word, rows)
        }
      }
      if (missing.length === 0) return undefined
      const all = missing.map(async (word) => keep(word, await findWord(word)))
      return Promise.all(all).then(() => undefined)
    },
  }
}

function textsOf(table: EventTable): TextBlocks {
  const texts = gatherTexts()
  for (let row = 0; row < table.length; row += 1) texts.add(searchableText(table.event(row)))
  return texts.done()
}

/** Marks the rows whose list holds something with the word in its name. */
function addNamed(
  rows: Uint8Array,
  { starts, places }: Lists,
  names: readonly string[],
  word: string,
): void {
  const isNamed = Uint8Array.from(names, (name) => (name.includes(word) ? 1 : 0))
  if (!isNamed.includes(1)) return
  for (let row = 0; row < rows.length; row += 1) {
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      if (isNamed[places[at] ?? 0] === 1) rows[row] = 1
    }
  }
}

function namesOf({ organizations, people, topics }: DocumentHead) {
  return {
    organizations: organizations.map(({ name, shortName, aliases }) =>
      foldAll([name, shortName, ...(aliases ?? [])]),
    ),
    people: people.map(({ name }) => foldAll([name])),
    topics: topics.map(({ title }) => foldAll([title])),
  }
}

/** What can be found of an event itself, in all languages, folded; parts separated by line breaks. */
export function searchableText(
  event: Pick<TimelineEvent, 'title' | 'summary' | 'body' | 'details'> | undefined,
): string {
  if (event === undefined) return ''
  const { title, summary, body, details } = event
  return foldAll([
    title,
    summary,
    body,
    ...(details ?? []).flatMap(({ label, value }) => [label, value]),
  ])
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
