import type { Picture } from './csvEvent.ts'
import { htmlToMarkdown, htmlToText } from './htmlToMarkdown.ts'
import { icsText, icsTexts, type IcsComponent, type IcsProperty } from './icsLines.ts'
import type { ImportNotes } from './importNotes.ts'
import type { NameRegister } from './nameRegister.ts'
import { isHtml } from './readHtml.ts'
import { shortTitle } from './shortTitle.ts'

/** What all events of a file share. */
export interface IcsDrafts {
  readonly names: Readonly<Record<'organizations' | 'people' | 'topics', NameRegister>>
  readonly notes: ImportNotes
  /** The name of the calendar: who organises under it is no person. */
  readonly calendar: string
}

interface Draft {
  id?: string
  title?: string
  summary?: string
  body?: string
  organizations?: string[]
  people?: string[]
  topics?: string[]
  importance?: number
  details?: { label: string; value: string }[]
  media?: Picture[]
  links?: { title: string; url: string }[]
}

/** Words for details, as they are shown. */
const labels: Readonly<Record<string, string>> = {
  LOCATION: 'Location',
  GEO: 'Coordinates',
  CONTACT: 'Contact',
  COMMENT: 'Comment',
  RESOURCES: 'Resources',
}

/** Read elsewhere: they say when, and which. */
const dates = new Set(
  'DTSTART DTEND DURATION RRULE RDATE EXDATE RECURRENCE-ID X-EDTF X-THROUGHLINE'.split(' '),
)

/** Everything about an event but when it is. */
export function draftOf(component: IcsComponent, drafts: IcsDrafts): Draft {
  const draft: Draft = {}
  const html = component.properties.find(isHtmlDescription)
  for (const property of component.properties) {
    if (dates.has(property.name)) continue
    if (property.name === 'DESCRIPTION' && html !== undefined) continue
    if (!takeProperty(draft, property, drafts)) {
      drafts.notes.lose(lostName(property.name), { line: property.line })
    }
  }
  for (const child of component.children) {
    drafts.notes.lose(`Component ${child.name} of an event`, { line: child.line })
  }
  return draft
}

function isHtmlDescription({ name, params, value }: IcsProperty): boolean {
  return name === 'X-ALT-DESC' && params.get('FMTTYPE') === 'text/html' && value.trim() !== ''
}

/** What calendar programs note down for themselves, in dozens of properties; one note is enough. */
const bookkeeping =
  /^(DTSTAMP|CREATED|LAST-MODIFIED|SEQUENCE|TRANSP|REFRESH-INTERVAL|X-PUBLISHED-TTL|X-(MICROSOFT|MS|APPLE|GOOGLE|MOZ|LIC|OUTLOOK)-.*)$/

/** The name under which something without a place in a document is counted. */
export function lostName(property: string): string {
  return bookkeeping.test(property)
    ? 'Bookkeeping of the calendar program, such as DTSTAMP'
    : `Property ${property}`
}

/** False for a property that has no place in a document. */
function takeProperty(draft: Draft, property: IcsProperty, drafts: IcsDrafts): boolean {
  const { name, value, line } = property
  const text = icsText(value).trim()
  if (text === '') return true
  switch (name) {
    case 'UID':
      // Ours are made unique for calendars by what stands behind the @.
      draft.id = text.replace(/@[^@]*\.throughline$/, '')
      return true
    case 'SUMMARY':
      takeTitle(draft, text, drafts.notes, line)
      return true
    case 'DESCRIPTION':
    case 'X-ALT-DESC':
      return (
        (name === 'DESCRIPTION' || isHtmlDescription(property)) &&
        takeText(draft, text, drafts, line)
      )
    case 'CATEGORIES':
      draft.topics = union(draft.topics, icsTexts(value).map(drafts.names.topics.idOf))
      return true
    case 'ORGANIZER':
    case 'ATTENDEE':
      takePerson(draft, property, drafts)
      return true
    case 'PRIORITY': {
      const importance = importanceOf(Number(text))
      if (importance !== undefined && importance !== 3) draft.importance = importance
      return importance !== undefined || text === '0'
    }
    case 'STATUS':
      if (text.toUpperCase() !== 'CONFIRMED') addDetail(draft, 'Status', text.toLowerCase())
      return true
    case 'CLASS':
      return text.toUpperCase() === 'PUBLIC'
    case 'URL':
    case 'CONFERENCE':
    case 'ATTACH':
    case 'IMAGE':
      return takeAddress(draft, property, text)
    default: {
      const label = labels[name]
      if (label === undefined) return false
      if (!takeAddress(draft, property, text)) addDetail(draft, label, text)
      return true
    }
  }
}

function takeTitle(draft: Draft, text: string, notes: ImportNotes, line: number): void {
  const plain = htmlToText(text).text
  const short = shortTitle(plain)
  draft.title = short.title
  if (short.whole) return
  draft.body = draft.body === undefined ? plain : `${plain}\n\n${draft.body}`
  const hint = 'The whole text is in the body.'
  notes.report('note', 'import-title-shortened', `The title is "${short.title}".`, hint, { line })
}

/** A short line is what the card shows; everything else is what the panel tells. */
function takeText(draft: Draft, text: string, { notes }: IcsDrafts, line: number): boolean {
  const read = htmlToMarkdown(text, { autolink: true, pictures: 'apart' })
  const { pictures, lost } = read
  // Lists in plain text look just like those of Markdown, and are meant so.
  const markdown = isHtml(text) ? read.markdown : read.markdown.replaceAll(/^\\(?=- )/gm, '')
  for (const what of lost.keys()) notes.lose(`HTML in a text: ${what}`, { line })
  const isShort = text.length <= 200 && !text.includes('\n') && !/https?:\/\//.test(text)
  if (isShort && !isHtml(text)) draft.summary = text
  else draft.body = draft.body === undefined ? markdown : `${draft.body}\n\n${markdown}`
  for (const { src, alt } of pictures) addPicture(draft, src, alt)
  return true
}

/** People are who is invited by name; rooms are details, and lists and calendars organisations. */
function takePerson(draft: Draft, { params, value }: IcsProperty, drafts: IcsDrafts): void {
  const address = icsText(value)
    .replace(/^mailto:/i, '')
    .trim()
  const name = (params.get('CN') ?? '').trim() || address
  const kind = params.get('CUTYPE')?.toUpperCase()
  if (kind === 'ROOM' || kind === 'RESOURCE') {
    addDetail(draft, kind === 'ROOM' ? 'Room' : 'Resource', name)
    return
  }
  const isCalendar = name === drafts.calendar || /calendar\.google\.com$/i.test(address)
  const list = kind === 'GROUP' || isCalendar ? 'organizations' : 'people'
  draft[list] = union(draft[list], [drafts.names[list].idOf(name)])
}

/** 1 is the most urgent of nine, and 0 says nothing (RFC 5545, 3.8.1.9). */
function importanceOf(priority: number): number | undefined {
  if (!Number.isInteger(priority) || priority < 1 || priority > 9) return undefined
  return 5 - Math.floor((priority - 1) / 2)
}

function takeAddress(draft: Draft, { name, params }: IcsProperty, text: string): boolean {
  if (!/^https?:\/\/\S+$/i.test(text)) return false
  const isPicture = name === 'IMAGE' || /^image\//i.test(params.get('FMTTYPE') ?? '')
  if (isPicture) addPicture(draft, text, '')
  else if (!(draft.links ?? []).some(({ url }) => url === text)) {
    const title = params.get('LABEL') ?? params.get('FILENAME') ?? hostOf(text)
    draft.links = [...(draft.links ?? []), { title, url: text }]
  }
  return true
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url
}

function addPicture(draft: Draft, src: string, alt: string): void {
  const picture: Picture = { type: 'image', src, alt: alt || (draft.title ?? '') }
  draft.media = [...(draft.media ?? []), picture]
}

function addDetail(draft: Draft, label: string, value: string): void {
  draft.details = [...(draft.details ?? []), { label, value }]
}

function union(list: readonly string[] | undefined, more: readonly string[]): string[] {
  return [...new Set([...(list ?? []), ...more])]
}
