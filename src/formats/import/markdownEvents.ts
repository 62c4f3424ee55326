import type { RowDate } from './columnDates.ts'
import type { Picture } from './csvEvent.ts'
import type { TextPicture } from './htmlToMarkdown.ts'
import type { ImportNotes } from './importNotes.ts'
import { plainOf } from './markdownText.ts'
import { type NameRegister, startRegister } from './nameRegister.ts'
import { shortTitle } from './shortTitle.ts'
import { type Run, type TextBlock, writeMarkdown } from './writeMarkdown.ts'

type Json = Readonly<Record<string, unknown>>
type FoundDate = Extract<RowDate, { kind: 'date' | 'either' }>

/** An event while its body is still being gathered. */
export interface OpenEvent {
  readonly blocks: TextBlock[]
}

interface Gathered extends OpenEvent {
  readonly date: string
  readonly runs: readonly Run[]
  readonly pictures: readonly TextPicture[]
  readonly topic: string | undefined
  readonly line: number
}

/** The events of a text in Markdown, gathered from lists, paragraphs and tables. */
export interface MarkdownEvents {
  add(
    date: FoundDate,
    runs: readonly Run[],
    topic: string | undefined,
    line: number,
    pictures?: readonly TextPicture[],
  ): OpenEvent
  /** Events that a table made, with what they refer to. */
  addTable(json: Json, topic: string | undefined): void
  count(): number
  finish(): Json
}

export function startEvents(notes: ImportNotes): MarkdownEvents {
  const all: (Gathered | { readonly json: Json; readonly topic: string | undefined })[] = []
  const lists = new Map<string, Map<string, Json>>()
  let undecided: { count: number; text: string; line: number } | undefined
  return {
    add: (date, runs, topic, line, pictures = []) => {
      if (date.kind === 'date' && date.guess !== undefined) {
        notes.report('note', 'import-date-guessed', `Read as ${date.edtf}.`, date.guess, { line })
      }
      if (date.kind === 'either') {
        undecided = { text: date.text, line, ...undecided, count: (undecided?.count ?? 0) + 1 }
      }
      const event: Gathered = { date: edtfOf(date), runs, pictures, topic, line, blocks: [] }
      all.push(event)
      return event
    },
    addTable: (json, topic) => {
      for (const list of ['organizations', 'people', 'topics']) {
        const known = lists.get(list) ?? new Map<string, Json>()
        for (const entry of recordsOf(json[list])) known.set(String(entry['id']), entry)
        lists.set(list, known)
      }
      for (const event of recordsOf(json['events'])) all.push({ json: event, topic })
    },
    count: () => all.length,
    finish: () => {
      if (undecided !== undefined) {
        const message = `${String(undecided.count)} dates such as "${undecided.text}" are day first or month first.`
        const hint = 'Write them as 2018-04-03. Until then each is kept as one of two days.'
        notes.report('warning', 'import-date-order', message, hint, { line: undecided.line })
      }
      // A heading above everything says nothing about a part of it.
      const used = new Set(all.map(({ topic }) => topic))
      const listed = Array.from(lists.get('topics')?.values() ?? []).map((entry) => ({
        id: String(entry['id']),
        name: String(entry['title']),
      }))
      const topics = startRegister([], 'topic', listed)
      const events = all.map((event) => {
        const topic = used.size > 1 ? event.topic : undefined
        return 'json' in event
          ? withTopic(event.json, topic, topics)
          : withTopic(written(event, notes), topic, topics)
      })
      const made = topics.all.map(({ id, name }) => ({ id, title: name }))
      return {
        ...filled('organizations', [...(lists.get('organizations')?.values() ?? [])]),
        ...filled('people', [...(lists.get('people')?.values() ?? [])]),
        ...filled('topics', [...(lists.get('topics')?.values() ?? []), ...made]),
        events,
      }
    },
  }
}

export function edtfOf(date: FoundDate): string {
  return date.kind === 'date' ? date.edtf : `[${date.days.join(',')}]`
}

function written({ date, runs, pictures, blocks, line }: Gathered, notes: ImportNotes): Json {
  const { title, whole } = shortTitle(plainOf(runs).replace(/\s+/g, ' '))
  const links = new Map(
    runs.flatMap(({ url, text }) =>
      url === undefined ? [] : [[url, text.trim() || url] as const],
    ),
  )
  if (!whole) {
    const hint = 'The whole text is in the body.'
    notes.report('note', 'import-title-shortened', `The title is "${title}".`, hint, { line })
  }
  const body = writeMarkdown(whole ? blocks : [{ kind: 'paragraph', runs }, ...blocks])
  const media = pictures.map(({ src, alt }): Picture => ({ type: 'image', src, alt: alt || title }))
  return {
    date,
    ...(title === '' ? {} : { title }),
    ...(body === '' ? {} : { body }),
    ...(links.size === 0
      ? {}
      : { links: Array.from(links, ([url, text]) => ({ title: text, url })) }),
    ...(media.length === 0 ? {} : { media }),
  }
}

function withTopic(event: Json, topic: string | undefined, topics: NameRegister): Json {
  if (topic === undefined) return event
  const given = Array.isArray(event['topics']) ? event['topics'].map(String) : []
  return { ...event, topics: [...new Set([...given, topics.idOf(topic)])] }
}

function filled(field: string, list: readonly object[]): Json {
  return list.length === 0 ? {} : { [field]: list }
}

function recordsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
