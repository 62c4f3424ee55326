import Papa from 'papaparse'
import {
  type Text,
  textIn,
  type TimelineDocument,
  type TimelineEvent,
} from '#core/model/document.ts'
import type { Problem } from '#core/model/problem.ts'
import { fieldsOf } from '#core/time/calendar.ts'
import type { DatePoint, EventDate, Precision } from '#core/time/eventDate.ts'
import { type DateWords, formatDate } from '#core/time/formatDate.ts'
import { parseDate } from '#core/time/parseDate.ts'
import { guardCell } from '#formats/import/ownColumns.ts'
import type { Exported } from './csv.ts'
import { markdownToHtml } from './markdownToHtml.ts'

/** The columns of Knight Lab's spreadsheet, in its order. */
const columns = [
  'Year',
  'Month',
  'Day',
  'Time',
  'End Year',
  'End Month',
  'End Day',
  'End Time',
  'Display Date',
  'Headline',
  'Text',
  'Media',
  'Media Credit',
  'Media Caption',
  'Media Thumbnail',
  'Alt Text',
  'Type',
  'Group',
  'Background',
] as const
type Row = Partial<Record<(typeof columns)[number], string>>

/**
 * Writes a document as CSV for TimelineJS, with the columns of Knight Lab's spreadsheet: `words` tell the
 * dates that its numbers cannot say, in the document's language. What has no column is counted.
 */
export function exportKnightLabCsv(document: TimelineDocument, words: DateWords): Exported {
  const { language } = document
  const text = (value: Text | undefined): string => textIn(value, language, language)
  const about = [text(document.subtitle), text(document.description)].filter((one) => one !== '')
  const rows: Row[] = [
    { Headline: text(document.title), Text: about.map(markdownToHtml).join(''), Type: 'title' },
  ]
  for (const { title, date } of document.eras) {
    rows.push({ ...datesOf(date, words), Headline: text(title), Type: 'era' })
  }
  const names = new Map(document.organizations.map(({ id, name }) => [id, text(name)]))
  for (const event of document.events) {
    const [picture] = event.media ?? []
    const [organization] = event.organizations
    rows.push({
      ...datesOf(event.date, words),
      Headline: text(event.title),
      Text: textOf(event, text),
      Media: picture?.src ?? '',
      'Media Credit': [text(picture?.credit), text(picture?.license)].filter(Boolean).join(', '),
      'Media Caption': text(picture?.caption),
      'Alt Text': text(picture?.alt),
      Group: names.get(organization?.id ?? '') ?? '',
    })
  }
  const table = rows.map((row) => columns.map((column) => guard(column, row[column] ?? '')))
  const csv = Papa.unparse([[...columns], ...table], { newline: '\r\n' })
  return { text: `${csv}\r\n`, problems: problemsOf(document) }
}

/** TimelineJS reads the numbers of its dates as they are; texts are guarded as in our own CSV. */
function guard(column: (typeof columns)[number], cell: string): string {
  return column.endsWith('Year') ? cell : guardCell(cell)
}

function textOf(event: TimelineEvent, text: (value: Text | undefined) => string): string {
  const parts = [text(event.summary), text(event.body)].filter((one) => one !== '')
  const links = (event.links ?? []).map(({ title, url }) => `[${text(title)}](${url})`)
  return [...parts, links.join(' · ')].map(markdownToHtml).join('')
}

function datesOf(edtf: string, words: DateWords): Row {
  const reading = parseDate(edtf)
  if (!reading.ok) return {}
  const { date } = reading
  const points = pointsOf(date)
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return {}
  const start = partsOf(first, first.span.start)
  // A decade, a season or a set lasts from its first to its last year or month.
  const isLong = date.kind !== 'point' || units[first.precision] === undefined
  const end = isLong ? partsOf(last, last.span.end - 1) : ['', '', '', '']
  const row: Row = {
    Year: start[0],
    Month: start[1],
    Day: start[2],
    Time: start[3],
    'End Year': end[0],
    'End Month': end[1],
    'End Day': end[2],
    'End Time': end[3],
  }
  return isPlain(date) ? row : { ...row, 'Display Date': formatDate(date, words, 'long') }
}

/** How many of year, month, day and time a date has that TimelineJS can say as it is. */
const units: Partial<Record<Precision, number>> = {
  year: 1,
  month: 2,
  day: 3,
  hour: 4,
  minute: 4,
  second: 4,
  millisecond: 4,
}

type Parts = readonly [year: string, month: string, day: string, time: string]

function partsOf({ precision, fields }: DatePoint, at: number): Parts {
  const { year, month, day, hour, minute, second } = fieldsOf(at)
  const count = units[precision] ?? (precision === 'season' ? 2 : 1)
  // TimelineJS labels the year -550 with 550 BCE, and knows no year 0. Farther back years are counts.
  const shown = String(year <= 0 && year > -10_000 ? year - 1 : year)
  const two = (number: number): string => String(number).padStart(2, '0')
  const clock = [fields.hour ?? hour, fields.minute ?? minute, fields.second ?? second].map(two)
  return [
    shown,
    count > 1 ? String(month) : '',
    count > 2 ? String(fields.day ?? day) : '',
    count > 3 ? clock.join(':') : '',
  ]
}

function pointsOf(date: EventDate): readonly DatePoint[] {
  switch (date.kind) {
    case 'point':
      return [date.date]
    case 'interval':
      return [date.start, date.end].flatMap((end) => (end.kind === 'date' ? [end.date] : []))
    case 'one':
    case 'all':
      return date.members.flatMap(pointsOf)
  }
}

/** Whether year, month, day and time say all that the date says. */
function isPlain(date: EventDate): boolean {
  const points = pointsOf(date)
  const isExact = points.every(
    ({ precision, uncertain, approximate, fields }) =>
      units[precision] !== undefined && !uncertain && !approximate && fields.zone === undefined,
  )
  return isExact && (date.kind === 'point' || (date.kind === 'interval' && points.length === 2))
}

const lost: readonly (readonly [string, (event: TimelineEvent) => boolean])[] = [
  ['doubts, zones, open ends and sets in dates, but in words', ({ date }) => isDoubtful(date)],
  ['organisations after the first', ({ organizations }) => organizations.length > 1],
  ['pictures after the first', ({ media }) => (media?.length ?? 0) > 1],
  ['topics', ({ topics }) => topics !== undefined],
  ['people', ({ people }) => people !== undefined],
  ['details', ({ details }) => details !== undefined],
  ['figures', ({ figures }) => figures !== undefined],
  ['relations', ({ relations }) => relations !== undefined],
  ['sources', ({ sources }) => sources.length > 0],
  ['importance', ({ importance }) => importance !== 3],
  ['confidence', ({ confidence }) => confidence !== undefined],
  ['diagrams', ({ diagram }) => diagram !== undefined],
]

function isDoubtful(edtf: string): boolean {
  const reading = parseDate(edtf)
  return reading.ok && !isPlain(reading.date)
}

function problemsOf({ events, story }: TimelineDocument): readonly Problem[] {
  const counted = lost.map(([words, isLost]) => [words, events.filter(isLost).length] as const)
  const all = [...counted, ['steps of the story', story.length] as const]
  return all.flatMap(([words, count]): Problem[] =>
    count === 0
      ? []
      : [
          {
            code: 'export-no-place',
            severity: 'note',
            path: '',
            message: `Knight Lab's columns have no place for ${words} (${String(count)}).`,
            hint: 'It was left out. Our own columns hold everything.',
          },
        ],
  )
}
