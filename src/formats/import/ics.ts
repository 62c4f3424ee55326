import { MS } from '#core/time/instant.ts'
import { isWrittenAs } from './icsDates.ts'
import { draftOf, type IcsDrafts, lostName } from './icsEvent.ts'
import { icsText, type IcsComponent, propertyOf, readIcsLines } from './icsLines.ts'
import { applyOwn, listedTopics, readOwn, withOwnTexts } from './icsOwn.ts'
import { type Repeats, repeatsOf } from './icsRepeats.ts'
import {
  edtfOfTime,
  type IcsTime,
  type IcsTimeOptions,
  laterBy,
  readDuration,
  readIcsTime,
} from './icsTimes.ts'
import { zonesOf } from './icsZones.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { startRegister } from './nameRegister.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Makes a document of a calendar (iCalendar, RFC 5545). Events and journal entries become events; one
 * that repeats becomes as many as it has occurrences, if it ends. How each property is read:
 * docs/importing.md. Never throws; one broken event costs no other.
 */
export function importIcs(text: string): Imported {
  const notes = startNotes()
  const root = readIcsLines(text, notes)
  const inside = root.children.filter(({ name }) => name === 'VCALENDAR')
  const calendars = inside.length === 0 ? [root] : inside
  const about = (names: readonly string[]): string => {
    for (const name of names) {
      for (const calendar of calendars) {
        const value = icsText(propertyOf(calendar, name)?.value ?? '').trim()
        if (value !== '') return value
      }
    }
    return ''
  }
  const title = about(['X-WR-CALNAME', 'NAME'])
  const description = about(['X-WR-CALDESC', 'DESCRIPTION'])
  const own = calendars.map(readOwn).find((fields) => fields !== undefined)
  const names = {
    organizations: startRegister(),
    people: startRegister(),
    topics: startRegister([], 'topic', listedTopics(own)),
  }
  const drafts: IcsDrafts = {
    names,
    notes,
    calendar: title,
  }
  const zoneNamed = zonesOf(calendars)
  const home = about(['X-WR-TIMEZONE', 'TIMEZONE-ID'])
  const unknown = new Set<string>()
  const options: IcsTimeOptions = {
    zoneNamed,
    home: home === '' ? undefined : zoneNamed(home),
    onUnknownZone: (name, line) => {
      if (unknown.has(name)) return
      unknown.add(name)
      const message = `The time zone "${name.slice(0, 80)}" is neither in the file nor a known name.`
      notes.report('warning', 'import-zone-unknown', message, 'Read as calendar time.', { line })
    },
  }
  const events = calendars.flatMap((calendar) => eventsOf(calendar, drafts, options))
  if (events.length === 0 && own === undefined) {
    notes.report('warning', 'import-nothing', 'There is no event in the file.', 'Is it a calendar?')
  }
  const { organizations, people, topics } = names
  const head = applyOwn(
    {
      title: title || 'Untitled calendar',
      ...(description === '' ? {} : { description }),
    },
    own,
  )
  const { left, ...fields } = head
  return {
    json: {
      version: 1,
      ...fields,
      ...joined('organizations', fields, organizations.all),
      ...joined('people', fields, people.all),
      ...joined(
        'topics',
        fields,
        topics.all.map(({ id, name }) => ({ id, title: name })),
      ),
      events: withLeft(events, left),
    },
    problems: notes.finish(),
  }
}

/** What the file lists itself, and what its events name beyond that. */
function joined(field: string, fields: Json, more: readonly object[]): Json {
  const listed = fields[field]
  const all = [...(Array.isArray(listed) ? listed : []), ...more]
  return all.length === 0 ? {} : { [field]: all }
}

/** Puts events back in their places that our own export could not write as such. */
function withLeft(events: readonly Json[], left: unknown): readonly unknown[] {
  const all: unknown[] = [...events]
  for (const entry of Array.isArray(left) ? left : []) {
    if (Array.isArray(entry) && typeof entry[0] === 'number') all.splice(entry[0], 0, entry[1])
  }
  return all
}

/** Of a calendar itself these say what the title, the description and the zones say. */
const used = new Set(
  'VERSION PRODID CALSCALE METHOD X-WR-CALNAME NAME X-WR-CALDESC DESCRIPTION X-WR-TIMEZONE TIMEZONE-ID X-THROUGHLINE'.split(
    ' ',
  ),
)

function eventsOf(calendar: IcsComponent, drafts: IcsDrafts, options: IcsTimeOptions): Json[] {
  const { notes } = drafts
  const parts = calendar.children.filter(({ name }) => name === 'VEVENT' || name === 'VJOURNAL')
  for (const { name, line } of calendar.properties) {
    if (!used.has(name)) notes.lose(lostName(name), { line })
  }
  for (const { name, line } of calendar.children) {
    const isRead = name === 'VEVENT' || name === 'VJOURNAL' || name === 'VTIMEZONE'
    if (!isRead) notes.lose(`Component ${name || '(without a name)'}`, { line })
  }
  // Occurrences that were moved or changed stand apart, under the id of what they belong to.
  const moved = new Map<string, IcsTime[]>()
  for (const part of parts) {
    const property = propertyOf(part, 'RECURRENCE-ID')
    const read = property === undefined ? undefined : readIcsTime(property, options)
    if (read?.kind !== 'time') continue
    const uid = uidOf(part)
    moved.set(uid, [...(moved.get(uid) ?? []), read.time])
  }
  return parts.flatMap((part) => {
    const apart = propertyOf(part, 'RECURRENCE-ID') !== undefined
    return readEvent(part, apart ? [] : (moved.get(uidOf(part)) ?? []), drafts, options)
  })
}

function uidOf(component: IcsComponent): string {
  return icsText(propertyOf(component, 'UID')?.value ?? '').trim()
}

function readEvent(
  component: IcsComponent,
  moved: readonly IcsTime[],
  drafts: IcsDrafts,
  options: IcsTimeOptions,
): Json[] {
  const { notes } = drafts
  const start = startOf(component, options, notes)
  if (start === undefined) return []
  const length = lengthOf(component, start, options, notes)
  const draft = draftOf(component, drafts)
  const repeats = repeatsOf(component, start, moved, options)
  tellRepeats(component, repeats, notes)
  const details =
    repeats.rules.length > 0 && repeats.cut !== undefined
      ? [...(draft.details ?? []), { label: 'Repeats', value: repeats.rules.join('; ') }]
      : draft.details
  const event = details === undefined ? draft : { ...draft, details }
  const isApart = propertyOf(component, 'RECURRENCE-ID') !== undefined
  const own = readOwn(component)
  const stated = statedDate(component, notes)
  if (own !== undefined || stated !== undefined) {
    const date = stated ?? dateOf(start, length)
    return [applyOwn({ date, ...withOwnTexts({ ...event }, component, own) }, own)]
  }
  return repeats.starts.map((local) => {
    const date = dateOf({ ...start, local }, length)
    const { id } = draft
    // Occurrences share one UID, and ids are each event's own.
    const isOne = repeats.starts.length === 1 && !isApart
    return id === undefined || isOne
      ? { date, ...event }
      : { date, ...event, id: `${id}-${edtfOfTime({ ...start, local, zone: undefined })}` }
  })
}

function startOf(
  component: IcsComponent,
  options: IcsTimeOptions,
  notes: ImportNotes,
): IcsTime | undefined {
  const property = propertyOf(component, 'DTSTART')
  if (property === undefined || property.value.trim() === '') {
    const { line } = property ?? component
    notes.report('error', 'date-missing', 'The event has no DTSTART.', 'It was left out.', { line })
    return undefined
  }
  const { line, value } = property
  const read = readIcsTime(property, options)
  if (read.kind === 'unreadable') {
    const message = `DTSTART is ${JSON.stringify(value.slice(0, 80))}.`
    const hint = `Expected ${read.expected}. The event was left out.`
    notes.report('error', 'date-unreadable', message, hint, { line })
    return undefined
  }
  if (read.guess !== undefined) {
    const message = `Read as ${edtfOfTime(read.time)}.`
    notes.report('note', 'import-date-guessed', message, read.guess, { line })
  }
  return isWholeDay(component, read.time)
    ? { ...read.time, isDate: true, zone: undefined }
    : read.time
}

/** Exchange writes whole days as midnights, and says so elsewhere. */
function isWholeDay(component: IcsComponent, time: IcsTime): boolean {
  const says = propertyOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value.trim().toUpperCase()
  return says === 'TRUE' && time.local % MS.day === 0
}

/** How long it lasts, in milliseconds on the clocks of the place; 0 where nothing says. */
function lengthOf(
  component: IcsComponent,
  start: IcsTime,
  options: IcsTimeOptions,
  notes: ImportNotes,
): number {
  const duration = propertyOf(component, 'DURATION')
  const property = propertyOf(component, 'DTEND') ?? duration
  if (property === undefined || property.value.trim() === '') return 0
  const { line, value } = property
  let length: number | undefined
  if (property === duration) length = readDuration(value)
  else {
    const end = readIcsTime(property, options)
    if (end.kind === 'time') length = localLength(start, end.time)
  }
  if (length === undefined) {
    const message = `${property.name} is ${JSON.stringify(value.slice(0, 80))}.`
    const hint = 'Expected a date or a length such as PT1H. Only the start was taken.'
    notes.report('warning', 'date-unreadable', message, hint, { line })
    return 0
  }
  if (length < 0) {
    const message = `The end ${JSON.stringify(value.slice(0, 80))} is before the start.`
    notes.report('warning', 'date-end-before-start', message, 'Only the start was taken.', { line })
    return 0
  }
  return length
}

/** An end in another zone, or one in UTC, is moved to the clocks of the start. */
function localLength(start: IcsTime, end: IcsTime): number {
  if (start.isDate) return Math.ceil(end.local / MS.day) * MS.day - start.local
  if (end.isDate || start.zone === end.zone || !start.zone || !end.zone) {
    return end.local - start.local
  }
  const instant = end.local - end.zone.offsetAtLocal(end.local) * MS.minute
  return instant + start.zone.offsetAt(instant) * MS.minute - start.local
}

/** The end of whole days is the day after the last (RFC 5545, 3.6.1); in a document it is the last. */
function dateOf(start: IcsTime, length: number): string {
  const from = edtfOfTime(start)
  const to = edtfOfTime(laterBy(start, start.isDate ? length - MS.day : length))
  return length === 0 || to <= from ? from : `${from}/${to}`
}

/** A date in EDTF beside the dates of the calendar counts as long as nobody has moved these. */
function statedDate(component: IcsComponent, notes: ImportNotes): string | undefined {
  const property = propertyOf(component, 'X-EDTF')
  if (property === undefined) return undefined
  const edtf = icsText(property.value)
  const start = propertyOf(component, 'DTSTART')?.value ?? ''
  if (isWrittenAs(edtf, start, propertyOf(component, 'DTEND')?.value)) return edtf
  const message = `X-EDTF says ${JSON.stringify(edtf.slice(0, 80))}, and the calendar another date.`
  const hint = 'The date of the calendar was taken: it must have been moved there.'
  notes.report('note', 'import-date-guessed', message, hint, { line: property.line })
  return undefined
}

function tellRepeats(component: IcsComponent, repeats: Repeats, notes: ImportNotes): void {
  const { line } = component
  for (const { rule, line } of repeats.unreadable) {
    const message = `The rule ${JSON.stringify(rule.slice(0, 80))} could not be followed.`
    notes.report('warning', 'import-repeats', message, 'Only the start was taken.', { line })
  }
  if (repeats.starts.length === 0) {
    const message = 'All times of the event are taken out again.'
    notes.report('note', 'import-repeats', message, 'There is no event of it.', { line })
    return
  }
  if (repeats.rules.length === 0 || repeats.unreadable.length > 0) return
  const [rule = ''] = repeats.rules
  const message = `The event repeats: ${JSON.stringify(rule.slice(0, 80))}.`
  const hint = {
    endless: 'It has no end, so only the first time became an event; the rule is a detail of it.',
    many: `Only the first ${String(repeats.starts.length)} times became events.`,
    none: `Each of its ${String(repeats.starts.length)} times became an event.`,
  }[repeats.cut ?? 'none']
  notes.report('note', 'import-repeats', message, hint, { line })
}
