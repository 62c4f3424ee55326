import { isRecord } from '#core/model/compileReader.ts'
import { formatPath } from '#core/model/jsonPath.ts'
import type { ImportNotes, Spot } from './importNotes.ts'
import { noMedia, type Slide, type SlideDate, type SlideDeck, type SlideMedia } from './slide.ts'
import { textOf } from './timelineJsSlides.ts'

type Fields = Readonly<Record<string, unknown>>

const fieldsOfSlide = 'startDate endDate headline text tag asset title slug type'.split(' ')
const knownOfSlide = new Set(fieldsOfSlide)
const knownOfTimeline = new Set([...fieldsOfSlide, 'date', 'era', 'chart'])
const knownOfAsset = new Set(['media', 'caption', 'credit', 'thumbnail'])

/** The slides of TimelineJS 1 and 2: `{headline, text, asset, date: […], era: […]}`. */
export function legacyDeck(timeline: Fields, notes: ImportNotes): SlideDeck {
  const listOf = (field: string): Slide[] => {
    const value = timeline[field]
    if (value === undefined || value === null || value === '') return []
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
    return entries.map((entry, at) =>
      slideOf(entry, ['timeline', field, ...(Array.isArray(value) ? [at] : [])], notes),
    )
  }
  const { chart } = timeline
  if (Array.isArray(chart) && chart.length > 0) {
    notes.lose('A chart', { path: 'timeline.chart' })
  }
  for (const name of Object.keys(timeline)) {
    if (knownOfTimeline.has(name)) continue
    notes.lose(`The field "${name}"`, { path: formatPath(['timeline', name]) })
  }
  // Where the whole timeline starts says nothing that its slides do not.
  const {
    date: _date,
    era: _era,
    chart: _chart,
    startDate: _start,
    endDate: _end,
    ...head
  } = timeline
  return {
    title: slideOf(head, ['timeline'], undefined),
    slides: listOf('date'),
    eras: listOf('era'),
  }
}

function slideOf(
  value: unknown,
  path: readonly (string | number)[],
  notes: ImportNotes | undefined,
): Slide {
  const fields: Fields = isRecord(value) ? value : {}
  const spot = (field?: string): Spot => ({
    path: formatPath(field === undefined ? path : [...path, nameInFile(field)]),
  })
  for (const name of Object.keys(fields)) {
    if (!knownOfSlide.has(name) && fields[name] !== '') {
      notes?.lose(`The field "${name}" of a slide`, spot(name))
    }
  }
  return {
    spot,
    id: '',
    start: dateOf(fields['startDate']),
    end: dateOf(fields['endDate']),
    displayDate: '',
    headline: textOf(fields['headline'] ?? fields['title']),
    text: textOf(fields['text']),
    group: textOf(fields['tag']),
    media: assetOf(fields['asset'], spot, notes),
    background: noMedia,
    autolink: true,
    details: [],
  }
}

function nameInFile(field: string): string {
  const names = { start: 'startDate', end: 'endDate', media: 'asset' }
  return Object.entries(names).find(([name]) => name === field)?.[1] ?? field
}

/** `2012,1,26,14,30` and `201201261430` in parts; everything else is for people's ways of writing. */
function dateOf(value: unknown): SlideDate {
  const text = textOf(value).trim()
  const compact = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d))?$/.exec(text)
  const parts =
    compact?.slice(1) ?? (/^[+-]?\d+(?:\s*,\s*\d*)*$/.test(text) ? text.split(',') : undefined)
  if (parts === undefined) return { text }
  const [year = '', month = '', day = '', hour = '', minute = '', second = '', millisecond = ''] =
    parts
  return { year, month, day, hour, minute, second, millisecond }
}

function assetOf(value: unknown, spot: Slide['spot'], notes: ImportNotes | undefined): SlideMedia {
  if (!isRecord(value)) return { ...noMedia, url: textOf(value) }
  for (const name of Object.keys(value)) {
    if (!knownOfAsset.has(name) && textOf(value[name]) !== '') {
      notes?.lose(`The field "${name}" of media`, spot('media'))
    }
  }
  if (textOf(value['thumbnail']) !== '') notes?.lose('A thumbnail', spot('media'))
  return {
    ...noMedia,
    url: textOf(value['media']),
    caption: textOf(value['caption']),
    credit: textOf(value['credit']),
  }
}
