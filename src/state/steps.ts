import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Figure, Text } from '#core/model/document.ts'
import { addUnits, fieldsOf, startOfUnit } from '#core/time/calendar.ts'
import { drawnDate } from '#core/time/drawnDate.ts'
import { type DateWords, formatDate } from '#core/time/formatDate.ts'
import { midpoint, MS, type Span } from '#core/time/instant.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { fitSpan } from '#core/viewport/fitSpan.ts'
import type { ShareableState } from './timelineState.ts'

/** One stop of a presentation, in the reader's words: one idea. */
export interface TimelineStep {
  /** 0 is the overview. */
  readonly index: number
  /** Of the story's step, else of the event; undefined for the overview. */
  readonly id: string | undefined
  readonly title: string
  readonly text: string
  readonly row: EventIndex | undefined
  readonly span: Span
  /** Ids of the organisations that keep their colour; none means all. */
  readonly organizations: readonly string[]
  /** For the speaker alone. */
  readonly notes: string
  /** The number to remember, if the event has one. */
  readonly figure: Figure | undefined
  /** "26 July 2019"; of a step without an event, its range in words; empty for the overview. */
  readonly date: string
  /** Names of the event's organisations. */
  readonly organizationNames: readonly string[]
  readonly sources: readonly StepSource[]
}

interface StepSource {
  /** "Babbitt interview, 2019". */
  readonly label: string
  readonly url: string | undefined
}

/** The whole sequence. A step is put into words when it is asked for, so a million steps cost nothing. */
export interface StepList {
  /** Steps with the overview; 0 when there are none at all (`steps=none`). */
  readonly length: number
  /** Any number gives a step: it is clamped. */
  at(index: number): TimelineStep
  /** The first step that tells of this event, or undefined. */
  indexOf(row: EventIndex): number | undefined
  /** The event of a step without its words. */
  rowAt(index: number): EventIndex | undefined
}

/** The language of the steps. */
interface StepWords {
  readonly dateWords: DateWords
  readonly text: (text: Text | undefined) => string
}

/** What a message to a host says of a step (protocol 1). */
export interface StepInfo {
  readonly index: number
  readonly count: number
  readonly atStart: boolean
  readonly atEnd: boolean
  readonly id: string | null
  readonly title: string
  readonly date: string
  readonly notes: string
  readonly sources: readonly { readonly label: string; readonly url: string }[]
}

type Stop =
  | { readonly kind: 'story'; readonly at: number }
  | { readonly kind: 'event'; readonly row: EventIndex }

/**
 * The steps that `steps` asks for: the document's story, all matching events (`rows`) in order of time,
 * or some by the ids of events or of the story's steps, in the order given; unknown ids are left out.
 * Before the first stands the overview.
 */
export function stepsOf(
  table: EventTable,
  rows: ArrayLike<EventIndex>,
  steps: ShareableState['steps'],
  words: StepWords,
): StepList {
  const { document } = table
  const stopAt = stopsOf()
  const length = steps === 'none' ? 0 : stopAt.length + 1
  const made = new Map<number, TimelineStep>()
  let places: Map<EventIndex, number> | undefined

  return {
    length,
    at(index) {
      const place = clampStep(index, length)
      const known = made.get(place) ?? make(place)
      made.set(place, known)
      return known
    },
    indexOf(row) {
      places ??= placesOf()
      return places.get(row)
    },
    rowAt,
  }

  function stopsOf(): {
    readonly length: number
    readonly at: (place: number) => Stop | undefined
  } {
    if (steps === 'none') return { length: 0, at: () => undefined }
    if (steps === 'story') {
      return { length: document.story.length, at: (place) => ({ kind: 'story', at: place }) }
    }
    if (steps === 'events') {
      const alone = Array.from(rows).filter((row) => (table.parent[row] ?? -1) < 0)
      return { length: alone.length, at: (place) => eventStop(alone[place]) }
    }
    const chosen = steps.flatMap((id): Stop[] => {
      const told = document.story.findIndex((step) => step.id === id)
      if (told >= 0) return [{ kind: 'story', at: told }]
      const row = table.rowOf(id)
      return row === undefined ? [] : [{ kind: 'event', row }]
    })
    return { length: chosen.length, at: (place) => chosen[place] }
  }

  function rowAt(index: number): EventIndex | undefined {
    const stop = index < 1 ? undefined : stopAt.at(index - 1)
    if (stop === undefined || stop.kind === 'event') return stop?.row
    const event = document.story[stop.at]?.event
    return table.rowOf(event)
  }

  function placesOf(): Map<EventIndex, number> {
    const found = new Map<EventIndex, number>()
    for (let index = 1; index < length; index += 1) {
      const row = rowAt(index)
      if (row !== undefined && !found.has(row)) found.set(row, index)
    }
    return found
  }

  function make(index: number): TimelineStep {
    const stop = index === 0 ? undefined : stopAt.at(index - 1)
    if (stop === undefined) return overviewOf(table, words)
    if (stop.kind === 'event') return eventStep(table, stop.row, index, words)
    return storyStep(table, stop.at, index, words)
  }
}

/** A step number inside the list; 0 for what is no number. */
export function clampStep(step: number, length: number): number {
  if (!Number.isFinite(step)) return 0
  return Math.min(Math.max(Math.trunc(step), 0), Math.max(0, length - 1))
}

/** What a host is told of a step. Addresses that are no web addresses stay here. */
export function stepInfo(list: StepList, index: number): StepInfo {
  const step = list.at(index)
  return {
    index: step.index,
    count: Math.max(0, list.length - 1),
    atStart: step.index === 0,
    atEnd: step.index >= list.length - 1,
    id: step.id ?? null,
    title: step.title,
    date: step.date,
    notes: step.notes,
    sources: step.sources.flatMap(({ label, url }) =>
      url !== undefined && /^https?:/i.test(url) ? [{ label, url }] : [],
    ),
  }
}

function eventStop(row: EventIndex | undefined): Stop | undefined {
  return row === undefined ? undefined : { kind: 'event', row }
}

function overviewOf(table: EventTable, { text }: StepWords): TimelineStep {
  const { document } = table
  return {
    index: 0,
    id: undefined,
    title: text(document.title),
    text: text(document.description),
    row: undefined,
    span: wholeYears(table),
    organizations: [],
    notes: text(document.description),
    figure: undefined,
    date: text(document.subtitle),
    organizationNames: [],
    sources: [],
  }
}

/** From the start of the first event's year to the end of the last one's, where years are its measure. */
function wholeYears({ anchor, length, span }: EventTable): Span {
  const first = anchor[0]
  const last = anchor[length - 1]
  if (first === undefined || last === undefined) return fitSpan(span)
  if (last - first < 1.5 * MS.year || last - first > 3000 * MS.year) return fitSpan(span)
  return { start: startOfUnit(first, 'year'), end: addUnits(startOfUnit(last, 'year'), 'year', 1) }
}

function storyStep(table: EventTable, at: number, index: number, words: StepWords): TimelineStep {
  const told = table.document.story[at]
  const row = told?.event === undefined ? undefined : table.rowOf(told.event)
  const own = row === undefined ? undefined : eventStep(table, row, index, words)
  const range = rangeOf(told?.range, words)
  return {
    index,
    id: told?.id,
    title: words.text(told?.title),
    text: told?.text === undefined ? (own?.text ?? '') : words.text(told.text),
    row,
    span: range?.span ?? own?.span ?? fitSpan(table.span),
    organizations: told?.organizations ?? [],
    notes: told?.notes === undefined ? (own?.notes ?? '') : words.text(told.notes),
    figure: own?.figure,
    date: own?.date ?? range?.date ?? '',
    organizationNames: own?.organizationNames ?? [],
    sources: own?.sources ?? [],
  }
}

function rangeOf(
  text: string | undefined,
  { dateWords }: StepWords,
): { readonly span: Span; readonly date: string } | undefined {
  if (text === undefined) return undefined
  const reading = parseDate(text)
  if (!reading.ok) return undefined
  const { start, end } = drawnDate(reading.date).outer
  if (!(start < end)) return undefined
  return { span: { start, end }, date: formatDate(reading.date, dateWords, 'long') }
}

function eventStep(
  table: EventTable,
  row: EventIndex,
  index: number,
  words: StepWords,
): TimelineStep {
  const { text, dateWords } = words
  const event = table.event(row)
  const date = table.date(row)
  const organizations = event?.organizations ?? []
  return {
    index,
    id: event?.id,
    title: text(event?.title),
    text: text(event?.summary),
    row,
    span: spanAround(table, row),
    organizations: organizations.slice(0, 1).map(({ id }) => id),
    notes: text(event?.body ?? event?.summary),
    figure: event?.figures?.[0],
    date: date ? formatDate(date, dateWords, 'long') : '',
    organizationNames: organizations.map(({ id }) => {
      const found = table.document.organizations.find((one) => one.id === id)
      return found ? text(found.shortName ?? found.name) : id
    }),
    sources: distinct((event?.sources ?? []).flatMap(({ id }) => sourceOf(table, id, words))),
  }
}

/** The event in the middle third of its view, which is at least a sixth of all time here. */
function spanAround({ span, drawn }: EventTable, row: EventIndex): Span {
  const all = fitSpan(span)
  const own = drawn(row)?.outer ?? all
  const length = Math.min(
    Math.max((own.end - own.start) * 3, (all.end - all.start) / 6),
    all.end - all.start,
  )
  const start = Math.min(Math.max(midpoint(own) - length / 2, all.start), all.end - length)
  return { start, end: start + length }
}

/** Name and year: what a room needs in order to find a source again. */
function sourceOf({ document }: EventTable, id: string, { text }: StepWords): StepSource[] {
  const source = document.sources.find((one) => one.id === id)
  if (source === undefined) return []
  const whole = text(source.publisher) || text(source.author) || text(source.title)
  // "Babbitt, republished by …": the name is enough.
  const name = whole.split(/[,，]/)[0]?.trim() || whole
  const year = yearOf(source.date)
  const label = year === undefined || name.includes(year) ? name : `${name}, ${year}`
  return [{ label, url: source.url }]
}

/** Two pages of one publisher in one year are one name on a wall. */
function distinct(sources: readonly StepSource[]): StepSource[] {
  return sources.filter(
    ({ label }, index) => sources.findIndex((other) => other.label === label) === index,
  )
}

function yearOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined
  const reading = parseDate(date)
  if (!reading.ok) return undefined
  const { year } = fieldsOf(drawnDate(reading.date).anchor)
  return year > 0 ? String(year) : undefined
}
