import { Parser } from 'htmlparser2'

import { gatherText, type Style } from './gatherText.ts'
import { hasBlocks, isTag, tags } from './htmlTags.ts'
import { linkify } from './linkify.ts'
import { raiseOrLower } from './raiseOrLower.ts'
import { safeAddress } from './safeAddress.ts'
import type { TextBlock } from './writeMarkdown.ts'

/** A picture inside of a text. */
export interface TextPicture {
  /** As written: whether it can be used is for the caller to find out. */
  readonly src: string
  readonly alt: string
}

export interface HtmlText {
  readonly blocks: readonly TextBlock[]
  readonly pictures: readonly TextPicture[]
  /** What could not be kept, by a name such as `<iframe>`, with a count. */
  readonly lost: ReadonlyMap<string, number>
}

export interface HtmlOptions {
  /** Pictures go to `pictures` instead of becoming links in the text. */
  readonly pictures?: 'apart'
  /** Addresses in plain text become links, as TimelineJS does. */
  readonly autolink?: boolean
}

/** Longer HTML is read as text: what is too deep for a person would be too slow for us. */
const longest = 60_000

const tagStart = /<(?:!--|!doctype\b|\/?([a-z][\w:-]*))?/gi

/** True when `text` holds tags or entities; anything else is plain text. */
export function isHtml(text: string): boolean {
  if (/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]+);/i.test(text)) return true
  return Array.from(text.matchAll(tagStart)).some(([found, name]) => startsTag(found, name))
}

/** Reads HTML as a browser would, and keeps what a text of a document can say. Never throws. */
export function readHtml(html: string, options: HtmlOptions = {}): HtmlText {
  const lost = new Map<string, number>()
  const lose = (what: string): void => {
    lost.set(what, (lost.get(what) ?? 0) + 1)
  }
  const pictures: TextPicture[] = []
  const text = gatherText()
  // Where nobody has marked paragraphs, line ends are all that tells them.
  const keepsLines = !hasBlocks.test(html)

  let pending = ''
  let skipped: { readonly name: string; depth: number } | undefined
  const depth = { strong: 0, emphasis: 0, code: 0, pre: 0, sup: 0, sub: 0, inner: 0 }
  const links: { readonly url: string | undefined; shows: boolean }[] = []
  const lists: { next: number | undefined }[] = []

  const style = (): Style => {
    const url = links.at(-1)?.url
    return {
      strong: depth.strong > 0,
      emphasis: depth.emphasis > 0,
      code: depth.code > 0,
      ...(url === undefined ? {} : { url }),
    }
  }
  const show = (words: string, look = style()): void => {
    if (words.trim() !== '') for (const link of links) link.shows = true
    text.add(words, look, keepsLines || depth.pre > 0)
  }
  /** Text comes in pieces, cut at entities; it has to be whole before addresses can be seen in it. */
  const flush = (): void => {
    const words = pending
    pending = ''
    if (words === '') return
    const look = style()
    if (depth.sup + depth.sub > 0) {
      const moved = raiseOrLower(words, depth.sup > 0 ? 'up' : 'down')
      if (moved === undefined) lose(depth.sup > 0 ? '<sup>' : '<sub>')
      show(moved ?? words)
    } else if (options.autolink === true && look.url === undefined && look.code !== true) {
      for (const { text: part, url } of linkify(words)) {
        show(part, url === undefined ? look : { ...look, url })
      }
    } else show(words)
  }
  /** Lists and headings hold one line. */
  const open = (kind: TextBlock['kind']): void => {
    if (depth.inner > 0) text.add(' ', {}, false)
    else text.open(kind)
  }
  const embed = (address: string | undefined, name: string): boolean => {
    const url = safeAddress(address ?? '')
    if (url === undefined) return false
    show(' ')
    show(name === '' ? shortAddress(url) : name, { url })
    show(' ')
    return true
  }
  const picture = (src: string, alt: string): void => {
    // Pages draw emoji as pictures that say which.
    if (alt.length <= 12 && /^\p{Extended_Pictographic}/u.test(alt)) show(alt)
    else if (options.pictures === 'apart') pictures.push({ src, alt })
    else if (embed(src, alt)) lose('<img>, now a link')
    else {
      lose('<img>')
      show(alt)
    }
  }
  const openItem = (): void => {
    const ordered = lists.at(-1)
    if (ordered?.next === undefined) text.open('entry')
    else {
      text.open('line')
      show(`${String(ordered.next)}. `, {})
      ordered.next += 1
    }
  }

  let reached = 0
  const handler = {
    ontext: (words: string): void => {
      reached = parser.endIndex + 1
      if (skipped === undefined) pending += words
    },
    onopentag: (name: string, attributes: Readonly<Record<string, string>>): void => {
      reached = parser.endIndex + 1
      if (skipped !== undefined) {
        if (name === skipped.name) skipped.depth += 1
        // Video and audio often name their files one level further in.
        else if (name === 'source') embed(attributes['src'], '')
        return
      }
      flush()
      if (attributes['style'] !== undefined || attributes['color'] !== undefined)
        lose('colours and styles')
      if (tags.dropped.has(name)) {
        skipped = { name, depth: 1 }
        lose(`<${name}>`)
        if (tags.embedded.has(name)) {
          embed(attributes['src'] ?? attributes['data'], attributes['title'] ?? '')
        }
        return
      }
      if (tags.flattened.has(name)) lose(`<${name}>`)
      if (tags.strong.has(name)) depth.strong += 1
      else if (tags.emphasis.has(name)) depth.emphasis += 1
      else if (tags.code.has(name)) depth.code += 1
      else if (name === 'sup' || name === 'sub') depth[name] += 1
      else if (name === 'q') show('“')
      else if (name === 'br') text.lineBreak()
      else if (name === 'img') picture(attributes['src'] ?? '', attributes['alt']?.trim() ?? '')
      else if (name === 'a') {
        const href = attributes['href']?.trim() ?? ''
        const url = safeAddress(href)
        if (url === undefined && 'href' in attributes && !href.startsWith('#')) {
          lose('links without a whole https: address')
        }
        links.push({ url, shows: false })
      } else if (tags.heading.has(name)) {
        open('heading')
        depth.inner += 1
      } else if (name === 'li') {
        if (depth.inner === 0 || lists.length > 0) openItem()
        depth.inner += 1
      } else if (tags.line.has(name)) open('line')
      else if (tags.cell.has(name)) {
        if (!text.isEmpty()) show(' | ', {})
      } else if (tags.block.has(name)) {
        open('paragraph')
        if (name === 'pre') depth.pre += 1
        if (name === 'ul' || name === 'menu') lists.push({ next: undefined })
        if (name === 'ol')
          lists.push({ next: Number.parseInt(attributes['start'] ?? '1', 10) || 1 })
      }
    },
    oncomment: (): void => {
      reached = parser.endIndex + 1
    },
    onclosetag: (name: string): void => {
      reached = parser.endIndex + 1
      if (skipped !== undefined) {
        if (name === skipped.name) skipped.depth -= 1
        if (skipped.depth === 0) skipped = undefined
        return
      }
      flush()
      if (tags.strong.has(name)) depth.strong -= 1
      else if (tags.emphasis.has(name)) depth.emphasis -= 1
      else if (tags.code.has(name)) depth.code -= 1
      else if (name === 'sup' || name === 'sub') depth[name] -= 1
      else if (name === 'q') show('”')
      else if (name === 'a') {
        const link = links.at(-1)
        if (link?.url !== undefined && !link.shows) show(shortAddress(link.url))
        links.pop()
      } else if (tags.heading.has(name) || name === 'li') {
        depth.inner -= 1
        open('paragraph')
      } else if (tags.block.has(name)) {
        if (name === 'pre') depth.pre -= 1
        if (name === 'ul' || name === 'ol' || name === 'menu') lists.pop()
        open('paragraph')
      }
    },
  }
  const guarded = html.length > longest ? html.replaceAll('<', '&lt;') : guardText(html)
  if (html.length > longest) lose('the markup of a very long text')
  const parser = new Parser(handler)
  // The blank tells whether a tag that never ends has taken the rest of the text with it. The end is
  // never told: the parser would close tags that it has not opened.
  parser.write(`${guarded} `)
  if (reached <= guarded.length && skipped === undefined) pending += tagless(guarded.slice(reached))
  flush()
  return { blocks: text.finish(), pictures, lost }
}

/** Makes text of every `<` that starts no tag, before a parser takes it and all that follows for one. */
function guardText(html: string): string {
  return html.replaceAll(tagStart, (found: string, name?: string) =>
    startsTag(found, name) ? found : `&lt;${found.slice(1)}`,
  )
}

function startsTag(found: string, name: string | undefined): boolean {
  return name === undefined ? found.length > 1 : isTag(name)
}

function tagless(html: string): string {
  return html.replaceAll(/<\/?[a-z][^<>]*>/gi, '').replaceAll('&lt;', '<')
}

function shortAddress(url: string): string {
  return url.replace(/^(?:https?:\/\/(?:www\.)?|mailto:)/, '').replace(/\/$/, '')
}
