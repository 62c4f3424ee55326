import type { Token } from 'marked'
import { htmlToText, type TextPicture } from './htmlToMarkdown.ts'
import type { ImportNotes } from './importNotes.ts'
import { readHtml } from './readHtml.ts'
import type { Run } from './writeMarkdown.ts'

/** A line of text with its looks, links and pictures. */
export interface TextLine {
  readonly runs: readonly Run[]
  /** Lines of the source from the start of the text. */
  readonly offset: number
}

/** What Markdown says in a line, as HTML: one reader for the texts of all formats. */
export function inlineHtml(tokens: readonly Token[] | undefined): string {
  return (tokens ?? []).map(htmlOf).join('')
}

function htmlOf(token: Token): string {
  const inner = (): string => inlineHtml('tokens' in token ? token.tokens : undefined)
  const text = 'text' in token && typeof token.text === 'string' ? token.text : ''
  switch (token.type) {
    case 'strong':
      return `<b>${inner()}</b>`
    case 'em':
      return `<i>${inner()}</i>`
    case 'del':
      return `<del>${inner()}</del>`
    case 'codespan':
      return `<code>${escapeHtml(text)}</code>`
    case 'link':
      return `<a href="${escapeHtml('href' in token ? String(token.href) : '')}">${inner()}</a>`
    case 'image':
      return `<img alt="${escapeHtml(text)}" src="${escapeHtml('href' in token ? String(token.href) : '')}">`
    case 'br':
      return '\n'
    case 'html':
      return token.raw
    case 'checkbox':
      return ''
    case 'escape':
      return escapeHtml(text)
    default:
      // Entities are those of HTML already.
      return 'tokens' in token && token.tokens ? inner() : text.replaceAll('<', '&lt;')
  }
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

/** The lines of a paragraph, a heading or an entry; pictures and losses are told apart. */
export function readLines(
  tokens: readonly Token[] | undefined,
  notes: ImportNotes,
  line: number,
): { readonly lines: readonly TextLine[]; readonly pictures: readonly TextPicture[] } {
  const html = inlineHtml(tokens)
  const parts = html.split('\n')
  const pictures: TextPicture[] = []
  const lines = parts.map((part, offset): TextLine => {
    const read = readHtml(part, { autolink: true, pictures: 'apart' })
    pictures.push(...read.pictures)
    for (const what of read.lost.keys()) notes.lose(`In a text: ${what}`, { line: line + offset })
    return { runs: trimmed(read.blocks.flatMap((block) => block.runs)), offset }
  })
  return { lines: lines.filter(({ runs }) => plainOf(runs) !== ''), pictures }
}

/** Without blanks at both ends. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const text = plainOf(runs)
  return cutRuns(runs, text.length - text.trimStart().length, text.trimEnd().length)
}

export function plainOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** The runs between two places of their text. */
export function cutRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  let at = 0
  return runs.flatMap((run) => {
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, run.text.length)
    at += run.text.length
    return end > start ? [{ ...run, text: run.text.slice(start, end) }] : []
  })
}

/** One plain line of a cell or heading. */
export function plainText(tokens: readonly Token[] | undefined): string {
  return htmlToText(inlineHtml(tokens)).text
}
