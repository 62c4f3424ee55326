import { htmlToMarkdown, htmlToText, type PlainText } from './htmlToMarkdown.ts'
import type { ImportNotes, Spot } from './importNotes.ts'
import { mediaKind, siteName } from './slideMedia.ts'
import { isHtml } from './readHtml.ts'
import type { Slide, SlideMedia } from './slide.ts'
import { escapeMarkdown } from './writeMarkdown.ts'

/** A picture as a document has it. */
interface Picture {
  readonly type: 'image'
  readonly src: string
  readonly alt: string
  readonly caption?: string
  readonly credit?: string
}

interface Link {
  readonly title: string
  readonly url: string
}

/** What a slide shows, apart from when: in the fields of an event. */
export interface SlideContent {
  readonly title: string
  readonly body: string
  readonly media: readonly Picture[]
  readonly links: readonly Link[]
  readonly details: readonly { readonly label: string; readonly value: string }[]
}

/** What is told once for a whole file, with a count. */
export interface MediaTally {
  readonly insecure: Tally
  readonly guessed: Tally
  readonly relative: Tally
}

interface Tally {
  count: number
  spot: Spot
}

export function startMediaTally(): MediaTally {
  const tally = (): Tally => ({ count: 0, spot: {} })
  return { insecure: tally(), guessed: tally(), relative: tally() }
}

/** Turns the texts and media of a slide into those of an event. */
export function slideContent(slide: Slide, notes: ImportNotes, tally: MediaTally): SlideContent {
  const pictures: Picture[] = []
  const links = new Map<string, string>()
  const details = [...slide.details]
  const { autolink } = slide

  const addLink = (url: string, title: string): void => {
    if (!links.has(url)) links.set(url, title)
  }
  const line = (html: string, field: string): PlainText => {
    const text = htmlToText(html, { autolink, pictures: 'apart' })
    for (const what of text.lost.keys()) notes.lose(`HTML in a text: ${what}`, slide.spot(field))
    for (const { url, title } of text.links) addLink(url, title)
    for (const { src, alt } of text.pictures) addPicture(src, alt, field)
    return text
  }
  const addPicture = (src: string, alt: string, field: string): void => {
    const media = mediaKind(src)
    // An <img> is a picture, whatever its address looks like.
    const isSecure = media.kind === 'link' && media.url.startsWith('https:')
    if (media.kind === 'picture') pictures.push({ type: 'image', src: media.src, alt })
    else if (isSecure) pictures.push({ type: 'image', src: media.url, alt })
    else if (media.kind === 'link') addLink(media.url, alt || siteName(media.url))
    else notes.lose('HTML in a text: <img>', slide.spot(field))
  }
  const body: string[] = []
  const addText = (html: string, field: string): void => {
    const text = htmlToMarkdown(html, { autolink, pictures: 'apart' })
    for (const what of text.lost.keys()) notes.lose(`HTML in a text: ${what}`, slide.spot(field))
    if (text.markdown.trim() !== '') body.push(text.markdown)
    for (const { src, alt } of text.pictures) addPicture(src, alt, field)
  }
  const addMedia = (media: SlideMedia, field: string): void => {
    const caption = line(media.caption, field).text
    const credit = line(media.credit, field).text
    if (isHtml(media.url) || /\s/.test(media.url.trim())) {
      // An embed code, a quotation: what it says is text, and where it leads a link.
      addText(media.url, field)
      keepNotes(caption, credit)
      return
    }
    const kind = mediaKind(media.url)
    if (kind.kind === 'picture') {
      if (kind.guessed) count(tally.guessed, slide.spot(field))
      if (!/^https:/i.test(kind.src)) count(tally.relative, slide.spot(field))
      pictures.push({
        type: 'image',
        src: kind.src,
        alt: htmlToText(media.alt).text || (/^https?:\S*$/.test(caption) ? '' : caption),
        ...(caption === '' ? {} : { caption }),
        ...(credit === '' ? {} : { credit }),
      })
    } else if (kind.kind === 'link') {
      if (kind.insecure) count(tally.insecure, slide.spot(field))
      const site = siteName(kind.url)
      const about = [credit, caption === '' ? '' : site].filter((part) => part !== '').join(', ')
      const name = caption === '' ? site : caption
      // A credit often links to the same page, and says less about it.
      links.set(kind.url, about === '' ? name : `${name} (${about})`)
    } else {
      if (media.url.trim() !== '') refuse(media.url, slide.spot(field), notes)
      keepNotes(caption, credit)
    }
    const link = mediaKind(media.link)
    if (link.kind === 'link') addLink(link.url, siteName(link.url))
    if (link.kind === 'picture' && /^https:/i.test(link.src)) addLink(link.src, siteName(link.src))
  }
  /** Words about media that are not there; those that only held a link are kept by it. */
  const keepNotes = (caption: string, credit: string): void => {
    const titles = new Set(links.values())
    if (caption !== '' && !titles.has(caption)) details.push({ label: 'Caption', value: caption })
    if (credit !== '' && !titles.has(credit)) details.push({ label: 'Credit', value: credit })
  }

  const title = line(slide.headline, 'headline').text
  addText(slide.text, 'text')
  addMedia(slide.media, 'media')
  if (slide.background.url.trim() !== '') {
    if (pictures.length === 0 && mediaKind(slide.background.url).kind === 'picture') {
      addMedia(slide.background, 'background')
    } else notes.lose('A picture behind a slide', slide.spot('background'))
  }
  for (const { src } of pictures) links.delete(src)
  return {
    title,
    body: body.join('\n\n'),
    media: pictures,
    links: Array.from(links, ([url, name]) => ({ title: name, url })),
    details,
  }
}

/** Pictures and links as a paragraph, for a text that has no place for them beside it. */
export function linkList({ media, links }: SlideContent): string {
  const entries = [
    ...media.map(({ src, caption, credit, alt }) => ({
      title: [caption ?? alt, credit].filter(Boolean).join(' · ') || siteOf(src),
      url: src,
    })),
    ...links,
  ]
  return entries
    .filter(({ url }) => /^(?:https?|mailto):/i.test(url))
    .map(({ title, url }) => `- [${escapeInLink(title)}](${url})`)
    .join('\n')
}

function siteOf(src: string): string {
  return /^https:/i.test(src) ? siteName(src) : src
}

function escapeInLink(text: string): string {
  return escapeMarkdown(text.replaceAll(/[[\]]/g, ' '))
}

function count(tally: Tally, spot: Spot): void {
  if (tally.count === 0) tally.spot = spot
  tally.count += 1
}

function refuse(address: string, spot: Spot, notes: ImportNotes): void {
  if (/^\s*data:/i.test(address)) notes.lose('A picture inside of the file (data:)', spot)
  else {
    const message = `The address ${JSON.stringify(address.trim().slice(0, 80))} cannot be used.`
    const hint = 'Expected an https: or http: address, or the path of a picture. It was left out.'
    notes.report('warning', 'address-refused', message, hint, spot)
  }
}
