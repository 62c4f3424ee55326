import type { Picture } from './csvEvent.ts'
import { htmlToMarkdown, htmlToText } from './htmlToMarkdown.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { type JsObject, type JsValue, readJsLiteral } from './jsLiteral.ts'
import { joinDates } from './joinDates.ts'
import { type NameRegister, startRegister } from './nameRegister.ts'
import { shortTitle } from './shortTitle.ts'
import { readVisDate } from './visDate.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * Makes a document of what vis-timeline is given: its arrays of items and groups as JSON, in a script or
 * in a page with a script. Only literals are read; nothing is run. Never throws.
 */
export function importVis(source: string): Imported {
  const notes = startNotes()
  const { entries, groups } = findEntries(source)
  const lineOf = linesOf(source)
  const names = groupNames(groups)
  const organizations = startRegister([], 'group')
  const eraIds = startRegister([], 'era')
  // Lanes stand in the order in which the file lists its groups.
  const used = new Set(entries.map(({ fields }) => textOf(fields.get('group'))))
  for (const [id, name] of names) if (used.has(id)) organizations.idOf(name)
  const read = entries.map((entry) => readDates(entry, lineOf(entry.offset), notes))
  const settled = settleYears(
    read.filter((one) => one !== undefined),
    notes,
  )
  const events: Json[] = []
  const eras: Json[] = []
  for (const dated of settled) {
    const date = joined(dated, notes)
    if (date === undefined) continue
    const draft = draftOf(dated, names, organizations, notes)
    const isEra = textOf(dated.entry.fields.get('type')) === 'background' && dated.end !== ''
    if (!isEra) events.push({ date, ...draft })
    else {
      const title = draft.title ?? draft.summary ?? 'Era'
      for (const field of Object.keys(draft)) {
        if (field !== 'title' && field !== 'id') {
          notes.lose(`Field "${field}" of a background`, { line: dated.line })
        }
      }
      eras.push({ id: eraIds.idOf(`${title} ${date}`), title, date })
    }
  }
  if (events.length === 0 && eras.length === 0) {
    const hint = 'Expected a list such as [{start: "2014", content: "…"}].'
    notes.report('warning', 'import-nothing', 'No item could be read.', hint)
  }
  return {
    json: {
      version: 1,
      title: 'Untitled timeline',
      ...(organizations.all.length === 0 ? {} : { organizations: organizations.all }),
      ...(eras.length === 0 ? {} : { eras }),
      events,
    },
    problems: notes.finish(),
  }
}

/** Every literal of the source that looks like an item or a group, in order. */
function findEntries(source: string): {
  readonly entries: readonly JsObject[]
  readonly groups: readonly JsObject[]
} {
  const entries: JsObject[] = []
  const groups: JsObject[] = []
  const collect = (value: JsValue): void => {
    if (value.kind === 'list') for (const one of value.list) collect(one)
    if (value.kind !== 'object') return
    const { fields } = value.object
    if (
      fields.has('start') &&
      (fields.has('content') || fields.has('title') || fields.has('group'))
    ) {
      entries.push(value.object)
    } else if (fields.has('content') && fields.has('id')) groups.push(value.object)
    else for (const one of fields.values()) collect(one)
  }
  const budget = { left: 1_000_000 + 20 * source.length }
  // Comments hold what somebody has taken out. Not after a quote or colon: that is an address.
  const opening = /(?<![\w"'`])\/\*|(?<![\w:"'`])\/\/.*|<!--|[[{]/g
  const endOf = closings(source)
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    if (match[0].length > 1) {
      opening.lastIndex = endOf(match[0], opening.lastIndex)
      continue
    }
    const literal = readJsLiteral(source, match.index, budget)
    if (literal === undefined) continue
    collect(literal.value)
    opening.lastIndex = Math.max(literal.end, match.index + 1)
  }
  return { entries, groups }
}

/** Where a comment ends that begins with `opened`; one that never ends is none. */
function closings(source: string): (opened: string, from: number) => number {
  const last: Readonly<Record<string, number>> = {
    '/*': source.lastIndexOf('*/'),
    '<!--': source.lastIndexOf('-->'),
  }
  return (opened, from) => {
    const closing = opened === '/*' ? '*/' : '-->'
    return (last[opened] ?? -1) < from ? from : source.indexOf(closing, from) + closing.length
  }
}

function linesOf(source: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    // Entries come in the order of the file, so each line end is passed once.
    for (; at < offset; at++) if (source[at] === '\n') line += 1
    return line
  }
}

function groupNames(groups: readonly JsObject[]): ReadonlyMap<string, string> {
  return new Map(
    groups.flatMap(({ fields }) => {
      const name = htmlToText(textOf(fields.get('content'))).text
      return name === '' ? [] : [[textOf(fields.get('id')), name] as const]
    }),
  )
}

interface Dated {
  readonly entry: JsObject
  readonly line: number
  readonly start: string
  /** Empty where there is none. */
  readonly end: string
}

function readDates(entry: JsObject, line: number, notes: ImportNotes): Dated | undefined {
  const start = readVisDate(entry.fields.get('start') ?? { kind: 'word', word: 'undefined' })
  if (start.kind === 'unreadable') {
    const message = `The start is ${JSON.stringify(start.shown)}.`
    const hint = `Expected ${start.expected}. The item was left out.`
    notes.report('error', 'date-unreadable', message, hint, { line })
    return undefined
  }
  const given = entry.fields.get('end')
  const isGiven = given !== undefined && given.kind !== 'word' && textOf(given) !== ''
  const end = isGiven ? readVisDate(given) : undefined
  if (end?.kind === 'unreadable') {
    const message = `The end is ${JSON.stringify(end.shown)}.`
    const hint = `Expected ${end.expected}. Only the start was taken.`
    notes.report('warning', 'date-unreadable', message, hint, { line })
  }
  for (const read of [start, end]) {
    if (read?.kind !== 'date' || read.guess === undefined) continue
    notes.report('note', 'import-date-guessed', `Read as ${read.edtf}.`, read.guess, { line })
  }
  return { entry, line, start: start.edtf, end: end?.kind === 'date' ? end.edtf : '' }
}

const firstDay = /^(-?\d{4})-01-01$/
const lastDay = /^(-?\d{4})-12-31$/

/**
 * vis-timeline knows no years, so people write 1 January for one. Where all dates are such, or a date
 * lies before the year 1000, the year is what is meant.
 */
function settleYears(all: readonly Dated[], notes: ImportNotes): readonly Dated[] {
  const areYears =
    all.length > 2 &&
    all.every(({ start, end }) => firstDay.test(start) && (end === '' || isYearEnd(end)))
  let count = 0
  const settle = (edtf: string): string => {
    const year = (firstDay.exec(edtf) ?? lastDay.exec(edtf))?.[1]
    if (year === undefined || (!areYears && Number(year) >= 1000)) return edtf
    count += 1
    return year
  }
  const settled = all.map((dated) => ({
    ...dated,
    start: settle(dated.start),
    end: settle(dated.end),
  }))
  if (count > 0) {
    const hint = areYears
      ? 'All dates of the file are first or last days of a year.'
      : 'Before the year 1000 nobody means the day.'
    const message = `Dates on 1 January or 31 December were read as years (${String(count)} of them).`
    notes.report('note', 'import-date-guessed', message, hint)
  }
  const before = settled.find(({ start }) => /^Y?-/.test(start))
  if (before !== undefined) {
    const message = 'Years before the year 1 were read as ISO 8601 has them: -0043 is 44 BCE.'
    const hint = 'If the file means 43 BCE by it, they are one year early.'
    notes.report('note', 'import-date-guessed', message, hint, { line: before.line })
  }
  return settled
}

function isYearEnd(edtf: string): boolean {
  return firstDay.test(edtf) || lastDay.test(edtf)
}

function joined({ start, end, line }: Dated, notes: ImportNotes): string | undefined {
  const both = joinDates(start, end)
  if (both.ok) return both.edtf
  if (both.reason === 'not-plain') {
    const message = `The start ${start} is no single date, so the end ${end} cannot be joined to it.`
    notes.report('warning', 'value-unusable', message, 'The end was left out.', { line })
    return start
  }
  const message = `The end ${end} is before the start ${start}.`
  notes.report('error', 'date-end-before-start', message, 'The item was left out.', { line })
  return undefined
}

interface Draft {
  id?: string
  title?: string
  summary?: string
  body?: string
  organizations?: string[]
  details?: { label: string; value: string }[]
  media?: Picture[]
  links?: { title: string; url: string }[]
}

/** How an item looks and behaves there; a document has its own looks. */
const looks = new Set(
  'className style align editable selectable limitSize subgroup subgroupOrder order value color cluster queue isCluster type'.split(
    ' ',
  ),
)

function draftOf(
  { entry: { fields }, line }: Dated,
  names: ReadonlyMap<string, string>,
  organizations: NameRegister,
  notes: ImportNotes,
): Draft {
  const draft: Draft = {}
  const content = textOf(fields.get('content'))
  takeTitle(draft, content, notes, line)
  for (const [field, value] of fields) {
    const text = textOf(value)
    if (field === 'start' || field === 'end' || field === 'content' || text === '') continue
    if (value.kind === 'code') notes.lose(`Field "${field}" that has to be worked out`, { line })
    else if (field === 'id') draft.id = text
    else if (field === 'group') draft.organizations = [organizations.idOf(names.get(text) ?? text)]
    else if (/^(title|description|desc|text|body|details)$/.test(field)) {
      if (text !== content) takeText(draft, text, notes, line)
    } else if (/^https?:\/\/\S+$/.test(text)) {
      const title = /^https?:\/\/(?:www\.)?([^/?#:]+)/.exec(text)?.[1] ?? text
      draft.links = [...(draft.links ?? []), { title, url: text }]
    } else if (looks.has(field) || value.kind === 'list' || value.kind === 'object') {
      if (field !== 'type') notes.lose(`Field "${field}"`, { line })
    } else draft.details = [...(draft.details ?? []), { label: field, value: text }]
  }
  return draft
}

function takeTitle(draft: Draft, html: string, notes: ImportNotes, line: number): void {
  const { text, pictures, links } = htmlToText(html)
  for (const { src, alt } of pictures) addPicture(draft, src, alt || text)
  if (links.length > 0) draft.links = [...links]
  if (text === '') return
  const short = shortTitle(text)
  draft.title = short.title
  if (short.whole) return
  draft.body = htmlToMarkdown(html, { pictures: 'apart' }).markdown
  const hint = 'The whole text is in the body.'
  notes.report('note', 'import-title-shortened', `The title is "${short.title}".`, hint, { line })
}

/** A short tooltip is what the card shows; a longer text, or one with marks, is what the panel tells. */
function takeText(draft: Draft, html: string, notes: ImportNotes, line: number): void {
  const { markdown, pictures, lost } = htmlToMarkdown(html, { autolink: true, pictures: 'apart' })
  for (const what of lost.keys()) notes.lose(`HTML in a text: ${what}`, { line })
  for (const { src, alt } of pictures) addPicture(draft, src, alt)
  const { text, links } = htmlToText(html)
  if (text.length <= 200 && links.length === 0 && !markdown.includes('\n') && !draft.summary) {
    draft.summary = text
  } else draft.body = draft.body === undefined ? markdown : `${draft.body}\n\n${markdown}`
}

function addPicture(draft: Draft, src: string, alt: string): void {
  draft.media = [...(draft.media ?? []), { type: 'image', src, alt: alt || (draft.title ?? '') }]
}

function textOf(value: JsValue | undefined): string {
  if (value?.kind === 'text') return value.text.trim()
  if (value?.kind === 'number') return String(value.number)
  if (value?.kind === 'code') return value.code
  if (value?.kind === 'word')
    return value.word === 'true' || value.word === 'false' ? value.word : ''
  return value === undefined ? '' : value.kind
}
