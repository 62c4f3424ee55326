import { connectPreviews, type SharedSlide, previewSlides } from './revealPreviews.ts'
import { insertFragments, visibleSteps } from './revealFragments.ts'
import {
  type Deck,
  type RevealOptions,
  type TimelineElement,
  giveDocument,
  keepInStep,
  sizeOf,
} from './revealSteps.ts'
import type { StepInfo } from './protocol.ts'

interface Slide {
  readonly section: HTMLElement
  readonly key: string
  readonly element: TimelineElement | undefined
  readonly picture: HTMLImageElement | undefined
  infos: readonly StepInfo[]
  /** The addresses of pictures of the steps, in previews and in print. */
  pictures: readonly string[]
}

const ownScript = typeof document === 'undefined' ? undefined : document.currentScript
// As a module, and where there is no page, it has no script of its own.
const ownFolder = ownScript && 'src' in ownScript ? new URL('.', ownScript.src).href : undefined

let decks = 0

/**
 * Puts a timeline on each `<section data-throughline="timeline.json">`. Its steps become fragments, so
 * links, going back, the speaker's view with its notes and one page a step in print are reveal.js's own.
 */
export default function RevealThroughline() {
  let undo: (() => void)[] = []
  return {
    id: 'throughline',
    init: async (deck: Deck): Promise<void> => {
      decks += 1
      const options = optionsOf(deck)
      const sections = deck
        .getSlidesElement()
        ?.querySelectorAll<HTMLElement>('section[data-throughline]')
      const slides = [...(sections ?? [])].map((section, at) => ({
        section,
        key: `${decks}/${at}`,
      }))
      hintAtFrames(deck)
      if (slides.length === 0) return
      if (deck.isSpeakerNotes()) undo = await showPreviews(deck, slides, options)
      else undo = await showTimelines(deck, slides, options)
    },
    destroy: (): void => {
      for (const step of undo) step()
      undo = []
    },
  }
}

interface Place {
  readonly section: HTMLElement
  readonly key: string
}

async function showTimelines(
  deck: Deck,
  places: readonly Place[],
  options: RevealOptions,
): Promise<(() => void)[]> {
  const undo: (() => void)[] = []
  const prints = deck.isPrintView() || /print-pdf/i.test(window.location.search)
  await loadElement(options.base)
  const size = sizeOf(deck)
  const slides = await Promise.all(
    places.map(async ({ section, key }) => {
      const element = createElement(section)
      section.append(element)
      // A part of the slide like any other, in the room that is left.
      element.classList.add('r-stretch')
      const infos = await within(options.patience, stepsOf(element), [])
      const slide: Slide = { section, key, element, picture: undefined, infos, pictures: [] }
      undo.push(insertFragments(section, infos))
      return slide
    }),
  )
  if (prints) {
    undo.push(await printPictures(deck, slides, size))
    return undo
  }
  undo.push(
    keepInStep(deck),
    connectPreviews(async () =>
      Promise.all(slides.map(async (slide) => shareOf(slide, await picturesOf(slide, size)))),
    ),
  )
  return undo
}

/** Each page gets the picture of its own step; the timelines are gone before the pages are laid out. */
async function printPictures(
  deck: Deck,
  slides: readonly Slide[],
  size: readonly [number, number],
): Promise<() => void> {
  const addresses = new Map<string, readonly string[]>()
  for (const slide of slides) {
    const urls = (await picturesOf(slide, size)).map(addressOf)
    addresses.set(slide.key, urls)
    const image = createImage(slide.section)
    image.dataset['throughlineSlide'] = slide.key
    slide.element?.replaceWith(image)
    setPicture(image, urls, slide.infos, 0)
    // What is in the cache is there at once, on the pages that are made from this slide.
    await Promise.all(urls.map((url) => decoded(url)))
  }
  const onPages = (): void => {
    for (const image of document.querySelectorAll<HTMLImageElement>(
      'img[data-throughline-slide]',
    )) {
      const key = image.dataset['throughlineSlide'] ?? ''
      const section = image.closest('section')
      const slide = slides.find((one) => one.key === key)
      if (section && slide) {
        setPicture(image, addresses.get(key) ?? [], slide.infos, visibleSteps(section))
      }
    }
  }
  deck.on('pdf-ready', onPages)
  return () => {
    deck.off('pdf-ready', onPages)
    for (const urls of addresses.values()) for (const url of urls) URL.revokeObjectURL(url)
    for (const image of document.querySelectorAll('img[data-throughline-slide]')) image.remove()
  }
}

/** The speaker's previews run no timeline: they show pictures that the deck itself has drawn. */
async function showPreviews(
  deck: Deck,
  places: readonly Place[],
  options: RevealOptions,
): Promise<(() => void)[]> {
  const undo: (() => void)[] = []
  const shared = await previewSlides(options.patience)
  undo.push(shared.stop)
  for (const { section, key } of places) {
    const share = shared.slides.find((one) => one.key === key)
    if (share === undefined) {
      undo.push(insertLink(section))
      continue
    }
    const urls = share.pictures.map(addressOf)
    const image = createImage(section)
    section.append(image)
    undo.push(insertFragments(section, share.infos), () => image.remove())
    const follow = (): void => setPicture(image, urls, share.infos, visibleSteps(section))
    const types = ['ready', 'slidechanged', 'fragmentshown', 'fragmenthidden']
    for (const type of types) deck.on(type, follow)
    follow()
    undo.push(() => {
      for (const type of types) deck.off(type, follow)
      for (const url of urls) URL.revokeObjectURL(url)
    })
  }
  return undo
}

function createElement(section: HTMLElement): TimelineElement {
  const element = document.createElement('through-line')
  const given = new URLSearchParams(section.dataset['throughlineParams'] ?? '')
  const params = new URLSearchParams({ mode: 'present', keys: 'deck' })
  for (const [name, value] of given) params.set(name, value)
  const { throughline = '' } = section.dataset
  if (!throughline.startsWith('#')) params.set('src', throughline)
  params.set('steps', section.dataset['throughlineSteps'] ?? 'story')
  for (const [name, value] of params) element.setAttribute(name, value)
  // A drag through time is no swipe to the next slide.
  element.setAttribute('data-prevent-swipe', '')
  if (!isTimeline(element)) throw new Error('<through-line> is of another make.')
  giveDocument(element, section)
  return element
}

function isTimeline(element: HTMLElement): element is TimelineElement {
  return 'stepAt' in element && 'ready' in element
}

async function stepsOf(element: TimelineElement): Promise<readonly StepInfo[]> {
  await element.ready
  const infos: StepInfo[] = []
  for (let index = 0; index <= element.steps; index += 1) {
    const info = await element.stepAt(index)
    if (info) infos.push(info)
  }
  return infos
}

async function picturesOf(
  { element, infos }: Slide,
  size: readonly [number, number],
): Promise<string[]> {
  const files = infos.map((_, index) => element?.export(`svg:${index}`, size))
  return Promise.all(files.map(async (file) => (await file)?.text() ?? ''))
}

function shareOf({ key, infos }: Slide, pictures: readonly string[]): SharedSlide {
  return { key, infos, pictures }
}

function addressOf(svg: string): string {
  return URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
}

async function decoded(url: string): Promise<void> {
  const image = new Image()
  image.src = url
  await image.decode().catch(() => undefined)
}

function createImage(section: HTMLElement): HTMLImageElement {
  const image = section.ownerDocument.createElement('img')
  image.classList.add('r-stretch')
  image.style.objectFit = 'contain'
  image.style.margin = '0'
  return image
}

function setPicture(
  image: HTMLImageElement,
  urls: readonly string[],
  infos: readonly StepInfo[],
  step: number,
): void {
  const url = urls[step] ?? ''
  if (image.src === url) return
  image.src = url
  image.alt = [infos[step]?.date, infos[step]?.title].filter((part) => part).join(': ')
  image.dataset['step'] = String(step)
}

/** Where no picture came: the way to the timeline itself. */
function insertLink(section: HTMLElement): () => void {
  const link = section.ownerDocument.createElement('a')
  link.href = section.dataset['throughline'] ?? ''
  link.textContent = section.dataset['throughlineTitle'] ?? link.href
  section.append(link)
  return () => link.remove()
}

function optionsOf(deck: Deck): RevealOptions {
  const { throughline: { base = ownFolder ?? './', patience = 3000 } = {} } = deck.getConfig()
  return { base: base.endsWith('/') ? base : `${base}/`, patience }
}

let isAsked = false

/** Brings the element where the page has not done so itself, once for all decks of a page. */
function loadElement(base: string): Promise<unknown> {
  if (!isAsked && customElements.get('through-line') === undefined) {
    isAsked = true
    const script = document.createElement('script')
    script.src = new URL(`${base}element.js`, document.baseURI).href
    document.head.append(script)
  }
  return within(10_000, customElements.whenDefined('through-line'), undefined)
}

/** A frame that reveal.js loads late is blank in print. */
function hintAtFrames(deck: Deck): void {
  const late = deck
    .getSlidesElement()
    ?.querySelector('iframe[data-src*="embed.html"]:not([data-preload])')
  if (late) {
    console.info(
      'Throughline: a frame with data-src and no data-preload is blank in print; use src and loading="lazy".',
    )
  }
}

async function within<T>(patience: number, promise: Promise<T>, otherwise: T): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(otherwise), patience)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
