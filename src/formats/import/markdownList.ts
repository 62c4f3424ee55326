import { lexer, type Token, type Tokens } from 'marked'
import type { Problem } from '#core/model/problem.ts'
import { orderOf } from './columnDates.ts'
import { importTable } from './csv.ts'
import { guessMapping } from './guessMapping.ts'
import { htmlToText } from './htmlToMarkdown.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import type { DateOrder } from './looseDate.ts'
import { edtfOf, type MarkdownEvents, type OpenEvent, startEvents } from './markdownEvents.ts'
import {
  cutRuns,
  inlineHtml,
  plainOf,
  plainText,
  readLines,
  type TextLine,
} from './markdownText.ts'
import { splitDate, type SplitDate } from './splitDate.ts'
import type { Run } from './writeMarkdown.ts'

/** What the headings above a place say. */
interface Heading {
  readonly depth: number
  readonly date?: SplitDate['date']
  readonly topic?: string
  /** The event that the heading itself is: what follows is its body. */
  readonly event?: OpenEvent
}

/** Everything that reading one text shares. */
interface Walk {
  readonly notes: ImportNotes
  readonly events: MarkdownEvents
  readonly order: DateOrder | undefined
  headings: Heading[]
  /** A paragraph that is a date and nothing else speaks for what follows. */
  dateAbove: SplitDate['date'] | undefined
  title: string
  readonly description: string[]
  readonly tableProblems: Problem[]
}

/**
 * Makes a document of Markdown with dates: lists (`- 2014-12: founded`), headings that are dates or begin
 * with one, with what stands under them, paragraphs of dated lines, and tables with a column of dates.
 * Texts without a date are counted. Never throws.
 */
export function importMarkdown(source: string, options: { dateOrder?: DateOrder } = {}): Imported {
  const notes = startNotes()
  const { title, text, line } = withoutFrontMatter(source)
  const walk: Walk = {
    notes,
    events: startEvents(notes),
    order: options.dateOrder ?? orderOf(text.split('\n').map((one) => one.slice(0, 60))),
    headings: [],
    dateAbove: undefined,
    title,
    description: [],
    tableProblems: [],
  }
  walkBlocks(blocksOf(text, notes), line, walk)
  if (walk.events.count() === 0) {
    const hint = 'Expected a list such as "- 2014-12: what happened", or a table with dates.'
    notes.report('warning', 'import-nothing', 'No date was found in the text.', hint)
  }
  const events = walk.events.finish()
  return {
    json: {
      version: 1,
      title: walk.title || 'Untitled timeline',
      ...(walk.description.length === 0 ? {} : { description: walk.description.join('\n\n') }),
      ...events,
    },
    problems: [...notes.finish(), ...walk.tableProblems],
  }
}

/** Site generators put settings above a text, between two lines of hyphens. */
function withoutFrontMatter(source: string): { title: string; text: string; line: number } {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const matter = /^---\n([^]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  if (matter === null) return { title: '', text, line: 1 }
  const title = /^title:[ \t]*(.*?)[ \t]*$/m.exec(matter[1] ?? '')?.[1] ?? ''
  return {
    title: title.replace(/^(["'])(.*)\1$/, '$2'),
    text: text.slice(matter[0].length),
    line: 1 + breaksIn(matter[0]),
  }
}

function blocksOf(text: string, notes: ImportNotes): readonly Token[] {
  try {
    return lexer(text)
  } catch {
    // Thousands of nested quotes or lists are more than the parser's stack holds.
    notes.report(
      'error',
      'import-unreadable',
      'The text is nested too deeply.',
      'Nothing was read.',
    )
    return []
  }
}

function walkBlocks(tokens: readonly Token[], start: number, walk: Walk): void {
  let line = start
  for (const token of tokens) {
    if (isKind(token, 'heading')) takeHeading(token, line, walk)
    else if (isKind(token, 'list')) takeList(token, line, walk, undefined)
    else if (isKind(token, 'paragraph') || isKind(token, 'text')) takeParagraph(token, line, walk)
    else if (isKind(token, 'table')) takeTable(token, line, walk)
    else if (isKind(token, 'blockquote')) walkBlocks(token.tokens, line, walk)
    else if (isKind(token, 'code')) walk.notes.lose('A block of code', { line })
    else if (isKind(token, 'html') && htmlToText(token.text).text !== '') {
      walk.notes.lose('A block of HTML', { line })
    }
    line += breaksIn(token.raw)
  }
}

function isKind<K extends keyof Kinds>(token: Token, kind: K): token is Kinds[K] {
  return token.type === kind
}

interface Kinds {
  heading: Tokens.Heading
  list: Tokens.List
  paragraph: Tokens.Paragraph
  text: Tokens.Text
  table: Tokens.Table
  blockquote: Tokens.Blockquote
  code: Tokens.Code
  html: Tokens.HTML
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1
}

function takeHeading(token: Tokens.Heading, line: number, walk: Walk): void {
  const { depth } = token
  walk.headings = walk.headings.filter((heading) => heading.depth < depth)
  walk.dateAbove = undefined
  const { lines, pictures } = readLines(token.tokens, walk.notes, line)
  const runs = lines.flatMap((one) => one.runs)
  const text = plainOf(runs)
  if (text === '') return
  const split = splitDate(text, walk.order, aroundOf(walk), 'entry')
  if (split === undefined) {
    if (depth === 1 && walk.title === '') walk.title = text
    else if (depth > 1 || walk.title !== text) walk.headings.push({ depth, topic: text })
    return
  }
  const rest = cutRuns(runs, split.from, split.to)
  if (plainOf(rest).trim() === '') {
    walk.headings.push({ depth, date: split.date })
    return
  }
  const event = walk.events.add(split.date, rest, topicOf(walk), line, pictures)
  walk.headings.push({ depth, date: split.date, event })
}

function aroundOf({ headings, dateAbove }: Walk): string | undefined {
  const date = dateAbove ?? headings.findLast((heading) => heading.date !== undefined)?.date
  return date === undefined ? undefined : edtfOf(date)
}

function topicOf({ headings }: Walk): string | undefined {
  return headings.findLast(({ topic }) => topic !== undefined)?.topic
}

/** The date that speaks for what has none: of a heading or paragraph that is a date and no more. */
function defaultOf({ headings, dateAbove }: Walk): SplitDate['date'] | undefined {
  if (dateAbove !== undefined) return dateAbove
  const last = headings.findLast(({ date }) => date !== undefined)
  return last?.event === undefined ? last?.date : undefined
}

function takeList(
  list: Tokens.List,
  start: number,
  walk: Walk,
  above: SplitDate['date'] | undefined,
): void {
  let line = start
  let dated = 0
  const undated: { readonly line: number; readonly runs: readonly Run[] }[] = []
  for (const entry of list.items) {
    const [first, ...rest] = entry.tokens.filter(({ type }) => type !== 'checkbox')
    const inner = first !== undefined && 'tokens' in first ? first.tokens : undefined
    const isText = first !== undefined && (isKind(first, 'text') || isKind(first, 'paragraph'))
    const { lines, pictures } = readLines(isText ? inner : [], walk.notes, line)
    const runs = joinLines(lines)
    const around = above === undefined ? aroundOf(walk) : edtfOf(above)
    const split = splitDate(plainOf(runs), walk.order, around, 'entry')
    const left = split === undefined ? runs : cutRuns(runs, split.from, split.to)
    const date = split?.date ?? above ?? defaultOf(walk)
    let event: OpenEvent | undefined
    if (date !== undefined && plainOf(left).trim() !== '') {
      event = walk.events.add(date, left, topicOf(walk), line, pictures)
      dated += 1
    } else if (date === undefined) undated.push({ line, runs })
    takeRest(isText ? rest : entry.tokens, line, walk, event, split?.date)
    line += breaksIn(entry.raw) + (entry.raw.endsWith('\n') ? 0 : 1)
  }
  tellUndated(undated, dated, walk)
}

/** Entries without a date belong to the event above, are slips in a list of dates, or no events. */
function tellUndated(
  undated: readonly { readonly line: number; readonly runs: readonly Run[] }[],
  dated: number,
  { notes, headings }: Walk,
): void {
  const owner = headings.findLast(({ event }) => event !== undefined)?.event
  for (const { line, runs } of undated) {
    if (owner !== undefined) owner.blocks.push({ kind: 'entry', runs })
    else if (dated > undated.length) {
      const message = `The entry "${plainOf(runs).slice(0, 60)}" has no date.`
      notes.report('warning', 'date-missing', message, 'It was left out.', { line })
    } else notes.lose('A list entry without a date', { line })
  }
}

/** What stands under the first line of an entry: events of their own, or the body of its event. */
function takeRest(
  tokens: readonly Token[],
  start: number,
  walk: Walk,
  event: OpenEvent | undefined,
  date: SplitDate['date'] | undefined,
): void {
  let line = start
  for (const token of tokens) {
    line += 1
    if (isKind(token, 'list')) {
      if (event === undefined || hasDates(token, walk)) takeList(token, line, walk, date)
      else {
        for (const entry of token.items) {
          const { lines } = readLines(firstInline(entry), walk.notes, line)
          event.blocks.push({ kind: 'entry', runs: joinLines(lines) })
        }
      }
    } else if (isKind(token, 'paragraph') || isKind(token, 'text')) {
      const { lines, pictures } = readLines(token.tokens, walk.notes, line)
      const runs = joinLines(lines)
      if (event !== undefined) event.blocks.push({ kind: 'paragraph', runs })
      else if (date !== undefined) walk.events.add(date, runs, topicOf(walk), line, pictures)
      else walk.notes.lose('A paragraph without a date', { line })
    } else if (!isSpace(token)) walk.notes.lose(`A ${token.type} in a list`, { line })
    line += breaksIn(token.raw) - 1
  }
}

function isSpace({ type }: Token): boolean {
  return type === 'space' || type === 'hr' || type === 'checkbox'
}

function firstInline(entry: Tokens.ListItem): readonly Token[] | undefined {
  const first = entry.tokens.find(({ type }) => type === 'text' || type === 'paragraph')
  return first !== undefined && 'tokens' in first ? first.tokens : undefined
}

function hasDates(list: Tokens.List, walk: Walk): boolean {
  return list.items.some(
    (entry) =>
      splitDate(plainText(firstInline(entry)), walk.order, aroundOf(walk), 'prose') !== undefined,
  )
}

function joinLines(lines: readonly TextLine[]): readonly Run[] {
  return lines.flatMap(({ runs }, index) => (index === 0 ? runs : [{ text: ' ' }, ...runs]))
}

function takeParagraph(token: Tokens.Paragraph | Tokens.Text, start: number, walk: Walk): void {
  const { lines, pictures } = readLines(token.tokens, walk.notes, start)
  const splits = lines.map(({ runs }) =>
    splitDate(plainOf(runs), walk.order, aroundOf(walk), 'prose'),
  )
  const [first] = splits
  const isDateAlone = first !== undefined && first.from === first.to
  if (isDateAlone) walk.dateAbove = first.date
  else if (
    first === undefined ||
    splits.filter((one) => one !== undefined).length * 2 < lines.length
  ) {
    takeProse(lines, pictures, start, walk)
    return
  }
  let event: OpenEvent | undefined
  for (const [index, { runs, offset }] of lines.entries()) {
    if (isDateAlone && index === 0) continue
    const split = splits[index]
    const date = split?.date ?? (isDateAlone ? first.date : undefined)
    if (date === undefined) event?.blocks.push({ kind: 'paragraph', runs })
    else {
      const left = split === undefined ? runs : cutRuns(runs, split.from, split.to)
      event = walk.events.add(
        date,
        left,
        topicOf(walk),
        start + offset,
        index === 0 ? pictures : [],
      )
    }
  }
}

/** A paragraph without a date of its own: under a dated heading it tells of that. */
function takeProse(
  lines: readonly TextLine[],
  pictures: Parameters<MarkdownEvents['add']>[4],
  line: number,
  walk: Walk,
): void {
  const runs = joinLines(lines)
  if (runs.length === 0) return
  const at = walk.headings.findLastIndex(({ date }) => date !== undefined)
  const heading = walk.headings[at]
  if (heading?.event !== undefined) heading.event.blocks.push({ kind: 'paragraph', runs })
  else if (heading?.date !== undefined) {
    const event = walk.events.add(heading.date, runs, topicOf(walk), line, pictures)
    walk.headings[at] = { ...heading, event }
  } else if (walk.events.count() === 0 && walk.description.length < 2) {
    walk.description.push(plainOf(runs))
  } else walk.notes.lose('A paragraph without a date', { line })
}

function takeTable(token: Tokens.Table, line: number, walk: Walk): void {
  const columns = token.header.map(({ tokens }) => plainText(tokens))
  const rows = token.rows.map((row, index) => ({
    line: line + 2 + index,
    cells: row.map(({ tokens }) => (hasLooks(tokens) ? inlineHtml(tokens) : plainText(tokens))),
    extra: [],
  }))
  const above = defaultOf(walk)
  const mapping = guessMapping(
    columns,
    rows.map(({ cells }) => cells),
  )
  const isDated = mapping.roles.some((role) => role === 'date' || role === 'year')
  if (!isDated && above === undefined) {
    walk.notes.lose('A table without dates', { line })
    return
  }
  const table =
    isDated || above === undefined ? { columns, rows } : underDate(columns, rows, edtfOf(above))
  const roles = isDated ? mapping.roles : ['date' as const, ...mapping.roles]
  const options = walk.order === undefined ? {} : { dateOrder: walk.order }
  const { json, problems } = importTable(
    { ...table, delimiter: '|', problems: [] },
    { roles },
    options,
  )
  walk.events.addTable(json, topicOf(walk))
  walk.tableProblems.push(...problems)
}

function underDate<R extends { readonly cells: readonly string[] }>(
  columns: readonly string[],
  rows: readonly R[],
  date: string,
): { columns: readonly string[]; rows: readonly R[] } {
  return {
    columns: ['Date', ...columns],
    rows: rows.map((row) => ({ ...row, cells: [date, ...row.cells] })),
  }
}

/** Whether a cell is more than text. */
function hasLooks(tokens: readonly Token[]): boolean {
  return tokens.some(({ type }) => type === 'link' || type === 'image' || type === 'html')
}
