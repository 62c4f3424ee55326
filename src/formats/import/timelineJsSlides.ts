import { isRecord } from '#core/model/compileReader.ts'
import { formatPath } from '#core/model/jsonPath.ts'
import type { ForeignParts } from './foreignDate.ts'
import type { ImportNotes, Spot } from './importNotes.ts'
import { noMedia, type Slide, type SlideDate, type SlideDeck, type SlideMedia } from './slide.ts'

type Fields = Readonly<Record<string, unknown>>
type Step = string | number

const named = (names: string): ReadonlySet<string> => new Set(names.split(' '))
const knownOfRoot = named('title events eras scale')
const knownOfSlide = named(
  'start_date end_date display_date text media group background autolink unique_id type location scale',
)
const knownOfDate = named('year month day hour minute second millisecond display_date')
const knownOfMedia = named(
  'url caption credit alt title link link_target thumbnail thumb color opacity',
)

/**
 * The slides of a TimelineJS 3 object. `eventsField` is where its events stand, empty when the file is
 * the bare list of them.
 */
export function timelineJsDeck(root: Fields, eventsField: string, notes: ImportNotes): SlideDeck {
  const read = (value: unknown, path: readonly Step[]): Slide => slideOf(value, path, notes)
  const list = (field: string, path: readonly Step[]): Slide[] => {
    const value = root[field]
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) {
      const message = `"${field}" is no list.`
      notes.report('warning', 'value-unusable', message, 'It was left out.', {
        path: formatPath(path),
      })
      return []
    }
    return value.map((entry: unknown, at) => read(entry, [...path, at]))
  }
  for (const name of Object.keys(root)) {
    if (!knownOfRoot.has(name)) notes.lose(`The field "${name}"`, { path: formatPath([name]) })
  }
  const { title } = root
  return {
    title: isRecord(title) || typeof title === 'string' ? read(title, ['title']) : undefined,
    slides: list('events', eventsField === '' ? [] : [eventsField]),
    eras: list('eras', ['eras']),
  }
}

function slideOf(value: unknown, path: readonly Step[], notes: ImportNotes): Slide {
  const fields: Fields = isRecord(value) ? value : {}
  const spot = (field?: string): Spot => ({
    path: formatPath(field === undefined ? path : [...path, nameInFile(field)]),
  })
  const { text } = fields
  const words: Fields = isRecord(text) ? text : { text }
  tellUnknown(fields, knownOfSlide, spot, notes)
  const start = dateOf(fields['start_date'], spot, 'start', notes)
  const end = dateOf(fields['end_date'], spot, 'end', notes)
  const background = fields['background']
  return {
    spot,
    id: textOf(fields['unique_id']),
    start: start.date,
    end: end.date,
    displayDate: textOf(fields['display_date']) || shownDates(start.display, end.display),
    headline: typeof value === 'string' ? value : textOf(words['headline'] ?? fields['headline']),
    text: textOf(words['text']),
    group: textOf(fields['group']),
    media: mediaOf(fields['media'], spot, 'media', notes),
    background: mediaOf(backgroundOf(background), spot, 'background', notes),
    autolink: fields['autolink'] !== false && fields['autolink'] !== 'false',
    details: locationOf(fields['location']),
  }
}

/** A text by itself is an address or a colour, told apart as TimelineJS does. */
function backgroundOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return /^(?:https?:)?\/\/?/i.test(value.trim()) ? { url: value } : { color: value }
}

function nameInFile(field: string): string {
  return field === 'start' || field === 'end'
    ? `${field}_date`
    : field === 'headline'
      ? 'text'
      : field
}

/** Words for both ends of a stretch, as TimelineJS shows them. */
function shownDates(start: string, end: string): string {
  return [start, end].filter((words) => words.trim() !== '').join(' – ')
}

function dateOf(
  value: unknown,
  spot: Slide['spot'],
  field: 'start' | 'end',
  notes: ImportNotes,
): { readonly date: SlideDate; readonly display: string } {
  if (!isRecord(value)) return { date: { text: textOf(value) }, display: '' }
  const parts: ForeignParts = {
    year: textOf(value['year']),
    month: textOf(value['month']),
    day: textOf(value['day']),
    hour: textOf(value['hour']),
    minute: textOf(value['minute']),
    second: textOf(value['second']),
    millisecond: textOf(value['millisecond']),
  }
  for (const name of Object.keys(value)) {
    if (knownOfDate.has(name) || textOf(value[name]) === '') continue
    notes.lose(
      name === 'format' ? 'The format of a date' : `The field "${name}" of a date`,
      spot(field),
    )
  }
  return { date: parts, display: textOf(value['display_date']) }
}

function mediaOf(
  value: unknown,
  spot: Slide['spot'],
  field: 'media' | 'background',
  notes: ImportNotes,
): SlideMedia {
  if (!isRecord(value)) return { ...noMedia, url: textOf(value) }
  for (const name of Object.keys(value)) {
    if (!knownOfMedia.has(name) && textOf(value[name]) !== '') {
      notes.lose(`The field "${name}" of media`, spot(field))
    }
  }
  const has = (name: string): boolean => textOf(value[name]) !== ''
  if (has('thumbnail') || has('thumb')) notes.lose('A thumbnail', spot(field))
  if (has('color')) notes.lose('A colour behind a slide', spot(field))
  return {
    url: textOf(value['url']),
    caption: textOf(value['caption']),
    credit: textOf(value['credit']),
    alt: textOf(value['alt']) || textOf(value['title']),
    link: textOf(value['link']),
  }
}

/** The place of a slide, as versions of TimelineJS with a map had it. */
function locationOf(value: unknown): Slide['details'] {
  if (!isRecord(value)) return []
  const place = [value['lat'], value['lon'] ?? value['lng']]
    .map(textOf)
    .filter((part) => part !== '')
  const name = textOf(value['name'])
  const shown =
    name === '' ? place.join(', ') : `${name}${place.length > 0 ? ` (${place.join(', ')})` : ''}`
  return shown === '' ? [] : [{ label: 'Location', value: shown }]
}

function tellUnknown(
  fields: Fields,
  known: ReadonlySet<string>,
  spot: Slide['spot'],
  notes: ImportNotes,
): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name]
    if (known.has(name) || value === null || value === '') continue
    notes.lose(`The field "${name}" of a slide`, spot(name))
  }
  const { type } = fields
  if (typeof type === 'string' && type !== '') notes.lose('The type of a slide', spot('type'))
}

/** The text of a value where text or a number is expected. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : ''
}
