import type { CsvRole } from './csvMapping.ts'
import type { CsvRow, CsvTable } from './csvTable.ts'
import { isNothing } from './columnDates.ts'
import type { ImportNotes } from './importNotes.ts'
import { separatorOf, splitNames } from './listCell.ts'
import { type NameRegister, startRegister } from './nameRegister.ts'
import { plainOfCell, richText } from './richCell.ts'
import { shortTitle } from './shortTitle.ts'

/** A picture as a document has it. */
export interface Picture {
  readonly type: 'image'
  readonly src: string
  readonly alt: string
}

/** An event on its way into JSON. */
export interface EventDraft {
  date: string
  dateNote?: string
  id?: string
  title?: string
  summary?: string
  body?: string
  organizations?: readonly string[]
  people?: readonly string[]
  topics?: readonly string[]
  importance?: number
  details?: readonly { label: string; value: string }[]
  media?: readonly Picture[]
  links?: readonly { title: string; url: string }[]
}

const nameRoles = ['organizations', 'people', 'topics'] as const

/** What all rows of a table share. */
export interface Drafts {
  readonly columns: readonly string[]
  /** Columns of a role, from left to right. */
  readonly columnsOf: (role: CsvRole) => readonly number[]
  readonly separators: ReadonlyMap<number, RegExp>
  readonly names: Readonly<Record<(typeof nameRoles)[number], NameRegister>>
  readonly notes: ImportNotes
  /** The lists of the document that events refer to, without empty ones. */
  registers(): Readonly<Record<string, readonly object[]>>
}

export function startDrafts(
  { columns, rows }: CsvTable,
  roles: readonly CsvRole[],
  notes: ImportNotes,
): Drafts {
  const columnsOf = (role: CsvRole): readonly number[] =>
    columns.flatMap((_, index) => (roles[index] === role ? [index] : []))
  const separators = new Map(
    nameRoles.flatMap((role) =>
      columnsOf(role).map((index) => {
        const cells = rows.map((row) => plainOfCell(row.cells[index] ?? ''))
        return [index, separatorOf(cells, role === 'people' ? 'full-names' : 'always')] as const
      }),
    ),
  )
  const names = { organizations: startRegister(), people: startRegister(), topics: startRegister() }
  return {
    columns,
    columnsOf,
    separators,
    names,
    notes,
    registers: () => ({
      ...filled('organizations', names.organizations.all),
      ...filled('people', names.people.all),
      ...filled(
        'topics',
        names.topics.all.map(({ id, name }) => ({ id, title: name })),
      ),
    }),
  }
}

function filled(field: string, list: readonly object[]): Record<string, readonly object[]> {
  return list.length === 0 ? {} : { [field]: list }
}

/** Id, title, summary, body and importance. */
export function addTexts(event: EventDraft, row: CsvRow, drafts: Drafts): void {
  const { columnsOf, notes } = drafts
  const spot = { line: row.line }
  const text = (role: CsvRole): string => row.cells[columnsOf(role)[0] ?? -1]?.trim() ?? ''

  if (text('id') !== '') event.id = text('id')
  const summary = richText(text('summary'), notes, spot)
  const body = richText(text('body'), notes, spot)
  if (summary.plain !== '') event.summary = summary.plain
  if (body.markdown !== '') event.body = body.markdown
  const title = richText(text('title'), notes, spot)
  addLinks(event, [...title.links, ...summary.links])
  const written = [title, summary, body].find(({ plain }) => plain !== '')
  if (written !== undefined) {
    const short = shortTitle(written.plain)
    event.title = short.title
    if (written === title && !short.whole) {
      event.body = [title.markdown, event.body ?? ''].filter((part) => part !== '').join('\n\n')
      const hint = 'The whole text is in the body.'
      notes.report('note', 'import-title-shortened', `The title is "${short.title}".`, hint, spot)
    }
  }
  const pictures = [title, summary, body].flatMap(({ pictures }) => pictures)
  addPictures(event, pictures)
  const importance = Number(text('importance') || 'none')
  if (Number.isInteger(importance) && importance >= 1 && importance <= 5) {
    event.importance = importance
  } else if (text('importance') !== '') {
    addDetail(event, drafts.columns[columnsOf('importance')[0] ?? -1] ?? '', text('importance'))
  }
}

/** A cell as plain text; what is linked in it goes to the links of the event. */
function takePlain(event: EventDraft, cell: string, row: CsvRow, { notes }: Drafts): string {
  const { plain, links, pictures } = richText(cell.trim(), notes, { line: row.line })
  addLinks(event, links)
  addPictures(event, pictures)
  return plain
}

function addLinks(
  event: EventDraft,
  links: readonly { readonly title: string; readonly url: string }[],
): void {
  if (links.length > 0) event.links = [...(event.links ?? []), ...links]
}

/** Organisations, people and topics, by name. */
export function addList(event: EventDraft, row: CsvRow, drafts: Drafts): void {
  for (const role of nameRoles) {
    const ids = drafts.columnsOf(role).flatMap((index) => {
      const cell = takePlain(event, row.cells[index] ?? '', row, drafts)
      const names = splitNames(cell, drafts.separators.get(index) ?? /\n/)
      return names.map((name) => drafts.names[role].idOf(name))
    })
    if (ids.length > 0) event[role] = [...new Set(ids)]
  }
}

const anAddress = /\bhttps?:\/\/[^\s<>"'|]+[^\s<>"'|.,;:!?)\]]/gi
const aPage =
  /\.(html?|php|aspx?|pdf|mp4|mp3|webm)([?#]|$)|\/\/([\w.-]+\.)?(youtube\.com|youtu\.be|vimeo\.com|wikipedia\.org|twitter\.com|x\.com|soundcloud\.com|google\.com\/maps)\//i
const aPicture = /^[^\s"'<>:]+\.(png|jpe?g|gif|webp|svg|avif)$/i

/** Links and pictures; what is no address stays as a detail. */
export function addMedia(event: EventDraft, row: CsvRow, drafts: Drafts): void {
  const links: { title: string; url: string }[] = []
  const shown: { src: string; alt: string }[] = []
  for (const role of ['link', 'image'] as const) {
    for (const index of drafts.columnsOf(role)) {
      const cell = row.cells[index]?.trim() ?? ''
      if (isNothing(cell)) continue
      const urls = /^www\./i.test(cell) ? [`https://${cell}`] : (cell.match(anAddress) ?? [])
      const pictures = role === 'image' && aPicture.test(cell) ? [cell] : []
      for (const url of urls) {
        if (role === 'image' && !aPage.test(url)) pictures.push(url)
        else links.push({ title: hostOf(url), url })
      }
      for (const src of pictures) shown.push({ src, alt: '' })
      if (urls.length + pictures.length === 0) addDetail(event, drafts.columns[index] ?? '', cell)
      else if (urls.length > 0 && cell.replace(anAddress, '').trim().length > 3) {
        addDetail(event, drafts.columns[index] ?? '', cell)
      }
    }
  }
  addLinks(event, links)
  addPictures(event, shown)
}

/** A picture without a text of its own is of what the event is about. */
function addPictures(
  event: EventDraft,
  pictures: readonly { readonly src: string; readonly alt: string }[],
): void {
  if (pictures.length === 0) return
  const added = pictures.map(({ src, alt }): Picture => ({
    type: 'image',
    src,
    alt: alt || (event.title ?? ''),
  }))
  event.media = [...(event.media ?? []), ...added]
}

function hostOf(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url
}

/** Everything else, under the name of its column. */
export function addDetails(event: EventDraft, row: CsvRow, drafts: Drafts): void {
  const { columns, columnsOf, notes } = drafts
  for (const index of columnsOf('detail')) {
    const cell = takePlain(event, row.cells[index] ?? '', row, drafts)
    if (cell !== '') addDetail(event, columns[index] ?? '', cell)
  }
  if (row.extra.length === 0) return
  for (const cell of row.extra) addDetail(event, 'Further cell', cell.trim())
  notes.report(
    'warning',
    'import-cells-extra',
    `The row has ${String(row.extra.length)} cells more than there are columns.`,
    'They were kept as details. Is a comma or quotation mark out of place?',
    { line: row.line },
  )
}

function addDetail(event: EventDraft, label: string, value: string): void {
  event.details = [...(event.details ?? []), { label, value }]
}
