import { linkify } from './linkify.ts'
import { type HtmlOptions, type HtmlText, isHtml, readHtml } from './readHtml.ts'
import type { TextBlock } from './writeMarkdown.ts'
import { writeInline, writeMarkdown } from './writeMarkdown.ts'

export type { TextPicture } from './readHtml.ts'

/** A text of somebody else's file in the Markdown subset of ours. */
export interface MarkdownText extends Omit<HtmlText, 'blocks'> {
  readonly markdown: string
}

/**
 * Makes the Markdown subset of our texts (docs/format.md) from HTML. Plain text stays as it is, except
 * that its signs are escaped. Scripts and frames are left out, addresses are whole `https:`, `http:`
 * or `mailto:` ones, and what else cannot be kept is counted in `lost`. Never throws.
 */
export function htmlToMarkdown(html: string, options: HtmlOptions = {}): MarkdownText {
  if (isHtml(html)) {
    const { blocks, pictures, lost } = readHtml(html, options)
    return { markdown: writeMarkdown(blocks), pictures, lost }
  }
  const runs = options.autolink === true ? linkify(html) : [{ text: html }]
  return { markdown: writeInline(runs), pictures: [], lost: new Map() }
}

/** A text for a place that knows no Markdown, on one line. */
export interface PlainText extends Omit<HtmlText, 'blocks'> {
  readonly text: string
  /** What was linked in it. */
  readonly links: readonly { readonly title: string; readonly url: string }[]
}

/** Makes one plain line from HTML, with its links apart. Never throws. */
export function htmlToText(html: string, options: HtmlOptions = {}): PlainText {
  const { blocks, pictures, lost } = isHtml(html)
    ? readHtml(html, options)
    : { blocks: plainBlocks(html, options), pictures: [], lost: new Map<string, number>() }
  const runs = blocks.flatMap((block) => [...block.runs, { text: ' ' }])
  const titles = new Map<string, string>()
  for (const { text, url } of runs) {
    if (url !== undefined) titles.set(url, (titles.get(url) ?? '') + text)
  }
  return {
    text: oneLine(runs.map(({ text }) => text).join('')),
    links: Array.from(titles, ([url, title]) => ({ title: oneLine(title) || url, url })),
    pictures,
    lost,
  }
}

function plainBlocks(text: string, { autolink }: HtmlOptions): readonly TextBlock[] {
  return [{ kind: 'paragraph', runs: autolink === true ? linkify(text) : [{ text }] }]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
