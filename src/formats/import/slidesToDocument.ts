import { slug } from '#core/model/giveIds.ts'
import { htmlToText } from './htmlToMarkdown.ts'
import { type ImportNotes, startNotes } from './importNotes.ts'
import type { Imported } from './imported.ts'
import { type NameRegister, startRegister } from './nameRegister.ts'
import { isBlank, noMedia, type Slide, type SlideDeck } from './slide.ts'
import { type DateTally, slideDate } from './slideDate.ts'
import {
  linkList,
  type MediaTally,
  type SlideContent,
  slideContent,
  startMediaTally,
} from './slideEvent.ts'
import { shortTitle } from './shortTitle.ts'
import { escapeMarkdown } from './writeMarkdown.ts'

/** What is gathered over all slides of a deck. */
interface Gathered {
  readonly notes: ImportNotes
  readonly dates: DateTally
  readonly media: MediaTally
  readonly groups: NameRegister
  blank: number
}

/**
 * Makes a document of slides. A group becomes an organisation, since these have lanes, filters and
 * colours here; the title slide becomes title and description; eras stay eras.
 */
export function slidesToDocument(deck: SlideDeck, notes = startNotes()): Imported {
  const gathered: Gathered = {
    notes,
    dates: { midnights: 0, approximate: 0 },
    media: startMediaTally(),
    groups: startRegister([], 'group'),
    blank: 0,
  }
  const head = deck.title === undefined ? {} : titleOf(deck.title, gathered)
  const events = deck.slides.flatMap((slide) => eventOf(slide, gathered))
  const eras = erasOf(deck.eras, gathered)
  tellTallies(gathered)
  if (events.length === 0) {
    const hint = 'Expected slides with a start date and a headline.'
    notes.report('warning', 'import-nothing', 'No slide became an event.', hint)
  }
  return {
    json: {
      version: 1,
      title: 'Untitled timeline',
      ...head,
      ...filled('organizations', gathered.groups.all),
      ...filled('eras', eras),
      events,
    },
    problems: notes.finish(),
  }
}

function filled(field: string, list: readonly unknown[]): Readonly<Record<string, unknown>> {
  return list.length === 0 ? {} : { [field]: list }
}

function titleOf(slide: Slide, gathered: Gathered): Readonly<Record<string, string>> {
  const bare = { ...slide, background: noMedia }
  const content = slideContent(bare, gathered.notes, gathered.media)
  if (slide.background.url.trim() !== '') {
    gathered.notes.lose('A picture behind a slide', slide.spot('background'))
  }
  if (Object.values(slide.start).some((part) => part.trim() !== '')) {
    gathered.notes.lose('A date of the title slide', slide.spot('start'))
  }
  if (slide.displayDate.trim() !== '') {
    gathered.notes.lose('Words for the date of the title slide', slide.spot('display_date'))
  }
  for (const { label } of content.details) {
    gathered.notes.lose(`On the title slide: ${label}`, slide.spot())
  }
  for (const { src } of content.media) {
    if (!/^https:/i.test(src)) {
      gathered.notes.lose('A picture of the title slide at a relative address', slide.spot('media'))
    }
  }
  const description = [content.body, linkList(content)].filter((part) => part !== '').join('\n\n')
  return {
    ...(content.title === '' ? {} : { title: content.title }),
    ...(description === '' ? {} : { description }),
  }
}

function eventOf(slide: Slide, gathered: Gathered): Readonly<Record<string, unknown>>[] {
  const { notes } = gathered
  if (isBlank(slide)) {
    gathered.blank += 1
    return []
  }
  const dated = slideDate(slide, notes, gathered.dates)
  if (dated === undefined) return []
  const content = slideContent(slide, notes, gathered.media)
  const group = htmlToText(slide.group).text
  const words = dated.words === undefined ? '' : htmlToText(dated.words).text
  if (isEmpty(content) && words === '') {
    const message = `The slide of ${dated.date} holds nothing but its date.`
    notes.report('note', 'import-row-empty', message, 'It was left out.', slide.spot())
    return []
  }
  return [
    {
      ...(slide.id.trim() === '' ? {} : { id: slide.id.trim() }),
      date: dated.date,
      ...(words === '' ? {} : { dateNote: escapeMarkdown(words) }),
      ...titled(content.title, content.body, content.media[0]?.caption),
      ...(content.body === '' ? {} : { body: content.body }),
      ...(group === '' ? {} : { organizations: [gathered.groups.idOf(group)] }),
      ...filled('details', content.details),
      ...filled('media', content.media),
      ...filled('links', content.links),
    },
  ]
}

function isEmpty({ title, body, media, links, details }: SlideContent): boolean {
  return title === '' && body === '' && media.length + links.length + details.length === 0
}

/** A slide may go without a headline; an event is called by the first words that it has. */
function titled(title: string, body: string, caption = ''): { readonly title?: string } {
  if (title !== '') return { title }
  const words = body.replaceAll(/^(?:- |### )|[*`\\]|\]\([^)]*\)|\[/gm, '').trim() || caption
  return words === '' ? {} : { title: shortTitle(words).title }
}

function erasOf(slides: readonly Slide[], gathered: Gathered): readonly unknown[] {
  const taken = new Set<string>()
  return slides.flatMap((slide) => {
    if (isBlank(slide)) {
      gathered.blank += 1
      return []
    }
    const dated = slideDate(slide, gathered.notes, gathered.dates)
    if (dated === undefined) return []
    const title = htmlToText(slide.headline).text
    if (htmlToText(slide.text).text !== '')
      gathered.notes.lose('The text of an era', slide.spot('text'))
    if (slide.media.url.trim() !== '') gathered.notes.lose('Media of an era', slide.spot('media'))
    const wanted = slug(slide.id) || slug(title) || 'era'
    let id = wanted
    for (let number = 2; taken.has(id); number++) id = `${wanted}-${String(number)}`
    taken.add(id)
    return [{ id, title: title || (dated.words ?? dated.date), date: dated.date }]
  })
}

function tellTallies({ notes, dates, media, blank }: Gathered): void {
  const note = (
    count: number,
    code: 'import-date-guessed' | 'import-media' | 'import-row-empty',
    what: string,
    hint: string,
    spot = {},
  ): void => {
    const times = count === 1 ? 'once' : `${String(count)} times, here first`
    if (count > 0) notes.report('note', code, `${what} (${times}).`, hint, spot)
  }
  note(
    dates.approximate,
    'import-date-guessed',
    'The words shown for a date say that it is approximate or uncertain',
    'The date says so, too, now.',
  )
  note(
    dates.midnights,
    'import-date-guessed',
    'A time is 0 in every part',
    'Read as a date without a time, as TimelineJS shows it.',
  )
  note(
    media.insecure.count,
    'import-media',
    'A picture stands at an http: address',
    'Pages on https: cannot show it: it became a link.',
    media.insecure.spot,
  )
  note(
    media.guessed.count,
    'import-media',
    'The name of a picture does not end like one',
    'It was taken for a picture by other words in its address.',
    media.guessed.spot,
  )
  note(
    media.relative.count,
    'import-media',
    'The address of a picture is relative',
    'Keep the document where the pictures lie beside it, or write whole addresses.',
    media.relative.spot,
  )
  note(blank, 'import-row-empty', 'A slide holds nothing', 'It was left out.')
}
