import { type TimelineDocument, textIn } from '#core/model/document.ts'
import { slug } from '#core/model/giveIds.ts'
import type { Problem } from '#core/model/problem.ts'
import { importIcs } from '#formats/import/ics.ts'
import { icsDatesOf } from '#formats/import/icsDates.ts'
import { joinTexts, type OwnFields, ownFields } from '#formats/import/icsOwn.ts'
import type { Exported } from './csv.ts'
import { foldLine, icsEscape } from './icsWriting.ts'

type Json = Readonly<Record<string, unknown>>

export interface IcsOptions {
  /** When the file was written, for DTSTAMP, as `20190726T090000Z`. Left out, the same file comes out every time. */
  readonly stamp?: string
}

/**
 * Writes a document as a calendar (iCalendar, RFC 5545): days, times, title, text, topics, place and
 * link for every calendar program, and all the rest in X- properties, so that `importIcs` gives the
 * same document back. What no calendar program shows is told.
 */
export function exportIcs(document: TimelineDocument, { stamp }: IcsOptions = {}): Exported {
  const { language } = document
  const events: readonly Json[] = document.events.map(withoutDefaults)
  const names = topicNames(document)
  const timeline = slug(textIn(document.title, language, language)) || 'timeline'
  const entries: Entry[] = []
  const left: [number, Json][] = []
  for (const [index, event] of events.entries()) {
    const dates = icsDatesOf(String(event['date']))
    if (dates === undefined) {
      left.push([index, event])
      continue
    }
    const { text, description } = joinTexts(
      plainText(event['summary'], language),
      plainText(event['body'], language),
    )
    entries.push({
      event,
      text: description === '' ? undefined : text,
      lines: [
        `UID:${icsEscape(`${String(event['id'])}@${timeline}.throughline`)}`,
        `DTSTAMP:${stamp ?? '19700101T000000Z'}`,
        `DTSTART${dates.start}`,
        ...(dates.end === undefined ? [] : [`DTEND${dates.end}`]),
        ...textLines(event, description, language, names),
      ],
    })
  }
  const drafts = readBack(entries, document)
  const components = entries.flatMap((entry, index) => componentOf(entry, drafts[index] ?? {}))
  const text = [...calendarLines(document, left), ...components, 'END:VCALENDAR']
  return {
    text: `${text.flatMap(foldLine).join('\r\n')}\r\n`,
    problems: problemsOf(events, left),
  }
}

/** An event on its way into the calendar. */
interface Entry {
  readonly event: Json
  /** What every calendar program understands. */
  readonly lines: readonly string[]
  /** How its description comes apart again; undefined where there is none. */
  readonly text: OwnFields['text'] | undefined
}

/** The lines of one event; `draft` is what our importer makes of the plain ones. */
function componentOf({ event, lines, text }: Entry, draft: Json): readonly string[] {
  const date = String(event['date'])
  const isPlain = draft['date'] === date
  const fields = ownFields({ ...draft, date }, event)
  const own = text === undefined ? fields : { ...(fields ?? { fields: {}, seen: {} }), text }
  return [
    'BEGIN:VEVENT',
    ...lines,
    ...(isPlain ? [] : [`X-EDTF:${icsEscape(date)}`]),
    ...ownLines(own),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** What stands above the events, with everything about the document that is no event. */
function calendarLines(document: TimelineDocument, left: readonly unknown[]): readonly string[] {
  const { events: _events, version: _version, ...head } = document
  const { language } = document
  const description = textIn(document.description, language, language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Throughline//Timeline//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsEscape(textIn(document.title, language, language))}`,
    ...(description === '' ? [] : [`X-WR-CALDESC:${icsEscape(description)}`]),
  ]
  const read = importIcs([...lines, 'END:VCALENDAR'].join('\r\n')).json
  const { events: _none, version: _one, ...draft } = read
  return [...lines, ...ownLines(ownFields(draft, left.length === 0 ? head : { ...head, left }))]
}

/** Lines for texts, topics, place and link, as every calendar program shows them. */
function textLines(
  event: Json,
  description: string,
  language: string,
  names: ReadonlyMap<string, string>,
): string[] {
  const lines = [`SUMMARY:${icsEscape(plainText(event['title'], language))}`]
  if (description !== '') lines.push(`DESCRIPTION:${icsEscape(description)}`)
  const topics = listOf(event['topics']).flatMap((id) => names.get(String(id)) ?? [])
  if (topics.length > 0) lines.push(`CATEGORIES:${topics.map(icsEscape).join(',')}`)
  for (const detail of listOf(event['details'])) {
    if (!isRecord(detail) || detail['label'] !== 'Location') continue
    lines.push(`LOCATION:${icsEscape(plainText(detail['value'], language))}`)
    break
  }
  const [link] = listOf(event['links'])
  const url = isRecord(link) ? String(link['url']) : ''
  if (/^https?:/.test(url)) lines.push(`URL:${url}`)
  return lines
}

function plainText(value: unknown, language: string): string {
  if (typeof value === 'string') return value
  if (!isRecord(value)) return ''
  const entries = Object.entries(value).map(([tag, text]) => [tag, String(text)] as const)
  return textIn(Object.fromEntries(entries), language, language)
}

/** What our own importer makes of the plain lines of all events, in their order. */
function readBack(entries: readonly Entry[], document: TimelineDocument): readonly Json[] {
  const topics = { fields: { topics: document.topics, language: document.language }, seen: {} }
  const components = entries.flatMap(({ lines, text }) => {
    const own = text === undefined ? undefined : { fields: {}, seen: {}, text }
    return ['BEGIN:VEVENT', ...lines, ...ownLines(own), 'END:VEVENT']
  })
  const known = `X-THROUGHLINE:${icsEscape(JSON.stringify(topics))}`
  const text = ['BEGIN:VCALENDAR', known, ...components, 'END:VCALENDAR'].join('\r\n')
  return listOf(importIcs(text).json['events']).filter(isRecord)
}

function ownLines(own: OwnFields | undefined): string[] {
  return own === undefined ? [] : [`X-THROUGHLINE:${icsEscape(JSON.stringify(own))}`]
}

function topicNames({ topics, language }: TimelineDocument): ReadonlyMap<string, string> {
  return new Map(topics.map(({ id, title }) => [id, textIn(title, language, language)]))
}

/** Reading a document fills these in. */
function withoutDefaults(event: object): Json {
  return Object.fromEntries(
    Object.entries(event).filter(
      ([field, value]) =>
        value !== undefined &&
        !(field === 'importance' && value === 3) &&
        !(Array.isArray(value) && value.length === 0),
    ),
  )
}

const invisible: readonly (readonly [string, string])[] = [
  ['organizations', 'organisations'],
  ['people', 'people'],
  ['figures', 'figures'],
  ['media', 'pictures'],
  ['relations', 'relations'],
  ['sources', 'sources'],
]

function problemsOf(
  events: readonly Json[],
  left: readonly (readonly [number, Json])[],
): Problem[] {
  const problems = left.map(([index, event]): Problem => ({
    code: 'export-no-place',
    severity: 'warning',
    path: `events[${String(index)}].date`,
    message: `Calendars know the years 1 to 9999, and not ${String(event['date'])}.`,
    hint: 'The event is kept in a property that only this program reads.',
  }))
  for (const [field, words] of invisible) {
    const count = events.filter((event) => event[field] !== undefined).length
    if (count === 0) continue
    problems.push({
      code: 'export-no-place',
      severity: 'note',
      path: '',
      message: `Calendars have no place for ${words} (of ${String(count)} events).`,
      hint: 'They are kept in a property that only this program reads.',
    })
  }
  return problems
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
