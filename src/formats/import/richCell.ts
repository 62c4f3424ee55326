import { htmlToMarkdown, htmlToText, type TextPicture } from './htmlToMarkdown.ts'
import type { ImportNotes, Spot } from './importNotes.ts'
import { isHtml } from './readHtml.ts'

/** A text of a file in both of the ways that a document wants it. */
export interface RichText {
  /** For `body`. */
  readonly markdown: string
  /** For titles and everything else. */
  readonly plain: string
  readonly pictures: readonly TextPicture[]
}

/**
 * Reads a text that may be HTML. What is none is taken as it is written, Markdown included: people
 * write it in their spreadsheets. What HTML says and Markdown cannot is counted in `notes`.
 */
export function richText(text: string, notes: ImportNotes, spot: Spot = {}): RichText {
  if (!isHtml(text)) return { markdown: text, plain: text, pictures: [] }
  const { markdown, pictures, lost } = htmlToMarkdown(text, { autolink: true, pictures: 'apart' })
  for (const what of lost.keys()) notes.lose(`HTML in a text: ${what}`, spot)
  return { markdown, plain: htmlToText(text).text, pictures }
}
