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
  /** What is linked in it, for a place that shows the plain text. */
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/**
 * Reads a text that may be HTML. What is none is taken as it is written, Markdown included: people
 * write it in their spreadsheets. What HTML says and Markdown cannot is counted in `notes`.
 */
export function richText(text: string, notes: ImportNotes, spot: Spot = {}): RichText {
  if (!isHtml(text)) return { markdown: text, plain: text, pictures: [], links: [] }
  const { markdown, pictures, lost } = htmlToMarkdown(text, { autolink: true, pictures: 'apart' })
  for (const what of lost.keys()) notes.lose(`HTML in a text: ${what}`, spot)
  const { text: plain, links } = htmlToText(text)
  return { markdown, plain, pictures, links }
}

/** The plain text alone; line breaks stay where there is no HTML. */
export function plainOfCell(text: string): string {
  return isHtml(text) ? htmlToText(text).text : text
}
