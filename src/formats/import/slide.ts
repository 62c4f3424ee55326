import type { ForeignParts } from './foreignDate.ts'
import type { Spot } from './importNotes.ts'

/** When a slide is, as its file says it: in parts, or in words. */
export type SlideDate = ForeignParts | { readonly text: string }

/** A picture, a video, a page: whatever TimelineJS shows beside a text or behind it. */
export interface SlideMedia {
  readonly url: string
  readonly caption: string
  readonly credit: string
  readonly alt: string
  /** Where a click leads. */
  readonly link: string
}

/**
 * What TimelineJS calls a slide, in the same shape whichever of its formats it comes from. Texts are
 * as written, HTML included, and empty where nothing is said.
 */
export interface Slide {
  /** Where a field of it stands, for problems; without a name the slide itself. */
  readonly spot: (field?: string) => Spot
  readonly id: string
  readonly start: SlideDate
  readonly end: SlideDate
  /** Words to show in place of the date, of the slide or of its start and end. */
  readonly displayDate: string
  readonly headline: string
  readonly text: string
  readonly group: string
  readonly media: SlideMedia
  readonly background: SlideMedia
  /** Addresses in texts are links. */
  readonly autolink: boolean
  /** What only this file says about it: shown by name and value. */
  readonly details: readonly { readonly label: string; readonly value: string }[]
}

export interface SlideDeck {
  readonly title: Slide | undefined
  readonly slides: readonly Slide[]
  readonly eras: readonly Slide[]
}

export const noMedia: SlideMedia = { url: '', caption: '', credit: '', alt: '', link: '' }

/** True where a slide says nothing at all, as in templates that somebody has not filled in. */
export function isBlank({
  headline,
  text,
  media,
  background,
  displayDate,
  start,
  end,
}: Slide): boolean {
  const parts = [
    ...Object.values(start),
    ...Object.values(end),
    media.url,
    media.caption,
    media.credit,
  ]
  const markup = text.replaceAll(/<[^<>]*>/g, '')
  return [...parts, headline, markup, displayDate, background.url].every(
    (part) => part.trim() === '',
  )
}
