import type { EventIndex, EventTable } from '#core/data/eventTable.ts'
import type { Source, Text } from '#core/model/document.ts'
import { organizationColors } from '#core/scene/organizationColors.ts'
import { themes } from '#core/scene/theme.ts'
import { formatDate, precisionWords } from '#core/time/formatDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { useTimeline, type TimelineContextValue } from '#ui/TimelineContext.tsx'

/** What a document says, in the reader's words. */
export interface EventWords {
  readonly title: (event: EventIndex) => string
  /** "26 July 2019". */
  readonly date: (event: EventIndex) => string
  /** The date as short as a label needs it: "26 Jul 2019". */
  readonly shortDate: (event: EventIndex) => string
  /** "exact to the day", "some time in 2016". */
  readonly precision: (event: EventIndex) => string
  /** A date that the document gives as EDTF text; the text itself when it cannot be read. */
  readonly edtf: (text: string) => string
  /** Short name of an organisation; its id when the document does not have it. */
  readonly organization: (id: string) => string
  readonly organizations: (event: EventIndex) => string
  /** The organisation's colour in the theme that is shown, `#rrggbb`. */
  readonly organizationColor: (id: string) => string
  readonly sourceOf: (id: string) => Source | undefined
  /** Author, publisher, date and place of a source: those that are known. */
  readonly sourceNotes: (source: Source, at?: Text) => readonly string[]
  /** A source in one line of plain text. */
  readonly sourceText: (source: Source, at?: Text) => string
}

type Languages = Pick<TimelineContextValue, 'table' | 'text' | 'dateWords' | 'theme'>

/** The last words made for a table: every row of a list asks for the same. */
const made = new WeakMap<EventTable, { readonly for: Languages; readonly words: EventWords }>()

/** Words for the texts of the timeline; the same object until the language, theme or document changes. */
export function useEventWords(): EventWords {
  const context = useTimeline()
  const { table, text, dateWords, theme } = context
  const known = made.get(table)
  if (known?.for.text === text && known.for.dateWords === dateWords && known.for.theme === theme) {
    return known.words
  }
  const words = eventWords(context)
  made.set(table, { for: { table, text, dateWords, theme }, words })
  return words
}

function eventWords({ table, text, dateWords, theme }: Languages): EventWords {
  const organizations = new Map(table.document.organizations.map((one) => [one.id, one]))
  const sources = new Map(table.document.sources.map((source) => [source.id, source]))
  const colors = organizationColors(table.document, themes[theme])

  const dateIn = (event: EventIndex, style: 'long' | 'short'): string => {
    const date = table.date(event)
    return date === undefined ? '' : formatDate(date, dateWords, style)
  }
  const edtf = (written: string): string => {
    const reading = parseDate(written)
    return reading.ok ? formatDate(reading.date, dateWords, 'long') : written
  }
  const organization = (id: string): string => {
    const found = organizations.get(id)
    return found === undefined ? id : text(found.shortName ?? found.name)
  }
  const sourceNotes = (source: Source, at?: Text): readonly string[] =>
    [
      text(source.author),
      text(source.publisher),
      source.date === undefined ? '' : edtf(source.date),
      text(at),
    ].filter((note) => note !== '')

  return {
    title: (event) => text(table.event(event)?.title),
    date: (event) => dateIn(event, 'long'),
    shortDate: (event) => dateIn(event, 'short'),
    precision: (event) => {
      const date = table.date(event)
      return date === undefined ? '' : precisionWords(date, dateWords)
    },
    edtf,
    organization,
    organizations: (event) =>
      (table.event(event)?.organizations ?? []).map(({ id }) => organization(id)).join(', '),
    organizationColor: (id) => colors.get(id) ?? themes[theme].ink3,
    sourceOf: (id) => sources.get(id),
    sourceNotes,
    sourceText: (source, at) =>
      [text(source.title), ...sourceNotes(source, at), source.url ?? '']
        .filter((part) => part !== '')
        .join(', '),
  }
}
